import { expect, test } from "vitest";

import { changeCount } from "./line-words.ts";
import { cancelledCount, outcomeCount } from "./outcome-count.ts";
import type { Outcome } from "./lines.ts";

const meals = (...outcomes: Outcome[]) => outcomes.map((outcome) => ({ outcome, unitName: "Repas" }));

test.each<[string, Outcome[]]>([
  ["1\u00a0repas réservé", ["booked"]],
  ["2\u00a0repas réservés, 1 annulé", ["booked", "cancelled", "booked"]],
  ["2\u00a0repas annulés", ["cancelled", "cancelled"]],
  ["1\u00a0repas réservé, 4 refusés", ["booked", "full", "closed", "past", "too_late_to_book"]],
  ["2\u00a0repas refusés", ["too_late_to_cancel", "unknown"]],
  ["1\u00a0repas réservé", ["already_booked", "booked", "not_booked", "repeated"]],
  [
    "1\u00a0repas gardé, 1 changé, 2\u00a0demandes sur liste d’attente",
    ["waiting", "held", "waiting", "changed"],
  ],
  ["1\u00a0repas annulé, 1 laissé, 1\u00a0demande retirée", ["cancelled", "left", "declined"]],
  ["1\u00a0demande sur liste d’attente", ["waiting"]],
  ["1\u00a0repas refusé", ["incomplete_package", "already_waiting"]],
  ["", ["already_booked"]],
  ["", []],
])("%s", (words, outcomes) => {
  expect(outcomeCount(meals(...outcomes))).toBe(words);
});

test("what is not all meals is counted in places", () => {
  const care = { outcome: "booked" as const, unitName: "Accueil du matin" };
  expect(outcomeCount([...meals("booked", "cancelled"), care])).toBe("2\u00a0places réservées, 1 annulée");
  expect(cancelledCount([care])).toBe("1\u00a0place annulée");
});

test("an offer that is left is no cancelled place", () => {
  expect(outcomeCount([{ outcome: "declined", unitName: "Repas" }])).toBe("1\u00a0repas laissé");
  expect(changeCount([{ act: "decline", unitName: "Journée" }])).toBe("1 place laissée");
});
