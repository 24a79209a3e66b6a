import { joinChoices, ofName } from "#kernel";

import type { SchoolCondition } from "./condition.ts";
import type { EnrolmentFacts, Schooling } from "./facts.ts";
import type { Span } from "./span.ts";
import { allOrNothing, type Verdict } from "./verdict.ts";

/** Why a school, a level or a class does not fit. */
export type SchoolUnmet =
  | { readonly code: "school-unknown"; readonly firstName: string; readonly schoolYear: string }
  | {
      readonly code: "other-school" | "school-excluded";
      readonly firstName: string;
      readonly wanted: SchoolCondition;
      readonly schooling: Schooling;
    };

/** Whether it is the school that does not fit, and not the level or the class within it. */
export function isElsewhere({
  wanted,
  schooling,
}: Extract<SchoolUnmet, { wanted: SchoolCondition }>): boolean {
  return (
    schooling.school !== "" && wanted.schools !== undefined && !isAmong(schooling.school, wanted.schools)
  );
}

/**
 * @rule L'école pour s'inscrire
 *
 * Un service peut être réservé à des écoles, des niveaux ou des classes : ceux de l'année scolaire où la saison
 * commence. Pour une saison d'été, tant que la rentrée n'est pas connue, c'est la classe que l'enfant quitte.
 */
export function decideSchool(
  wanted: SchoolCondition,
  { person, season }: EnrolmentFacts,
  negated: boolean,
): Verdict<SchoolUnmet> {
  const { firstName, schoolings } = person;
  const years = schoolYearsOf(season);
  const schooling = years
    .map((year) => schoolings.find(({ schoolYear }) => schoolYear === year))
    .find((known) => known !== undefined);
  if (schooling === undefined) {
    return { days: [], unmet: [{ code: "school-unknown", firstName, schoolYear: years[0] }] };
  }
  const fits =
    isAmong(schooling.school, wanted.schools) &&
    isAmong(schooling.level, wanted.levels) &&
    isAmong(schooling.className, wanted.classes);
  const code = negated ? "school-excluded" : "other-school";
  return allOrNothing(season, fits !== negated, { code, firstName, wanted, schooling });
}

const JULY = 7;
const AUGUST = 8;

/** The school years whose classes count for a season, the one to look at first before the other. */
function schoolYearsOf({ first, last }: Span): readonly [string, ...string[]] {
  const start = first.month >= JULY ? first.year : first.year - 1;
  const ofSummer = first.month >= JULY && last.year === first.year && last.month <= AUGUST;
  return ofSummer ? [yearLabel(start), yearLabel(start - 1)] : [yearLabel(start)];
}

const yearLabel = (start: number): string => `${start}-${start + 1}`;

/** Case and the spaces around do not count: the register and the rule set are typed by different hands. */
function isAmong(text: string, wanted: readonly string[] | undefined): boolean {
  const fold = (word: string) => word.trim().toLocaleLowerCase("fr-FR");
  return wanted === undefined || wanted.some((one) => fold(one) === fold(text));
}

/** « Réservé à l'école « Rue », en CP ou CE1 : en 2026-2027, Tom est à l'école « Quend », en CM2. » */
export function schoolSentence(unmet: SchoolUnmet): string {
  if (unmet.code === "school-unknown")
    return `L’école ${ofName(unmet.firstName)} en ${unmet.schoolYear} manque au dossier : appelez-nous pour la donner.`;
  const { wanted, schooling, firstName } = unmet;
  const limit = joined([
    places("à l’école", wanted.schools),
    places("en", wanted.levels, ""),
    places("à la classe", wanted.classes),
  ]);
  const own = joined([
    schooling.school === "" ? "" : `à l’école « ${schooling.school} »`,
    schooling.level === "" ? "" : `en ${schooling.level}`,
    wanted.classes === undefined || schooling.className === ""
      ? ""
      : `dans la classe « ${schooling.className} »`,
  ]);
  const opened = unmet.code === "other-school" ? "Réservé" : "Ouvert à tous sauf";
  return `${opened} ${limit} : en ${schooling.schoolYear}, ${firstName} est ${own} ; si cela a changé, appelez-nous.`;
}

const joined = (parts: readonly string[]) => parts.filter((part) => part !== "").join(", ");

function places(before: string, names: readonly string[] | undefined, quote = "«"): string {
  if (names === undefined) return "";
  return `${before} ${joinChoices(names.map((name) => (quote === "" ? name : `« ${name} »`)))}`;
}
