import type { Finding } from "#kernel";

import type { ActivitySection, AgeGroupSection, OfferDocument, SeasonSection } from "../schema.ts";
import { texts } from "../texts.fr.ts";
import { checkSeason } from "./check-season.ts";
import { checkUnits } from "./check-units.ts";
import { namedTwice, refused, warning, when } from "./findings.ts";

type Path = Finding["path"];

/** What contradicts itself in one activity, and what it leaves open. */
export function checkActivity(
  activity: ActivitySection,
  path: Path,
  calendar: OfferDocument["calendar"],
): readonly Finding[] {
  const { ageGroups = [], seasons = [] } = activity;
  return [
    ...checkUnits(activity, path),
    ...checkAges(ageGroups, [...path, "ageGroups"]),
    ...when(seasons.length === 0, () => warning(path, texts.check.noSeason(activity.name))),
    ...checkSeasonDays(seasons, [...path, "seasons"]),
    ...seasons.flatMap((season, index) =>
      checkSeason(season, { activity, path: [...path, "seasons", index], calendar }),
    ),
  ];
}

function checkAges(groups: readonly AgeGroupSection[], path: Path): readonly Finding[] {
  const inOrder = groups
    .map((group, index) => ({ ...group, index }))
    .toSorted((a, b) => a.fromMonths - b.fromMonths);
  return [
    ...namedTwice(
      groups.map(({ code }) => code),
      (index) => [...path, index, "code"],
      texts.check.ageGroupTwice,
    ),
    ...groups.flatMap(({ fromMonths, untilMonths }, index) =>
      when(untilMonths <= fromMonths, () =>
        refused([...path, index, "untilMonths"], texts.check.agesReversed),
      ),
    ),
    ...inOrder.flatMap((group, index) => {
      const next = inOrder[index + 1];
      if (next === undefined) return [];
      if (next.fromMonths < group.untilMonths)
        return [refused([...path, next.index], texts.check.agesOverlap(group, next))];
      return when(next.fromMonths > group.untilMonths, () =>
        warning([...path, next.index], texts.check.agesHole(group.untilMonths, next.fromMonths)),
      );
    }),
  ];
}

function checkSeasonDays(seasons: readonly SeasonSection[], path: Path): readonly Finding[] {
  return [
    ...namedTwice(
      seasons.map(({ name }) => name),
      (index) => [...path, index, "name"],
      texts.check.seasonTwice,
    ),
    ...seasons.flatMap((season, index) => {
      if (season.lastDay < season.firstDay)
        return [refused([...path, index, "lastDay"], texts.check.seasonReversed)];
      const met = seasons
        .slice(0, index)
        .find((other) => other.firstDay <= season.lastDay && season.firstDay <= other.lastDay);
      return met === undefined ? [] : [refused([...path, index], texts.check.seasonsOverlap(met, season))];
    }),
  ];
}
