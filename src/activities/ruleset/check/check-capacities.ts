import type { Finding } from "#kernel";

import type { ActivitySection, CapacitySection } from "../schema.ts";
import { texts } from "../texts.fr.ts";
import { hoursFindings, refused, warning, when } from "./findings.ts";

/** What contradicts itself in the places that the units of a season share. */
export function checkCapacities(
  capacities: readonly CapacitySection[],
  { activity, path }: { activity: ActivitySection; path: Finding["path"] },
): readonly Finding[] {
  const said = new Set<string>();
  return capacities.flatMap((capacity, index) => {
    const at = [...path, "capacities", index];
    const keys = (capacity.weekdays ?? ["every"]).map(
      (weekday) => `${weekday} ${capacity.ageGroup ?? ""} ${capacity.from}`,
    );
    const twice = keys.some((key) => said.has(key));
    keys.forEach((key) => said.add(key));
    return [
      ...hoursFindings(capacity, at, texts.check),
      ...placesFindings(capacity, activity, at),
      ...stepFindings(capacity, capacities.slice(0, index), at),
      ...when(twice, () => refused(at, texts.check.capacityTwice(capacity.from))),
      ...when(
        activity.units.every((unit) => capacity.to <= unit.from || unit.to <= capacity.from),
        () => warning(at, texts.check.capacityMeetsNoUnit),
      ),
    ];
  });
}

/** What is counted by half-hour has whole half-hours, and is counted once: the lines above it are other hours or ages. */
function stepFindings(
  capacity: CapacitySection,
  above: readonly CapacitySection[],
  path: Finding["path"],
): readonly Finding[] {
  const { from, to, every } = capacity;
  const length = minutesOf(to) - minutesOf(from);
  const over = above.find(
    (other) =>
      (every !== undefined || other.every !== undefined) &&
      other.ageGroup === capacity.ageGroup &&
      sameDays(other.weekdays, capacity.weekdays) &&
      other.from < to &&
      from < other.to &&
      other.from !== from,
  );
  return [
    ...when(every !== undefined && length > 0 && length % every !== 0, () =>
      refused([...path, "every"], texts.check.everyDoesNotDivide(every ?? 0, from, to)),
    ),
    ...when(over !== undefined, () => refused(path, texts.check.everyOverlaps(over?.from ?? ""))),
  ];
}

/** A line of some weekdays goes before one of every day: the two are never counted together. */
function sameDays(a: CapacitySection["weekdays"], b: CapacitySection["weekdays"]): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.some((weekday) => b.includes(weekday));
}

function minutesOf(time: string): number {
  const { hour, minute } = Temporal.PlainTime.from(time);
  return hour * 60 + minute;
}

function placesFindings(
  { ageGroup, places, adults }: CapacitySection,
  { ageGroups = [] }: ActivitySection,
  path: Finding["path"],
): readonly Finding[] {
  const group = ageGroups.find(({ code }) => code === ageGroup);
  return [
    ...when((places === undefined) === (adults === undefined), () =>
      refused(path, texts.check.placesOrAdults),
    ),
    ...when(ageGroup !== undefined && group === undefined, () =>
      refused([...path, "ageGroup"], texts.check.noSuchAgeGroup(ageGroup ?? "")),
    ),
    ...when(adults !== undefined && ageGroup === undefined, () =>
      refused([...path, "adults"], texts.check.adultsWithoutAges),
    ),
    ...when(adults !== undefined && group !== undefined && group.childrenPerAdult === undefined, () =>
      refused([...path, "adults"], texts.check.adultsWithoutRatio(group?.name ?? "")),
    ),
  ];
}
