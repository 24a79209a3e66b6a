import { ALWAYS } from "../offer/season-openings.ts";
import { capacityKey, heldCapacities, type SharedCapacity } from "../rules/capacities-on.ts";
import { lastHeld } from "../rules/opening-on.ts";
import type { CodedDate, CodedOpening, CodedSeason } from "./coded-offer.ts";
import { referenceDay } from "./reference-day.ts";
import type { SeasonSection } from "./schema.ts";
import { WEEKDAYS, type Weekday } from "./weekdays.ts";

/** What is needed besides the section: the day from which it holds, and the units that the file names. */
interface Change {
  from: Temporal.PlainDate;
  namedUnits: readonly string[];
}

/** A season that is not stored yet: all that it says holds from its start. */
export function newSeason(section: SeasonSection): CodedSeason {
  return {
    ...daysOf(section),
    seasonId: null,
    openings: openingsOf(section, ALWAYS),
    dates: datesOf(section),
    capacities: capacitiesOf(section, ALWAYS),
  };
}

/** A stored season once the file holds from a day on. One that had ended by then keeps its openings. */
export function seasonAfter(stored: CodedSeason, section: SeasonSection, change: Change): CodedSeason {
  const days = daysOf(section);
  const after = { ...stored, ...days };
  if (Temporal.PlainDate.compare(days.lastDay, change.from) < 0) return after;
  return {
    ...after,
    openings: openingsAfter(stored.openings, openingsOf(section, change.from), {
      date: referenceDay(days, change.from),
      ...change,
    }),
    dates: datesAfter(stored.dates, datesOf(section), change),
    capacities: capacitiesAfter(stored.capacities, capacitiesOf(section, change.from), {
      date: referenceDay(days, change.from),
      from: change.from,
    }),
  };
}

function daysOf(section: SeasonSection) {
  return {
    name: section.name,
    firstDay: Temporal.PlainDate.from(section.firstDay),
    lastDay: Temporal.PlainDate.from(section.lastDay),
    opensOn: section.opensOn ?? ("school" as const),
  };
}

/** What changes begins that day; what was to begin later of the same weekday gives way to it. */
function openingsAfter(
  stored: readonly CodedOpening[],
  wanted: readonly CodedOpening[],
  { date, from, namedUnits }: Change & { date: Temporal.PlainDate },
): readonly CodedOpening[] {
  const byKey = Map.groupBy(stored, openingKey);
  const wantedByKey = new Map(wanted.map((opening) => [openingKey(opening), opening]));
  const keys = new Set([...byKey.keys(), ...wantedByKey.keys()]);
  return [...keys].flatMap((key) => {
    const known = byKey.get(key) ?? [];
    const next = wantedByKey.get(key);
    const held = lastHeld(known, date);
    if (next === undefined) {
      // A unit that the file does not name is left as it is.
      if (held?.offered !== true || !namedUnits.includes(held.unit)) return known;
      return [...before(known, from), { ...held, validFrom: from, offered: false, places: 0, ...NO_HOURS }];
    }
    return held?.offered === true && samePlaces(held, next) ? known : [...before(known, from), next];
  });
}

/** Dates from that day on are those of the file; earlier ones stay. */
function datesAfter(
  stored: readonly CodedDate[],
  wanted: readonly CodedDate[],
  { from, namedUnits }: Change,
): readonly CodedDate[] {
  const isPast = ({ date }: CodedDate) => Temporal.PlainDate.compare(date, from) < 0;
  const kept = stored.filter((date) => isPast(date) || !namedUnits.includes(date.unit));
  return [...kept, ...wanted.filter((date) => !isPast(date))];
}

function capacitiesAfter(
  stored: readonly SharedCapacity[],
  wanted: readonly SharedCapacity[],
  { date, from }: { date: Temporal.PlainDate; from: Temporal.PlainDate },
): readonly SharedCapacity[] {
  const byKey = Map.groupBy(stored, capacityKey);
  const wantedByKey = new Map(wanted.map((capacity) => [capacityKey(capacity), capacity]));
  const keys = new Set([...byKey.keys(), ...wantedByKey.keys()]);
  return [...keys].flatMap((key) => {
    const known = byKey.get(key) ?? [];
    const next = wantedByKey.get(key);
    const [held] = heldCapacities(known, date);
    if (next !== undefined)
      return held !== undefined && sameShared(held, next) ? known : [...before(known, from), next];
    if (held === undefined) return known;
    return [...before(known, from), { ...held, validFrom: from, places: null, adults: null }];
  });
}

const before = <Dated extends { readonly validFrom: Temporal.PlainDate }>(
  known: readonly Dated[],
  from: Temporal.PlainDate,
) => known.filter(({ validFrom }) => Temporal.PlainDate.compare(validFrom, from) < 0);

const openingKey = ({ unit, weekday }: CodedOpening) => `${unit} ${weekday}`;

function samePlaces(a: CodedOpening, b: CodedOpening): boolean {
  return a.places === b.places && sameTime(a.startsAt, b.startsAt) && sameTime(a.endsAt, b.endsAt);
}

function sameShared(a: SharedCapacity, b: SharedCapacity): boolean {
  return (
    a.places === b.places &&
    a.adults === b.adults &&
    a.everyMinutes === b.everyMinutes &&
    sameTime(a.endsAt, b.endsAt)
  );
}

const sameTime = (a: Temporal.PlainTime | null, b: Temporal.PlainTime | null) => String(a) === String(b);

const NO_HOURS = { startsAt: null, endsAt: null };

function hoursOf({ from, to }: { from?: string | undefined; to?: string | undefined }) {
  if (from === undefined || to === undefined) return NO_HOURS;
  return { startsAt: Temporal.PlainTime.from(from), endsAt: Temporal.PlainTime.from(to) };
}

function openingsOf({ openings = [] }: SeasonSection, validFrom: Temporal.PlainDate): CodedOpening[] {
  return openings.flatMap((said) =>
    said.units.flatMap((unit) =>
      said.weekdays.map((weekday) => ({
        unit,
        weekday: weekdayNumber(weekday),
        validFrom,
        offered: true,
        places: said.places,
        ...hoursOf(said),
      })),
    ),
  );
}

function datesOf({ dates = [] }: SeasonSection): CodedDate[] {
  return dates.flatMap((said) =>
    said.units.flatMap((unit) =>
      said.dates.map((date) => ({
        unit,
        date: Temporal.PlainDate.from(date),
        places: said.places,
        ...hoursOf(said),
      })),
    ),
  );
}

function capacitiesOf({ capacities = [] }: SeasonSection, validFrom: Temporal.PlainDate): SharedCapacity[] {
  return capacities.flatMap((said) =>
    (said.weekdays?.map(weekdayNumber) ?? [null]).map((weekday) => ({
      weekday,
      ageGroupId: said.ageGroup ?? null,
      startsAt: Temporal.PlainTime.from(said.from),
      endsAt: Temporal.PlainTime.from(said.to),
      places: said.places ?? null,
      adults: said.adults ?? null,
      everyMinutes: said.every ?? null,
      validFrom,
    })),
  );
}

const weekdayNumber = (weekday: Weekday) => WEEKDAYS.indexOf(weekday) + 1;
