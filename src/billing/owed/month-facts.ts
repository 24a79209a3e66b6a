import { calendarAt, loadCalendar } from "#activities";
import { estimateFacts, type EstimateFacts } from "#bookings";
import { publicHolidays, schoolDayOn, type Id } from "#kernel";
import type { Reads } from "#platform";
import { absencesOf, isAway, knownTariffs, type Absence, type AllTariffs, type ChargeTariff } from "#pricing";

import { isInMonth, spanOf, yearStart, type MonthSpan } from "./month-span.ts";
import { bookedPlaces, lateCancelledPlaces, unbookedPresences, type MonthPlace } from "./read-places.ts";
import { supplementsTaken, type SupplementsTaken } from "./supplements-taken.ts";
import { readUnits, type KnownUnit, type KnownUnits } from "./read-units.ts";
import { readYearEvents, type YearEvents } from "./year-events.ts";
import { readWaivers, type Waivers } from "../penalties/waivers.ts";

/** All that the charges of some households hang on in a month: read in a number of statements that does not grow. */
export interface MonthFacts extends Pick<EstimateFacts, "people" | "incomeOn"> {
  readonly span: MonthSpan;
  readonly units: KnownUnits;
  /** Null where nobody lives in these households. */
  readonly tariffs: AllTariffs | null;
  /** The tariff of a unit on a day; undefined where nobody lives in these households. */
  tariffOn(unit: KnownUnit, date: Temporal.PlainDate): ChargeTariff | undefined;
  /** Those around the month too, by person, in order. */
  readonly booked: readonly MonthPlace[];
  readonly unbooked: readonly MonthPlace[];
  /** What was taken besides places. */
  readonly supplements: SupplementsTaken;
  /** Given back after the deadline, around the month, or in all that was booked whole; none where no penalty asks. */
  readonly cancelled: readonly MonthPlace[];
  /** Booked and not, by person. */
  readonly byPerson: ReadonlyMap<string, readonly MonthPlace[]>;
  readonly absences: ReadonlyMap<MonthPlace, Absence>;
  readonly year: YearEvents;
  /** The penalties that an agent lets off, with why. */
  readonly waived: Waivers;
  /** Which school day of an absence a day is; undefined where the school calendar does not say. */
  schoolDay(absence: Absence, date: Temporal.PlainDate): number | undefined;
}

/** Reads them. */
export async function readMonthFacts(
  reads: Reads,
  month: Temporal.PlainYearMonth,
  households: readonly Id<"household">[],
): Promise<MonthFacts> {
  const span = spanOf(month);
  const { people, incomeOn, stamp } = await estimateFacts(reads, households);
  const tariffs = stamp === null ? null : await knownTariffs(reads, stamp);
  const units = await readUnits(reads);
  const booked = await bookedPlaces(reads, span, households, units);
  const unbooked = await unbookedPresences(reads, span, households, units);
  const supplements =
    tariffs?.asksSupplements === true ? await supplementsTaken(reads, span, households) : new Map();
  const cancelled =
    tariffs?.asksLateCancellations === true ? await lateCancelledPlaces(reads, span, households, units) : [];
  const from = yearStart(span.first);
  const year = await readYearEvents(reads, {
    from,
    until: span.last,
    households,
    wanted: tariffs?.countsTimes === true,
    cancellations: tariffs?.asksLateCancellations === true,
  });
  const waived = await readWaivers(reads, households);
  const byPerson = Map.groupBy([...booked, ...unbooked], personKey);
  const absences = absencesByPlace(byPerson);
  const isSchoolDay =
    tariffs?.countsSchoolDays === true && absences.size > 0 ? await schoolDays(reads) : () => undefined;
  return {
    span,
    people,
    incomeOn,
    units,
    tariffs,
    tariffOn: tariffsOnDays(tariffs),
    booked,
    unbooked,
    supplements,
    cancelled,
    byPerson,
    absences,
    year,
    waived,
    schoolDay: ({ since }, date) => countDays(since.toPlainDate(), date, isSchoolDay),
  };
}

/** The tariff of a place on its day. */
export function tariffOf(
  { tariffOn }: MonthFacts,
  { unit, date }: Pick<MonthPlace, "unit" | "date">,
): ChargeTariff | undefined {
  return tariffOn(unit, date);
}

/**
 * The tariffs of a batch, remembered by unit and by day as they were read: each place asks three times, and the rows of a
 * month share their units and their dates (a date made elsewhere only asks once more).
 */
function tariffsOnDays(tariffs: AllTariffs | null): MonthFacts["tariffOn"] {
  const known = new Map<KnownUnit, Map<Temporal.PlainDate, ChargeTariff>>();
  return (unit, date) => {
    if (tariffs === null) return undefined;
    let days = known.get(unit);
    if (days === undefined) known.set(unit, (days = new Map()));
    let tariff = days.get(date);
    if (tariff === undefined) {
      tariff = tariffs.chargedOn({ activityId: unit.activity.id, unitCode: unit.code, date });
      days.set(date, tariff);
    }
    return tariff;
  };
}

/** One text for a person in a household. */
export const personKey = ({ payer, participant }: Pick<MonthPlace, "payer" | "participant">): string =>
  `${payer.householdId} ${participant.id}`;

function absencesByPlace(
  byPerson: ReadonlyMap<string, readonly MonthPlace[]>,
): ReadonlyMap<MonthPlace, Absence> {
  const found = new Map<MonthPlace, Absence>();
  for (const own of byPerson.values()) {
    if (!own.some(isAway)) continue;
    const inOrder = own.toSorted(
      (a, b) =>
        Temporal.PlainDate.compare(a.date, b.date) || Temporal.PlainTime.compare(a.startsAt, b.startsAt),
    );
    for (const [index, absence] of absencesOf(inOrder).entries()) {
      const place = inOrder[index];
      if (place !== undefined && absence !== null) found.set(place, absence);
    }
  }
  return found;
}

/** Monday, Tuesday, Thursday and Friday outside public and school holidays; undefined for an unknown year. */
async function schoolDays(reads: Reads): Promise<(date: Temporal.PlainDate) => boolean | undefined> {
  const { holidayZone, school } = calendarAt(await loadCalendar(reads), null);
  return (date) => {
    if (date.dayOfWeek === 3 || date.dayOfWeek > 5) return false;
    const known = schoolDayOn(school, date);
    if (known.kind === "unknown") return undefined;
    return (
      known.kind === "school" && !publicHolidays(date.year, holidayZone).some((one) => one.date.equals(date))
    );
  };
}

function countDays(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  isSchoolDay: (date: Temporal.PlainDate) => boolean | undefined,
): number | undefined {
  let count = 0;
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    const known = isSchoolDay(day);
    if (known === undefined) return undefined;
    if (known) count++;
  }
  return Math.max(1, count);
}

/** How many days of the month somebody came, or is expected, in these activities. */
export function daysInMonth(
  { span, byPerson }: MonthFacts,
  place: MonthPlace,
  activities: ReadonlySet<Id<"activity">>,
): number {
  const days = new Set<string>();
  for (const one of byPerson.get(personKey(place)) ?? []) {
    if (isAway(one) || !activities.has(one.unit.activity.id)) continue;
    if (isInMonth(span, one.date)) days.add(one.date.toString());
  }
  return days.size;
}
