import { cents } from "#kernel";
import { expect, test } from "vitest";

import { agreedSentence, moreSentence } from "./psu-sentences.fr.ts";

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

const year = {
  agreedMinutes: 1053 * 60 + 30,
  months: 12,
  index: 4,
  usualMinutes: 87 * 60,
  lastMinutes: 96 * 60 + 30,
  rate: cents(101),
  cents: cents(8787),
};

test.each([
  [
    "a usual month",
    {},
    "Contrat : 1 053 h 30 sur 12 mois, en heures entières : 87 h par mois, le dernier mois 96 h 30. Ce mois est le 4ᵉ sur 12 : 87 h à 1,01 € de l’heure, soit 87,87 €.",
  ],
  [
    "the last one takes what is left",
    { index: 12, cents: cents(9747) },
    "Contrat : 1 053 h 30 sur 12 mois, en heures entières : 87 h par mois, le dernier mois 96 h 30. Ce mois est le 12ᵉ sur 12 : 96 h 30 à 1,01 € de l’heure, soit 97,47 €.",
  ],
  [
    "all alike",
    { agreedMinutes: 12 * 87 * 60, lastMinutes: 87 * 60, index: 1 },
    "Contrat : 1 044 h sur 12 mois, en heures entières : 87 h par mois. Ce mois est le 1ᵉʳ sur 12 : 87 h à 1,01 € de l’heure, soit 87,87 €.",
  ],
  [
    "one month",
    { agreedMinutes: 87 * 60, lastMinutes: 87 * 60, months: 1, index: 1 },
    "Contrat d’un seul mois : 87 h à 1,01 € de l’heure, soit 87,87 €.",
  ],
] as const)("where the hours of a month come from: %s", (_, other, words) => {
  expect(plain(agreedSentence({ ...year, ...other }))).toBe(words);
});

test("a day that was longer than agreed is told with its hours, and what it adds", () => {
  const real = { from: 540, to: 1027 };
  expect(
    plain(moreSentence({ day: "2026-11-04", planned: { from: 540, to: 1020 }, real, minutes: 30 })),
  ).toBe(
    "En plus, le mercredi 4 novembre 2026 : prévu de 9 h à 17 h, compté de 9 h à 17 h 07 : une demi-heure.",
  );
  expect(
    plain(moreSentence({ day: "2026-11-04", planned: null, real: { from: 570, to: 780 }, minutes: 210 })),
  ).toBe(
    "En plus, le mercredi 4 novembre 2026 : jour non prévu au contrat, compté de 9 h 30 à 13 h : 3 h 30.",
  );
});
