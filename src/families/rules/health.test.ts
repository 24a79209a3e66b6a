import { describe, expect, test } from "vitest";

import { tellsWhy } from "./diet.ts";
import { paiSentence, paiWord } from "./pai.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

describe("a PAI", () => {
  test.each([
    [false, null, "2027-07-05", ""],
    [true, null, "2027-07-05", "PAI"],
    [true, "2027-07-05", "2027-07-05", "PAI"],
    [true, "2027-07-05", "2027-07-06", "PAI à renouveler"],
  ])("(%s, until %s) is told on %s as « %s »", (hasPai, until, today, word) => {
    expect(paiWord({ hasPai, paiUntil: until === null ? null : day(until) }, day(today))).toBe(word);
  });

  test("says its date", () => {
    const facts = { hasPai: true, paiUntil: day("2027-07-05") };
    expect(paiSentence(facts, day("2027-07-05"))).toBe("PAI jusqu’au 05/07/2027");
    expect(paiSentence(facts, day("2027-07-06"))).toBe("PAI à renouveler depuis le 05/07/2027");
  });
});

describe("a diet", () => {
  test.each(["Halal", "repas cashers et casher", "pas de porc (religion)", "HALLAL", "Musulmane", "carême"])(
    "« %s » tells why",
    (diet) => expect(tellsWhy(diet)).toBe(true),
  );
  test.each(["sans porc", "Sans viande", "sans gluten", "végétarien", "sans fruits à coque", ""])(
    "« %s » does not",
    (diet) => expect(tellsWhy(diet)).toBe(false),
  );
});
