import { formatDayAndYear } from "#kernel";
import type { StateTone } from "#platform";

import type { RequestState } from "./rules/states.ts";

/** How a request stands, in a word. */
export const stateWords: Readonly<Record<RequestState, string>> = {
  draft: "Brouillon",
  submitted: "Envoyée",
  under_review: "En cours d’examen",
  more_needed: "Complément demandé",
  accepted: "Acceptée",
  refused: "Refusée",
  withdrawn: "Retirée",
  expired: "Brouillon effacé",
};

/** The colour and the drawing that repeat the word. */
export const stateTones: Readonly<Record<RequestState, StateTone>> = {
  draft: "free",
  submitted: "waiting",
  under_review: "waiting",
  more_needed: "late",
  accepted: "on",
  refused: "removed",
  withdrawn: "closed",
  expired: "closed",
};

/** What silence means, on its date: the one sentence of the page, the mail, the PDF and the agent’s screen. */
export function silenceSentence(silence: "accepted" | "refused", on: Temporal.PlainDate): string {
  return silence === "accepted"
    ? `Sans réponse de notre part le ${formatDayAndYear(on)}, votre demande sera considérée comme acceptée. Vous pourrez alors demander une attestation.`
    : `Sans réponse de notre part le ${formatDayAndYear(on)}, votre demande sera considérée comme refusée.`;
}

/** « Nous vous répondons en général avant le lundi 21 décembre 2026. » */
export const expectedSentence = (on: Temporal.PlainDate): string =>
  `Nous vous répondons en général avant le ${formatDayAndYear(on)}.`;

/** « Demande n° 128 » */
export const numberWords = (number: number): string => `Demande n°\u00a0${number}`;
