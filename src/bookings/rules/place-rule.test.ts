import { expect, test } from "vitest";

import { lateSentence, paymentSentence, samePlaces, USUAL_PLACES, waitingSentence } from "./place-rule.ts";

test.each([
  [
    {},
    "Pas de paiement d’abord. Liste d’attente par ordre d’arrivée ; une place libérée est proposée, 1 jour pour répondre.",
  ],
  [
    { holdMinutes: 30, answerMinutes: "atOnce", waitingOrder: "points" },
    "La place est gardée 30 minutes, jusqu’au paiement. Liste d’attente par points de priorité ; une place libérée est donnée d’office.",
  ],
  [
    { holdMinutes: 2880, answerMinutes: 90, waitingOrder: "siblings" },
    "La place est gardée 2 jours, jusqu’au paiement. Liste d’attente par ordre d’arrivée, les fratries ensemble ; une place libérée est proposée, 90 minutes pour répondre.",
  ],
  [{ waitingList: false }, "Pas de paiement d’abord. Pas de liste d’attente."],
  [
    { answerMinutes: 120 },
    "Pas de paiement d’abord. Liste d’attente par ordre d’arrivée ; une place libérée est proposée, 2 heures pour répondre.",
  ],
] as const)("%j", (said, sentence) => {
  const rule = { ...USUAL_PLACES, ...said };
  expect(`${paymentSentence(rule)} ${waitingSentence(rule)}`.replaceAll("\u00a0", " ")).toBe(sentence);
});

test("annulation hors délai : refusée si rien n’est dit", () => {
  expect(lateSentence(USUAL_PLACES)).toBe("Après le délai, la famille n’annule plus.");
  expect(samePlaces(USUAL_PLACES, { ...USUAL_PLACES, lateCancellation: false })).toBe(true);
  expect(samePlaces(USUAL_PLACES, { ...USUAL_PLACES, lateCancellation: true })).toBe(false);
});
