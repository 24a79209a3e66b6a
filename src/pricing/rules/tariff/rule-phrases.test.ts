import { expect, test } from "vitest";

import type { AbsenceRule, PenaltyRule } from "./grammar.ts";
import { absencePhrase, penaltyPhrase } from "./rule-phrases.ts";

test.each<[PenaltyRule, string]>([
  [
    { on: "unbooked", name: "Repas sans réservation", percent: "50", fromTime: 2 },
    "Repas sans réservation (venue sans réservation) : 50 % de plus, à partir de la 2ᵉ fois",
  ],
  [
    { on: "latePickUp", plus: "5.00", everyMinutes: 15, graceMinutes: 5, per: "family" },
    "départ en retard : 5,00 € par tranche de 15 minutes commencée, rien jusqu’à 5 minutes, une fois pour la famille",
  ],
  [
    { on: "lateBooking", instead: "5.40", when: { residence: "outside" }, toTime: 3 },
    "réservation hors délai : 5,40 € au lieu du prix habituel, hors territoire, jusqu’à la 3ᵉ fois",
  ],
])("a penalty in words: %j", (rule, said) => {
  expect(penaltyPhrase(rule).replaceAll("\u00a0", " ")).toBe(said);
});

test.each<[AbsenceRule, string]>([
  [
    { reasons: ["illness"], proof: { withinHours: 48 }, billedFirstDays: 1, billed: "none" },
    "absence pour maladie : non facturée, avec un justificatif sous 48 heures, sauf le premier jour",
  ],
  [{ billed: "full" }, "toute autre absence : facturée comme une présence"],
  [
    { reasons: ["illness", "greve"], toldBy: "09:30", billedFirstDays: 2, counted: "school", billed: "none" },
    "absence pour maladie ou « greve » : non facturée, dite le premier jour avant 9 h 30, sauf les 2 premiers jours d’école",
  ],
])("a rule of absences in words: %j", (rule, said) => {
  expect(absencePhrase(rule).replaceAll("\u00a0", " ")).toBe(said);
});
