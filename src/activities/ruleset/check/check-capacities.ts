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
      ...when(twice, () => refused(at, texts.check.capacityTwice(capacity.from))),
      ...when(
        activity.units.every((unit) => capacity.to <= unit.from || unit.to <= capacity.from),
        () => warning(at, texts.check.capacityMeetsNoUnit),
      ),
    ];
  });
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
