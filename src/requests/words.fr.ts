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

/** « Demande n° 128 » */
export const numberWords = (number: number): string => `Demande n°\u00a0${number}`;
