import type { SchoolPeriod, SchoolZone } from "#kernel";
import {
  type CalendarImport,
  type LineRefusal,
  type ReadPeriod,
  keepSoundPeriods,
} from "./calendar-import.ts";
import { mergeAcademies } from "./merge-academies.ts";
import { stateFact } from "./state-period.ts";
import { type StateRecord, stateRecords } from "./state-records.ts";

/**
 * Reads the State's data set `fr-en-calendrier-scolaire` (its JSON or its CSV, the whole country or a part) for one
 * zone. Records of teachers are left out; one record per académie becomes one period; a summer published by its
 * start only (« Début des Vacances d'Été ») is closed by the « Rentrée » of the same year when the file has it.
 */
export function readStateCalendar(text: string, zone: SchoolZone): CalendarImport {
  const { records, refusals: unreadable } = stateRecords(text);
  const ofZone = records.filter((record) => isOfZone(record, zone));
  const refusals: LineRefusal[] = [...unreadable];
  if (ofZone.length === 0)
    refusals.push({ line: 1, message: `Rien dans ce fichier n’est de la zone ${zone}.` });

  const read: ReadPeriod[] = [];
  const returns = new Map<number, Temporal.PlainDate>();
  for (const record of ofZone.filter((r) => !isForTeachers(r))) {
    const fact = stateFact(record);
    if (fact.kind === "period") read.push({ line: record.line, period: fact.period });
    else if (fact.kind === "return") returns.set(fact.date.year, fact.date);
    else refusals.push({ line: record.line, message: fact.message });
  }
  const academies = mergeAcademies(read);
  const closed = academies.merged.map(({ line, period }) => ({ line, period: closeSummer(period, returns) }));
  const sound = keepSoundPeriods(closed);
  return {
    periods: sound.periods,
    refusals: [...refusals, ...academies.refusals, ...sound.refusals].sort((a, b) => a.line - b.line),
  };
}

function isOfZone(record: StateRecord, zone: SchoolZone): boolean {
  return record.zones.replace(/^zone\s+/i, "").toUpperCase() === zone;
}

function isForTeachers(record: StateRecord): boolean {
  return /enseignants/i.test(record.population) || /^prérentrée/i.test(record.description);
}

function closeSummer(period: SchoolPeriod, returns: ReadonlyMap<number, Temporal.PlainDate>): SchoolPeriod {
  if (period.lastDayOff !== null) return period;
  const back = returns.get(period.firstDayOff.year);
  return back ? { ...period, lastDayOff: back.subtract({ days: 1 }) } : period;
}
