import { hoursFrom } from "../rules/unit-hours.ts";
import type { CodedActivity, CodedAgeGroup, CodedUnit } from "./coded-offer.ts";
import type { ActivitySection, UnitSection } from "./schema.ts";
import { newSeason, seasonAfter } from "./season-after.ts";

/**
 * @rule Une nouvelle version du règlement prend effet à une date
 *
 * Les ouvertures, les places, les dates, les comptes partagés et les horaires d'une prestation avec leur pas valent à
 * partir de la date choisie ; avant, ceux d'aujourd'hui restent, et les séances passées gardent ce qu'elles étaient. Les
 * noms, les autres réglages d'une prestation, les tranches d'âge et les bornes d'une saison ne sont pas datés : ils valent
 * dès l'enregistrement. Une prestation, une activité, un lieu ou une saison que le fichier ne nomme plus reste tel quel, et
 * on le dit ; rien n'est jamais effacé.
 *
 * Exemple : le lundi a 60 places. Un fichier qui dit 80, appliqué à partir du 4 janvier 2027, laisse 60 places le lundi
 * 14 décembre 2026 et en donne 80 le lundi 4 janvier. Appliqué une deuxième fois, il ne change rien.
 *
 * In: what is stored (undefined: a new activity), what the file says, the day from which it holds. Out: what will be
 * stored; equal to what is stored when nothing changes.
 */
export function activityAfter(
  before: CodedActivity | undefined,
  section: ActivitySection,
  from: Temporal.PlainDate,
): CodedActivity {
  const units = unitsAfter(before?.units ?? [], section.units, from);
  return {
    code: section.code,
    site: section.site,
    name: section.name,
    audience: section.audience ?? "children",
    units,
    ageGroups: ageGroupsAfter(before?.ageGroups ?? [], section.ageGroups ?? []),
    seasons: seasonsAfter(before?.seasons ?? [], section, from),
  };
}

function unitsAfter(
  before: readonly CodedUnit[],
  sections: readonly UnitSection[],
  from: Temporal.PlainDate,
): readonly CodedUnit[] {
  const named = new Map(sections.map((section) => [section.code, unitOf(section, sections)]));
  const kept = before.map((unit) => {
    const said = named.get(unit.code);
    return said === undefined ? withoutNamed(unit, named) : { ...said, ...hoursFrom(unit, said, from) };
  });
  const known = new Set(before.map(({ code }) => code));
  return [...kept, ...[...named.values()].filter(({ code }) => !known.has(code))];
}

function unitOf(section: UnitSection, all: readonly UnitSection[]): CodedUnit {
  const excludedBy = all.filter((other) => other.excludes?.includes(section.code)).map(({ code }) => code);
  return {
    code: section.code,
    name: section.name,
    startsAt: Temporal.PlainTime.from(section.from),
    endsAt: Temporal.PlainTime.from(section.to),
    withMeal: section.meal ?? false,
    hourStep: section.hourStep ?? null,
    laterHours: [],
    bookedBy: section.bookedBy ?? "slot",
    leastDaysAWeek: section.leastDaysAWeek ?? null,
    companions: section.companions ?? null,
    companionsOnly: section.counts === "companions",
    excludes: [...new Set([...(section.excludes ?? []), ...excludedBy])].sort(),
    needs: [...new Set(section.needs ?? [])].sort(),
  };
}

/** A unit that is left as it is; its relations with those that the file names are what the file says of them: none. */
function withoutNamed(unit: CodedUnit, named: ReadonlyMap<string, CodedUnit>): CodedUnit {
  const left = (codes: readonly string[]) => codes.filter((code) => !named.has(code));
  return { ...unit, excludes: left(unit.excludes), needs: left(unit.needs) };
}

function ageGroupsAfter(
  before: readonly CodedAgeGroup[],
  sections: NonNullable<ActivitySection["ageGroups"]>,
): readonly CodedAgeGroup[] {
  const named = sections.map((section): CodedAgeGroup => ({
    ageGroupId: section.code,
    name: section.name,
    fromMonths: section.fromMonths,
    untilMonths: section.untilMonths,
    childrenPerAdult: section.childrenPerAdult ?? null,
    retired: false,
  }));
  const retired = before
    .filter((group) => named.every(({ ageGroupId }) => ageGroupId !== group.ageGroupId))
    .map((group) => ({ ...group, retired: true }));
  return [...named, ...retired];
}

function seasonsAfter(
  before: CodedActivity["seasons"],
  { seasons = [], units }: ActivitySection,
  from: Temporal.PlainDate,
): CodedActivity["seasons"] {
  const namedUnits = units.map(({ code }) => code);
  const after = seasons.map((section) => {
    const stored = sameSeason(before, section, seasons);
    return stored === undefined ? newSeason(section) : seasonAfter(stored, section, { from, namedUnits });
  });
  const left = before.filter((season) => after.every(({ seasonId }) => seasonId !== season.seasonId));
  return [...after, ...left].toSorted((a, b) => Temporal.PlainDate.compare(a.firstDay, b.firstDay));
}

/** The stored season of that name; else one that begins the same day and of which nothing else is said: it is renamed. */
function sameSeason(
  before: CodedActivity["seasons"],
  section: NonNullable<ActivitySection["seasons"]>[number],
  all: readonly { readonly name: string }[],
) {
  const named = before.find((season) => season.name === section.name);
  if (named !== undefined) return named;
  return before.find(
    (season) =>
      season.firstDay.toString() === section.firstDay && all.every(({ name }) => name !== season.name),
  );
}
