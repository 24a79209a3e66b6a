import { capitalise, joinList } from "#kernel";

import { closedSentence } from "./deadline-sentence.ts";
import type { Outcome } from "./lines.ts";
import { closedWord } from "./place-sentence.ts";

/** What is known of the slot of a decided line; null for a line that is not the family's. */
export interface OutcomeFacts {
  readonly bookUntil: Temporal.Instant;
  readonly cancelUntil: Temporal.Instant;
  readonly closedBecause: string | null;
  /** Why the deadline is what it is, one phrase a reason: « mercredi 11 novembre est férié (Armistice 1918) ». */
  readonly skippedToBook: readonly string[];
  readonly skippedToCancel: readonly string[];
}

/** How a receipt tells what became of a line. */
export interface OutcomeWords {
  /** `done` changed something, `same` was so already, `refused` could not be done. */
  readonly kind: "done" | "same" | "refused";
  /** « Réservé », « Trop tard » */
  readonly word: string;
  /** Why, since when, and what can be done; empty when there is nothing to explain. */
  readonly why: string;
}

/**
 * The words of an outcome, the same on the receipt, in the e-mail and on the agent's screen.
 * Too late for 12 November 2026: « Ce jour n'est plus réservable depuis le mardi 10 novembre à 12 h, parce que
 * mercredi 11 novembre est férié (Armistice 1918). »
 */
export function outcomeWords(outcome: Outcome, facts: OutcomeFacts | null): OutcomeWords {
  switch (outcome) {
    case "booked":
      return { kind: "done", word: "Réservé", why: "" };
    case "cancelled":
      return { kind: "done", word: "Annulé", why: "" };
    case "already_booked":
      return {
        kind: "same",
        word: "Déjà réservé",
        why: "Cette place était déjà réservée : rien n'a changé.",
      };
    case "not_booked":
      return {
        kind: "same",
        word: "Déjà annulé",
        why: "Cette place n'était pas réservée par vous : rien n'a changé.",
      };
    case "repeated":
      return { kind: "same", word: "En double", why: "Cette ligne était déjà dans le même envoi." };
    case "full":
      return { kind: "refused", word: "Complet", why: "Toutes les places de ce jour sont prises." };
    case "closed":
      return { kind: "refused", word: "Fermé", why: `${closedWord(facts?.closedBecause ?? "")}.` };
    case "past":
      return { kind: "refused", word: "Jour passé", why: "Ce jour est passé : il ne peut plus changer." };
    case "too_late_to_book":
      return tooLate(facts?.bookUntil, facts?.skippedToBook, "book");
    case "too_late_to_cancel":
      return tooLate(facts?.cancelUntil, facts?.skippedToCancel, "cancel");
    case "unknown":
      return {
        kind: "refused",
        word: "Non trouvé",
        why: "Ce jour n'est pas, ou n'est plus, proposé à votre famille. Ouvrez de nouveau le planning.",
      };
  }
}

function tooLate(
  until: Temporal.Instant | undefined,
  skipped: readonly string[] | undefined,
  act: "book" | "cancel",
): OutcomeWords {
  const word = "Trop tard";
  if (until === undefined) return { kind: "refused", word, why: "Le délai est passé." };
  const because = skipped === undefined || skipped.length === 0 ? "" : `, parce que ${joinList(skipped)}`;
  return { kind: "refused", word, why: `${capitalise(`ce jour ${closedSentence(until, act)}`)}${because}.` };
}
