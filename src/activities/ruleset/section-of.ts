import { heldCapacities, type SharedCapacity } from "../rules/capacities-on.ts";
import { lastHeld } from "../rules/opening-on.ts";
import { hoursOn } from "../rules/unit-hours.ts";
import type { CodedActivity, CodedSeason, CodedUnit } from "./coded-offer.ts";
import { referenceDay } from "./reference-day.ts";
import type {
  ActivitySection,
  AgeGroupSection,
  CapacitySection,
  DatesSection,
  OpeningSection,
  SeasonSection,
  UnitSection,
} from "./schema.ts";
import { WEEKDAYS, type Weekday } from "./weekdays.ts";

/** What the file says of an activity, as it holds from a day on. What is usual is left out. */
export function sectionOf(activity: CodedActivity, date: Temporal.PlainDate): ActivitySection {
  const groups = activity.ageGroups.filter((group) => !group.retired);
  return {
    code: activity.code,
    site: activity.site,
    name: activity.name,
    ...(activity.audience === "children" ? {} : { audience: activity.audience }),
    units: activity.units.map((unit, index) => unitSection(unit, activity.units.slice(0, index), date)),
    ...(groups.length === 0 ? {} : { ageGroups: groups.map(ageGroupSection) }),
    ...(activity.seasons.length === 0
      ? {}
      : { seasons: activity.seasons.map((season) => seasonSection(season, activity.units, date)) }),
  };
}

/** `earlier` are the units that were written before: of two that exclude each other, the second says it. */
function unitSection(unit: CodedUnit, earlier: readonly CodedUnit[], date: Temporal.PlainDate): UnitSection {
  const { startsAt, endsAt, hourStep } = hoursOn(unit, date);
  const excludes = unit.excludes.filter((other) => earlier.some(({ code }) => code === other));
  return {
    code: unit.code,
    name: unit.name,
    from: clock(startsAt),
    to: clock(endsAt),
    ...(unit.withMeal ? { meal: true } : {}),
    ...(hourStep === null ? {} : { hourStep }),
    ...(unit.bookedBy === "slot" ? {} : { bookedBy: unit.bookedBy }),
    ...(unit.leastDaysAWeek === null ? {} : { leastDaysAWeek: unit.leastDaysAWeek }),
    ...(unit.companions === null ? {} : { companions: unit.companions }),
    ...(unit.companionsOnly ? { counts: "companions" as const } : {}),
    ...(excludes.length === 0 ? {} : { excludes }),
    ...(unit.needs.length === 0 ? {} : { needs: [...unit.needs] }),
  };
}

function ageGroupSection(group: CodedActivity["ageGroups"][number]): AgeGroupSection {
  const { ageGroupId: code, name, fromMonths, untilMonths, childrenPerAdult } = group;
  return { code, name, fromMonths, untilMonths, ...(childrenPerAdult === null ? {} : { childrenPerAdult }) };
}

function seasonSection(
  season: CodedSeason,
  units: readonly CodedUnit[],
  date: Temporal.PlainDate,
): SeasonSection {
  const openings = openingSections(season, units, referenceDay(season, date));
  const dates = dateSections(season, units);
  const capacities = capacitySections(season, referenceDay(season, date));
  return {
    name: season.name,
    firstDay: season.firstDay.toString(),
    lastDay: season.lastDay.toString(),
    opensOn: season.opensOn,
    ...(openings.length === 0 ? {} : { openings }),
    ...(dates.length === 0 ? {} : { dates }),
    ...(capacities.length === 0 ? {} : { capacities }),
  };
}

function openingSections(
  season: CodedSeason,
  units: readonly CodedUnit[],
  date: Temporal.PlainDate,
): OpeningSection[] {
  const held = units.flatMap(({ code: unit }) =>
    WEEKDAYS.flatMap((weekday, index) => {
      const opening = lastHeld(
        season.openings.filter((known) => known.unit === unit && known.weekday === index + 1),
        date,
      );
      return opening?.offered === true ? [{ unit, weekday, opening }] : [];
    }),
  );
  // First the weekdays of one unit that are the same, then the units that have the same weekdays.
  const ofUnits = grouped(
    held,
    ({ unit, opening }) => `${unit} ${placesKey(opening)}`,
    (all) => ({ ...all[0], weekdays: all.map(({ weekday }) => weekday) }),
  );
  return grouped(
    ofUnits,
    ({ weekdays, opening }) => `${String(weekdays)} ${placesKey(opening)}`,
    (all) => ({
      units: all.map(({ unit }) => unit),
      weekdays: all[0].weekdays,
      places: all[0].opening.places,
      ...hours(all[0].opening),
    }),
  );
}

function dateSections(season: CodedSeason, units: readonly CodedUnit[]): DatesSection[] {
  const ofUnits = units.flatMap(({ code: unit }) =>
    grouped(
      season.dates.filter((known) => known.unit === unit),
      placesKey,
      (all) => ({ unit, place: all[0], dates: all.map(({ date }) => date.toString()).sort() }),
    ),
  );
  return grouped(
    ofUnits,
    ({ dates, place }) => `${String(dates)} ${placesKey(place)}`,
    (all) => ({
      units: all.map(({ unit }) => unit),
      dates: all[0].dates,
      places: all[0].place.places,
      ...hours(all[0].place),
    }),
  );
}

function capacitySections(season: CodedSeason, date: Temporal.PlainDate): CapacitySection[] {
  const order = (capacity: SharedCapacity) =>
    `${capacity.weekday ?? 0} ${clock(capacity.startsAt)} ${capacity.ageGroupId ?? ""}`;
  const held = heldCapacities(season.capacities, date).toSorted((a, b) => order(a).localeCompare(order(b)));
  return grouped(
    held,
    ({ weekday, ageGroupId, startsAt, endsAt, places, adults, everyMinutes }) =>
      JSON.stringify([weekday === null, ageGroupId, startsAt, endsAt, places, adults, everyMinutes]),
    (all) => {
      const [{ ageGroupId, startsAt, endsAt, places, adults, everyMinutes }] = all;
      const weekdays = all.flatMap(({ weekday }) => (weekday === null ? [] : weekdayWord(weekday)));
      return {
        ...(weekdays.length === 0 ? {} : { weekdays }),
        ...(ageGroupId === null ? {} : { ageGroup: ageGroupId }),
        from: clock(startsAt),
        to: clock(endsAt),
        ...(places === null ? {} : { places }),
        ...(adults === null ? {} : { adults }),
        ...(everyMinutes === null ? {} : { every: everyMinutes }),
      };
    },
  );
}

/** Puts together what has the same key, in the order of the first of each. */
function grouped<Item, Group>(
  items: readonly Item[],
  key: (item: Item) => string,
  group: (items: readonly [Item, ...Item[]]) => Group,
): Group[] {
  return [...Map.groupBy(items, key).values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [group([first, ...rest])],
  );
}

interface Placed {
  places: number;
  startsAt: Temporal.PlainTime | null;
  endsAt: Temporal.PlainTime | null;
}

const placesKey = ({ places, startsAt, endsAt }: Placed) => `${places} ${String(startsAt)} ${String(endsAt)}`;

function hours({ startsAt, endsAt }: Placed): { from?: string; to?: string } {
  return startsAt === null || endsAt === null ? {} : { from: clock(startsAt), to: clock(endsAt) };
}

function weekdayWord(weekday: number): Weekday[] {
  const word = WEEKDAYS[weekday - 1];
  return word === undefined ? [] : [word];
}

const clock = (time: Temporal.PlainTime) => time.toString({ smallestUnit: "minute" });
