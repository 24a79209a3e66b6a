import { capitalise } from "#kernel";

import { becauseOf, closedSentence, type DeadlineAct } from "./deadline-sentence.ts";
import type { Hours, Outcome } from "./lines.ts";
import { CLASS_AWAY, classAwaySentence, closedWord } from "./place-sentence.ts";
import { shutSentence, shutWord } from "./window-sentence.ts";
import type { ShutWindow } from "./window.ts";
import {
  refusedWithSentence,
  unitRuleSentence,
  type LineAtFault,
  type UnitRules,
} from "./unit-rules-sentence.ts";

/** What is known of the slot of a decided line; null for a line that is not the family's. */
export interface OutcomeFacts {
  readonly bookUntil: Temporal.Instant;
  readonly cancelUntil: Temporal.Instant;
  /** Until when hours may change; null where it is as for cancelling. */
  readonly changeUntil: Temporal.Instant | null;
  readonly closedBecause: string | null;
  /** What the windows said of a line that they refused. */
  readonly shut?: ShutWindow | null;
  /** What an agent wrote of the participant's class, which is away that day. */
  readonly classAway?: string | null;
  /** Why the deadline is what it is, one phrase a reason: « mercredi 11 novembre est férié (Armistice 1918) ». */
  readonly skippedToBook: readonly string[];
  readonly skippedToCancel: readonly string[];
  readonly skippedToChange: readonly string[];
  readonly unitRules: UnitRules;
  /** The hours that the line asked, where they are chosen. */
  readonly hours?: Hours | undefined;
  /** The lines for which a line that breaks no rule was refused. */
  readonly refusedWith?: readonly LineAtFault[];
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

const done = (word: string, why = ""): OutcomeWords => ({ kind: "done", word, why });
const same = (word: string, why: string): OutcomeWords => ({ kind: "same", word, why });
const refused = (word: string, why: string): OutcomeWords => ({ kind: "refused", word, why });

/** What was done, or was so already: the slot has nothing to add. */
const SETTLED = {
  booked: done("Réservé"),
  held: done("Gardé", "Cette place est gardée le temps de la payer, puis elle est rendue."),
  cancelled: done("Annulé"),
  changed: done("Changé", "Les heures sont changées."),
  waiting: done("Sur la liste d’attente", "Nous vous écrivons dès qu’une place se libère pour vous."),
  left: done("Liste quittée", "Vous n’attendez plus de place ce jour-là."),
  declined: done("Place refusée", "La place est proposée à la famille suivante."),
  already_booked: same("Déjà réservé", "Cette place était déjà réservée : rien n’a changé."),
  already_waiting: same(
    "Déjà sur la liste",
    "Cet enfant attend déjà une place ce jour-là : rien n’a changé.",
  ),
  not_booked: same("Déjà annulé", "Cette place n’était pas réservée par vous : rien n’a changé."),
  same_hours: same("Mêmes heures", "Les heures étaient déjà celles-là : rien n’a changé."),
  repeated: same("En double", "Cette ligne était déjà dans le même envoi."),
} satisfies Partial<Record<Outcome, OutcomeWords>>;

type Settled = keyof typeof SETTLED;

const isSettled = (outcome: Outcome): outcome is Settled => outcome in SETTLED;

/**
 * The words of an outcome, the same on the receipt, in the e-mail and on the agent's screen.
 * Too late for 12 November 2026: « Ce jour n'est plus réservable depuis le mardi 10 novembre à 12 h, parce que
 * mercredi 11 novembre est férié (Armistice 1918). »
 */
export function outcomeWords(outcome: Outcome, facts: OutcomeFacts | null): OutcomeWords {
  return isSettled(outcome) ? SETTLED[outcome] : refusedWords(outcome, facts);
}

function refusedWords(outcome: Exclude<Outcome, Settled>, facts: OutcomeFacts | null): OutcomeWords {
  switch (outcome) {
    case "full":
      return refused("Complet", fullWhy(facts?.unitRules.bookedBy));
    case "wrong_age":
      return refused("Autre âge", "Les places de ce jour sont pour d’autres âges.");
    case "closed":
      return refused("Fermé", `${closedWord(facts?.closedBecause ?? "")}.`);
    case "past":
      return refused("Jour passé", "Ce jour est passé : il ne peut plus changer.");
    case "not_open_yet":
    case "window_closed":
      return shutWords(outcome, facts?.shut ?? null);
    case "class_away":
      return refused(CLASS_AWAY, `${classAwaySentence(facts?.classAway ?? "")}.`);
    case "too_late_to_book":
      return tooLate(facts?.bookUntil, facts?.skippedToBook, "book");
    case "too_late_to_cancel":
      return tooLate(facts?.cancelUntil, facts?.skippedToCancel, "cancel");
    case "too_late_to_change":
      return tooLate(facts?.changeUntil ?? facts?.cancelUntil, facts?.skippedToChange, "change");
    case "offer_over":
      return refused("Offre passée", "Le temps pour répondre est passé, ou la place a été rendue.");
    case "bad_hours":
    case "bad_companions":
    case "excluded":
    case "excluded_elsewhere":
    case "needs_other":
    case "needed":
    case "incomplete_package":
    case "below_minimum":
      return { kind: "refused", ...unitRuleSentence(outcome, facts?.unitRules, facts?.hours) };
    case "refused_with":
      return refused("Refusé avec le reste", refusedWithSentence(facts?.refusedWith ?? []));
    case "unknown":
      return refused(
        "Non trouvé",
        "Ce jour n’est pas, ou n’est plus, proposé à votre famille. Ouvrez de nouveau le planning.",
      );
  }
}

/** Of what is booked whole, one full day is enough. */
function fullWhy(bookedBy: UnitRules["bookedBy"] = "slot"): string {
  return bookedBy === "slot"
    ? "Toutes les places de ce jour sont prises."
    : "Il n’y a plus de place pour tous ces jours, qui se réservent ensemble.";
}

/** As the planning says it; the windows may have changed since, and say nothing then. */
function shutWords(outcome: "not_open_yet" | "window_closed", shut: ShutWindow | null): OutcomeWords {
  if (shut !== null) return refused(shutWord(shut), `${shutSentence(shut)}.`);
  return outcome === "not_open_yet"
    ? refused("Pas encore ouvert", "Les réservations de ce jour ne sont pas encore ouvertes pour vous.")
    : refused("Réservations closes", "Les réservations de ce jour sont closes.");
}

function tooLate(
  until: Temporal.Instant | undefined,
  skipped: readonly string[] | undefined,
  act: DeadlineAct,
): OutcomeWords {
  const word = "Trop tard";
  if (until === undefined) return { kind: "refused", word, why: "Le délai est passé." };
  const because = becauseOf(skipped ?? []);
  return { kind: "refused", word, why: `${capitalise(`ce jour ${closedSentence(until, act)}`)}${because}.` };
}
