import { expect, test } from "vitest";

import { changeWords } from "./change-words.ts";

const date = Temporal.PlainDate.from("2026-11-16");
const late = { from: 990, to: 1080 };
const early = { from: 990, to: 1020 };

test.each([
  [{ companions: 0 }, { hours: null, companions: 3 }, "lundi 16 novembre, éveil, sans enfant (avant : 3)"],
  [
    { companions: 2 },
    { hours: null, companions: 0 },
    "lundi 16 novembre, éveil, avec 2 enfants (avant : aucun)",
  ],
  [{}, { hours: null, companions: 3 }, "lundi 16 novembre, éveil, avec 3 enfants"],
  [
    { hours: early },
    { hours: late, companions: 0 },
    "lundi 16 novembre, éveil, 16 h 30 – 17 h (avant : 16 h 30 – 18 h)",
  ],
  [{ hours: late }, { hours: late, companions: 0 }, "lundi 16 novembre, éveil, 16 h 30 – 18 h"],
  [{ hours: late }, null, "lundi 16 novembre, éveil, 16 h 30 – 18 h"],
])("a change says what was before", (asked, before, words) => {
  const said = changeWords({ unitName: "Éveil", date, ...asked }, before);
  expect(said.replaceAll("\u00a0", " ")).toBe(words);
});
