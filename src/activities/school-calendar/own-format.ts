import { type SchoolPeriod, yearOfSchoolPeriod } from "#kernel";
import { z } from "zod";
import {
  type CalendarImport,
  type LineRefusal,
  type ReadPeriod,
  keepSoundPeriods,
} from "./calendar-import.ts";
import { csvLines } from "./csv-lines.ts";
import { isoDate, schoolYear } from "./fields.ts";

const row = z.object({
  school_year: schoolYear,
  kind: z.enum(["holiday", "bridge"], {
    error: "La colonne kind dit « holiday » (vacances) ou « bridge » (pont).",
  }),
  first_day_off: isoDate("first_day_off"),
  last_day_off: z.union([z.literal("").transform(() => null), isoDate("last_day_off")], {
    error: "La colonne last_day_off est vide ou donne une date comme 2026-10-17.",
  }),
  label: z
    .string({ error: "Il manque la colonne label." })
    .min(1, "La colonne label donne le nom des vacances."),
  evidence: z.enum(["C", "G"], { error: "La colonne evidence dit « C » (confirmé) ou « G » (à confirmer)." }),
});

/**
 * Reads our own file of school holidays, one zone a file (`reference/school-calendar-zone-b.csv`): columns
 * school_year, kind, first_day_off, last_day_off, label, evidence; dates `2026-10-17`, both without school.
 */
export function readOwnCalendar(text: string): CalendarImport {
  const { lines, refusals: malformed } = csvLines(text);
  const read: ReadPeriod[] = [];
  const refusals: LineRefusal[] = [...malformed];
  for (const { line, cells } of lines) {
    const parsed = row.safeParse(cells);
    if (!parsed.success) {
      refusals.push({ line, message: parsed.error.issues.map((issue) => issue.message).join(" ") });
      continue;
    }
    const period = toPeriod(parsed.data);
    const expected = yearOfSchoolPeriod(period);
    if (expected === period.schoolYear) read.push({ line, period });
    else
      refusals.push({
        line,
        message: `Ces dates sont de l’année scolaire ${expected}, non ${period.schoolYear}.`,
      });
  }
  const sound = keepSoundPeriods(read);
  return {
    periods: sound.periods,
    refusals: [...refusals, ...sound.refusals].sort((a, b) => a.line - b.line),
  };
}

function toPeriod(cells: z.output<typeof row>): SchoolPeriod {
  return {
    schoolYear: cells.school_year,
    kind: cells.kind,
    firstDayOff: cells.first_day_off,
    lastDayOff: cells.last_day_off,
    label: cells.label,
    evidence: cells.evidence,
  };
}
