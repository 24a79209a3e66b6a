import type { Finding } from "#kernel";

/** The names that the offer of a file gives to things: all that another section needs to point at them. */
export interface NamedOffer {
  readonly activities?:
    | readonly {
        readonly code: string;
        readonly units: readonly { readonly code: string }[];
        readonly seasons?: readonly { readonly name: string }[] | undefined;
      }[]
    | undefined;
}

/** What an entry of another section points at. */
export interface NamedScope {
  readonly activities: readonly string[];
  readonly units?: readonly string[] | undefined;
  readonly season?: string | undefined;
}

/** Refuses what an entry names and the offer lacks, or names twice. A unit and a season belong to each activity named. */
export function scopeFindings(
  offer: NamedOffer,
  scope: NamedScope,
  path: Finding["path"],
): readonly Finding[] {
  const findings: Finding[] = [];
  const refuse = (at: Finding["path"], sentence: string) =>
    findings.push({ path: [...path, ...at], kind: "refused", sentence });
  const known = new Map((offer.activities ?? []).map((activity) => [activity.code, activity]));
  for (const [index, code] of scope.activities.entries()) {
    const activity = known.get(code);
    if (activity === undefined) {
      refuse(["activities", index], texts.unknownActivity(code, [...known.keys()]));
      continue;
    }
    if (scope.activities.indexOf(code) !== index) refuse(["activities", index], texts.twice(code));
    const units = activity.units.map((unit) => unit.code);
    for (const [position, unit] of (scope.units ?? []).entries()) {
      if (!units.includes(unit)) refuse(["units", position], texts.unknownUnit(unit, code, units));
      else if (index === 0 && scope.units?.indexOf(unit) !== position)
        refuse(["units", position], texts.twice(unit));
    }
    const seasons = (activity.seasons ?? []).map((season) => season.name);
    if (scope.season !== undefined && !seasons.includes(scope.season))
      refuse(["season"], texts.unknownSeason(scope.season, code, seasons));
  }
  return findings;
}

const listed = (names: readonly string[]) =>
  names.length === 0 ? "il n’y en a aucun" : `écrivez ${names.map((name) => `« ${name} »`).join(" ou ")}`;

const texts = {
  unknownActivity: (code: string, known: readonly string[]) =>
    `Aucun service n’a le code « ${code} » dans « activities » : ${listed(known)}.`,
  unknownUnit: (code: string, activity: string, known: readonly string[]) =>
    `« ${code} » n’est pas une prestation du service « ${activity} » : ${listed(known)}, ou faites une entrée à part pour ce service.`,
  unknownSeason: (name: string, activity: string, known: readonly string[]) =>
    `« ${name} » n’est pas une saison du service « ${activity} » : ${listed(known)}.`,
  twice: (code: string) => `« ${code} » est nommé deux fois : gardez-le une fois.`,
} as const;
