import { conditionSentence } from "./conditions/condition-sentence.ts";
import type { EnrolmentDecision } from "./conditions/enrolment-decision.ts";
import type { Unmet } from "./conditions/unmet.ts";
import type { Span } from "./conditions/span.ts";
import { dateInFull } from "./date-in-full.ts";

/**
 * « Inscription faite, pour venir jusqu'au 2 juillet 2027 », with the first day where that is still to come. « Inscription
 * du … au … » was read as the time in which one may enrol.
 */
export function enrolledWord({ first, last }: Span, today: Temporal.PlainDate): string {
  const begun = Temporal.PlainDate.compare(first, today) <= 0;
  return begun
    ? `Inscription faite, pour venir jusqu’au ${dateInFull(last)}`
    : `Inscription faite, pour venir du ${dateInFull(first)} au ${dateInFull(last)}`;
}

/** « Inscription faite pour le 3 décembre 2026 seulement : … », told beside what may be chosen. */
export function movedEnrolmentSentence({ first, last }: Span): string {
  const days = first.equals(last)
    ? `le ${dateInFull(first)}`
    : `des jours du ${dateInFull(first)} au ${dateInFull(last)}`;
  return `Inscription faite pour ${days} seulement : une réservation y a été déplacée.`;
}

/** What the conditions say in a word or two: « Possible », « Possible à partir du 4 mars 2027 », « Pas possible ». */
export function decisionWord(decision: EnrolmentDecision, season: Span, today: Temporal.PlainDate): string {
  switch (decision.kind) {
    case "over":
      return "Saison terminée";
    case "refused":
      return "Pas possible";
    case "possible":
      return possibleWord(decision.firstDay, decision.lastDay, season, today);
  }
}

function possibleWord(
  firstDay: Temporal.PlainDate,
  lastDay: Temporal.PlainDate,
  season: Span,
  today: Temporal.PlainDate,
): string {
  const { compare } = Temporal.PlainDate;
  const left = compare(season.first, today) < 0 ? today : season.first;
  const later = compare(firstDay, left) > 0 ? ` à partir du ${dateInFull(firstDay)}` : "";
  const sooner = compare(lastDay, season.last) < 0 ? ` jusqu’au ${dateInFull(lastDay)}` : "";
  return `Possible${later}${sooner}`;
}

/**
 * Why not, or why not all along: one sentence a condition; empty where nothing stands in the way.
 * @param say what is said of a condition: to the family how to meet it, to an agent the fact alone
 */
export function decisionSentences(
  decision: EnrolmentDecision,
  say: (unmet: Unmet) => string = conditionSentence,
): readonly string[] {
  if (decision.kind === "over") return [`Cette saison s’est terminée le ${dateInFull(decision.lastDay)}.`];
  return (decision.kind === "refused" ? decision.unmet : decision.bounds).map(say);
}
