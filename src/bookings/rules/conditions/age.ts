import { ofName } from "#kernel";

import { dateInFull } from "../date-in-full.ts";
import { agePhrase } from "./age-phrase.ts";
import type { AgeCondition } from "./condition.ts";
import type { EnrolmentFacts } from "./facts.ts";
import { complement, daysWithin } from "./span.ts";
import { allOrNothing, type Verdict } from "./verdict.ts";

/** Eighteen years, in months. */
const OF_AGE = 18 * 12;

/** Why an age does not fit. Ages are in whole months; `day` is the day that counts, null when each day attended does. */
export type AgeUnmet =
  | { readonly code: "no-birth-date"; readonly firstName: string }
  /** A grown-up asks for a service of children: what matters is for whom it is, not when he or she was born. */
  | {
      readonly code: "for-children";
      readonly firstName: string;
      readonly fromMonths: number | null;
      readonly untilMonths: number;
    }
  | (AgeFacts & { readonly code: "too-young" | "too-old" | "age-excluded" });

interface AgeFacts {
  readonly firstName: string;
  readonly fromMonths: number | null;
  readonly untilMonths: number | null;
  /** When the person comes of the first age, and of the last one. */
  readonly turnsFrom: Temporal.PlainDate | null;
  readonly turnsUntil: Temporal.PlainDate | null;
  readonly day: Temporal.PlainDate | null;
  readonly today: Temporal.PlainDate;
}

/**
 * @rule L'âge pour s'inscrire
 *
 * Un service peut demander un âge entre deux âges, le dernier non compris, en années ou en mois. L'âge compte, selon
 * le règlement : chaque jour où l'enfant vient, le jour de l'inscription, le premier jour de la saison, à une date, ou
 * un jour de l'année civile où la saison commence (le 31 décembre). Quand il compte chaque jour, l'enfant qui aura
 * l'âge en cours de saison est inscrit à partir de ce jour-là, et celui qui atteint l'âge limite jusqu'à la veille.
 *
 * Exemple : « à partir de 3 ans, chaque jour » ; Tom, né le 4 mars 2024, est inscrit du jeudi 4 mars 2027 à la fin
 * de la saison. « À partir de 3 ans au 31 décembre » : Tom attend la saison suivante.
 *
 * Un adulte a l'âge de tout service « à partir de » 18 ans ou moins, même si sa date de naissance manque ; un service
 * d'enfants lui dit pour quel âge il est.
 *
 * Né un 29 février, on a l'âge le 28 février des années qui n'en ont pas.
 */
export function decideAge(
  condition: AgeCondition,
  { person, season, today }: EnrolmentFacts,
  negated: boolean,
): Verdict<AgeUnmet> {
  const { firstName, birthDate } = person;
  const fromMonths = inMonths(condition.fromYears, condition.fromMonths);
  const untilMonths = inMonths(condition.untilYears, condition.untilMonths);
  if (person.kind === "adult" && untilMonths !== null && untilMonths <= OF_AGE) {
    return allOrNothing(season, negated, { code: "for-children", firstName, fromMonths, untilMonths });
  }
  if (birthDate === null) {
    const grownUp = person.kind === "adult" && untilMonths === null && (fromMonths ?? 0) <= OF_AGE;
    const unknown = { code: "no-birth-date", firstName } as const;
    return grownUp && !negated ? { days: [season], unmet: [] } : { days: [], unmet: [unknown] };
  }
  const turns = (months: number | null) => (months === null ? null : birthDate.add({ months }));
  const day = dayThatCounts(condition.on, season.first, today);
  const facts: AgeFacts = {
    firstName,
    fromMonths,
    untilMonths,
    turnsFrom: turns(fromMonths),
    turnsUntil: turns(untilMonths),
    day,
    today,
  };
  const counted = day === null ? season : { first: day, last: day };
  const fitting = daysWithin(counted, facts.turnsFrom, facts.turnsUntil);
  const right = negated ? complement(counted, fitting) : fitting;
  const days = day === null ? right : right.length > 0 ? [season] : [];
  const whole = days.some(({ first, last }) => first.equals(season.first) && last.equals(season.last));
  return { days, unmet: whole ? [] : [{ ...facts, code: codeOf(facts, counted.first, negated) }] };
}

function inMonths(years: number | undefined, months: number | undefined): number | null {
  return years === undefined ? (months ?? null) : years * 12;
}

function dayThatCounts(
  on: string,
  seasonStart: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  switch (on) {
    case "slotDay":
      return null;
    case "enrolment":
      return today;
    case "seasonStart":
      return seasonStart;
    default:
      return on.length > "12-31".length
        ? Temporal.PlainDate.from(on)
        : Temporal.PlainMonthDay.from(on).toPlainDate({ year: seasonStart.year });
  }
}

function codeOf({ turnsFrom }: AgeFacts, first: Temporal.PlainDate, negated: boolean) {
  if (negated) return "age-excluded";
  const young = turnsFrom !== null && Temporal.PlainDate.compare(first, turnsFrom) < 0;
  return young ? "too-young" : "too-old";
}

/** « Pas encore : Tom aura 3 ans le 4 mars 2027. » */
export function ageSentence(unmet: AgeUnmet): string {
  const { firstName } = unmet;
  if (unmet.code === "no-birth-date")
    return `La date de naissance ${ofName(firstName)} manque au dossier : appelez-nous pour la donner.`;
  if (unmet.code === "for-children")
    return `Ce service est pour les enfants ${agesOf(unmet.fromMonths, unmet.untilMonths)} : ${firstName} est une personne adulte.`;
  const { fromMonths, untilMonths, turnsFrom, turnsUntil, day, today } = unmet;
  const on = day === null || day.equals(today) ? "" : ` le ${dateInFull(day)}`;
  if (unmet.code === "too-young" && fromMonths !== null && turnsFrom !== null) {
    const turns = `${firstName} aura ${agePhrase(fromMonths)} le ${dateInFull(turnsFrom)}`;
    return on === ""
      ? `Pas encore : ${turns}.`
      : `Pas encore : il faut avoir ${agePhrase(fromMonths)}${on}, et ${turns}.`;
  }
  if (unmet.code === "too-old" && untilMonths !== null && turnsUntil !== null) {
    const past = Temporal.PlainDate.compare(turnsUntil, today) <= 0;
    const turns = past
      ? `${firstName} a ${agePhrase(untilMonths)} depuis le ${dateInFull(turnsUntil)}`
      : `${firstName} aura ${agePhrase(untilMonths)} le ${dateInFull(turnsUntil)}`;
    return `Réservé à ceux qui ont moins de ${agePhrase(untilMonths)}${on} : ${turns}.`;
  }
  return `Réservé à un autre âge que celui ${ofName(firstName)} : ${spanPhrase(fromMonths, untilMonths)} ne peuvent pas s’inscrire ici.`;
}

/** « de 3 à 12 ans », « de moins de 4 ans », « de 2 mois à moins de 3 ans et demi ». */
function agesOf(fromMonths: number | null, untilMonths: number): string {
  if (fromMonths === null || fromMonths === 0) return `de moins de ${agePhrase(untilMonths)}`;
  return fromMonths % 12 === 0 && untilMonths % 12 === 0
    ? `de ${fromMonths / 12} à ${agePhrase(untilMonths - 12)}`
    : `de ${agePhrase(fromMonths)} à moins de ${agePhrase(untilMonths)}`;
}

function spanPhrase(fromMonths: number | null, untilMonths: number | null): string {
  if (untilMonths === null) return `ceux qui ont ${agePhrase(fromMonths ?? 0)} ou plus`;
  if (fromMonths === null) return `ceux qui ont moins de ${agePhrase(untilMonths)}`;
  return `ceux qui ont de ${agePhrase(fromMonths)} à moins de ${agePhrase(untilMonths)}`;
}
