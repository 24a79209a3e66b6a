import { type SchoolPeriod, isSummer, parisDate, yearOfSchoolPeriod } from "#kernel";
import { readIsoDate } from "./fields.ts";
import type { StateRecord } from "./state-records.ts";

/** What one record of the State's data set says. */
export type StateFact =
  | { readonly kind: "period"; readonly period: SchoolPeriod }
  /** The first day of class after the summer. */
  | { readonly kind: "return"; readonly date: Temporal.PlainDate }
  | { readonly kind: "unreadable"; readonly message: string };

const SHORT_LABELS = ["Toussaint", "Noël", "Hiver", "Printemps", "Été"];

/**
 * Reads one record. `start_date` is the day on which pupils leave after class, so a departure on a weekday is
 * still a school day: Tuesday 6 July 2021 makes Wednesday 7 the first day off; a Saturday is off itself. A bridge
 * starts on its first day off. `end_date` is the morning on which pupils come back; equal to the start, the end of
 * the summer is not published, and another period lasts that one day.
 */
export function stateFact(record: StateRecord): StateFact {
  const start = dateInParis(record.startDate);
  const end = dateInParis(record.endDate);
  if (/^(rentrée|début des cours)/i.test(record.description)) {
    const date = start ?? end;
    return date ? { kind: "return", date } : { kind: "unreadable", message: datesMessage(record) };
  }
  if (!start || !end) return { kind: "unreadable", message: datesMessage(record) };
  const kind = /vacances/i.test(record.description) ? "holiday" : "bridge";
  const firstDayOff = kind === "holiday" && start.dayOfWeek <= 5 ? start.add({ days: 1 }) : start;
  const known = { kind, firstDayOff, label: labelOf(record.description), evidence: "C" } as const;
  return {
    kind: "period",
    period: { ...known, schoolYear: yearOfSchoolPeriod(known), lastDayOff: lastDayOff(start, end, known) },
  };
}

function lastDayOff(
  start: Temporal.PlainDate,
  end: Temporal.PlainDate,
  known: Pick<SchoolPeriod, "kind" | "firstDayOff">,
): Temporal.PlainDate | null {
  if (!start.equals(end)) return end.subtract({ days: 1 });
  return isSummer(known) ? null : known.firstDayOff;
}

function labelOf(description: string): string {
  const plain = description.toLocaleLowerCase("fr-FR");
  const holidays = /vacances/i.test(description);
  return (
    SHORT_LABELS.find((label) => holidays && plain.endsWith(label.toLocaleLowerCase("fr-FR"))) ?? description
  );
}

/** The date in Paris of an instant with its offset; a bare date is taken as it is. */
function dateInParis(text: string): Temporal.PlainDate | undefined {
  const bare = readIsoDate(text);
  if (bare) return bare;
  try {
    return parisDate(Temporal.Instant.from(text));
  } catch {
    return undefined;
  }
}

function datesMessage(record: StateRecord): string {
  const name = record.description || "Ces vacances";
  return `${name} : les dates « ${record.startDate} » et « ${record.endDate} » ne se lisent pas.`;
}
