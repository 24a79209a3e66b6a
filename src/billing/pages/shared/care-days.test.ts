import { expect, test } from "vitest";

import { careDayWords } from "./care-days.ts";

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");
const priced = {
  activity: "multi-accueil",
  unit: "accueil",
  date: "2026-11-02",
  contract: {
    agreedMinutes: 63_210,
    agreedMonths: 12,
    index: 4,
    slice: { minutes: 30, of: "clock" },
    days: [
      { day: "2026-11-04", planned: { from: 540, to: 1020 }, real: { from: 540, to: 1027 } },
      { day: "2026-11-05", planned: { from: 540, to: 1020 }, absence: "closed" },
      { day: "2026-11-06", planned: { from: 540, to: 1020 } },
      { day: "2026-11-09", planned: { from: 540, to: 1020 }, absence: "noPlace" },
    ],
  },
};

test("the evidence of a contract's month is its days, with the hours that counted", () => {
  const said = careDayWords({ facts: { why: [], priced, attended: null } });
  expect(said.map(plain)).toEqual([
    "Mercredi 4 novembre : prévu de 9 h à 17 h, compté de 9 h à 17 h 07.",
    "Jeudi 5 novembre : prévu de 9 h à 17 h, accueil fermé, ou place rendue par le service.",
    "Vendredi 6 novembre : prévu de 9 h à 17 h, rien n’était noté.",
    "Lundi 9 novembre : prévu de 9 h à 17 h, personne n’était attendu : jour rendu, ou sans place.",
  ]);
});

test("a line that is no month of a contract has none", () => {
  expect(careDayWords({ facts: null })).toEqual([]);
  const facts = {
    why: [],
    priced: { activity: "cantine", unit: "repas", date: "2026-11-02" },
    attended: true,
  };
  expect(careDayWords({ facts })).toEqual([]);
});
