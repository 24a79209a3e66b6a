import { countOf, formatDay, formatTime, joinList, stepPhrase } from "#kernel";

import { leavesFirst, timeAt } from "./hours.ts";
import type { Hours } from "./lines.ts";

/** The rules of a unit, as far as a refusal tells them. */
export interface UnitRules {
  /** « Semaine au centre » */
  readonly unitName: string;
  /** The names of the units that it excludes on a day, and of those of which it needs one. */
  readonly excludes: readonly string[];
  readonly needs: readonly string[];
  /** The names of the units that need it. */
  readonly neededBy?: readonly string[];
  readonly leastDaysAWeek: number | null;
  readonly bookedBy: "slot" | "week" | "season";
  /** Minutes: hours are chosen in steps of so many, between these two (local minutes since midnight). */
  readonly hourStep: number | null;
  readonly fromMinute: number;
  readonly toMinute: number;
  /** Up to how many may come with the person; null where nobody does. */
  readonly companions?: number | null;
}

/** A line that makes others be refused: « Navette », 8 December 2026. */
export interface LineAtFault {
  readonly unitName: string;
  readonly date: Temporal.PlainDate;
}

/** What is said of hours whose end is not after their beginning. */
export const DEPARTURE_FIRST =
  "Le départ vient avant l’arrivée : choisissez un départ plus tard que l’arrivée.";

/** A rule of a unit that a form would break. */
export type BrokenUnitRule =
  | "bad_hours"
  | "bad_companions"
  | "excluded"
  | "excluded_elsewhere"
  | "needs_other"
  | "needed"
  | "incomplete_package"
  | "below_minimum";

/**
 * Which rule of the unit a line breaks, and what to do: « Il faut réserver au moins 2 jours dans la semaine, ou aucun. » Without the unit's rules (a line that is not the family's), the same without names.
 */
export function unitRuleSentence(
  broken: BrokenUnitRule,
  rules: UnitRules | undefined,
  hours?: Hours,
): { word: string; why: string } {
  switch (broken) {
    case "bad_hours":
      return { word: "Heures à revoir", why: hoursSentence(rules, hours) };
    case "bad_companions":
      return { word: "Trop d’enfants", why: companionsSentence(rules?.companions ?? null) };
    case "excluded":
      return {
        word: "Déjà pris autrement",
        why: `Cette prestation ne se cumule pas le même jour avec ${names(rules?.excludes, "une autre")} : gardez l’une des deux.`,
      };
    case "needs_other":
      return {
        word: "Il manque une réservation",
        why: `Réservez aussi ${names(rules?.needs, "la prestation dont elle dépend")} ce jour-là, ou annulez les deux.`,
      };
    case "excluded_elsewhere":
      return {
        word: "Déjà réservé",
        why: "Cet enfant a déjà, ce jour-là, une réservation qui ne se cumule pas avec cette prestation : rien n’a changé.",
      };
    case "needed":
      return {
        word: "Une autre en dépend",
        why: `Réservé le même jour, ${names(rules?.neededBy, "une autre prestation", "et")} en dépend : annulez les deux, ou gardez celle-ci.`,
      };
    case "incomplete_package":
      return { word: "À prendre en entier", why: packageSentence(rules) };
    case "below_minimum": {
      const least = rules?.leastDaysAWeek ?? null;
      const days = least === null ? "plus de jours" : `au moins ${least} jours`;
      return {
        word: "Trop peu de jours",
        why: `Il faut réserver ${days} dans la semaine, ou aucun : rien n’a changé cette semaine-là.`,
      };
    }
  }
}

function packageSentence(rules: UnitRules | undefined): string {
  const whole = rules?.bookedBy === "season" ? "toutes ses dates" : "toute la semaine";
  return `Cette prestation se réserve et s’annule pour ${whole} : rien n’a changé.`;
}

/** « Cette ligne ne pose pas de problème. Elle est refusée avec « Navette » du mardi 8 décembre : corrigez… » */
export function refusedWithSentence(atFault: readonly LineAtFault[]): string {
  const whom = atFault.map(({ unitName, date }) => `« ${unitName} » du ${formatDay(date)}`);
  const others = whom.length === 0 ? "une autre ligne de la semaine" : joinList([...new Set(whom)]);
  return `Cette ligne est refusée avec ${others} : corrigez ou retirez ce qui bloque, puis envoyez de nouveau.`;
}

function hoursSentence(rules: UnitRules | undefined, hours: Hours | undefined): string {
  if (leavesFirst({ hours })) return DEPARTURE_FIRST;
  if (rules === undefined || rules.hourStep === null) return "Choisissez une arrivée avant le départ.";
  const from = formatTime(timeAt(rules.fromMinute));
  const to = formatTime(timeAt(rules.toMinute));
  return `Choisissez une arrivée et un départ entre ${from} et ${to}, ${stepPhrase(rules.hourStep)}.`;
}

function companionsSentence(most: number | null): string {
  return most === null
    ? "Ce jour se réserve pour une seule personne."
    : `Une même personne vient avec ${countOf(most, "enfant")} au plus.`;
}

function names(known: readonly string[] | undefined, otherwise: string, and = "ou"): string {
  if (known === undefined || known.length === 0) return otherwise;
  return known.map((name) => `« ${name} »`).join(` ${and} `);
}
