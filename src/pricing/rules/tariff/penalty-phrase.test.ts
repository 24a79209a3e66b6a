import { expect, test } from "vitest";

import { penaltyPhrase } from "./explain.ts";
import type { PenaltyRule } from "./grammar.ts";

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

test.each<[PenaltyRule, string]>([
  [
    { on: "latePickUp", graceMinutes: 5, everyMinutes: 15, plus: "5.00", per: "family" },
    "Départ en retard, au-delà de 5 minutes, une fois pour la famille : 5,00 € par tranche de 15 minutes commencée.",
  ],
  [
    { on: "unbooked", fromTime: 2, times: "2" },
    "Venue sans réservation, à partir de la 2ᵉ fois : prix multiplié par 2.",
  ],
  [
    { on: "lateCancellation", toTime: 3, instead: "3.75" },
    "Annulation hors délai, jusqu’à la 3ᵉ fois : 3,75 €.",
  ],
])("%j is told before it happens", (rule, told) => {
  expect(plain(penaltyPhrase(rule))).toBe(told);
});
