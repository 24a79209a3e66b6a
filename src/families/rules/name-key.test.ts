import { foldText } from "#kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyCharacter } from "../../../test/any-character.ts";
import { nameKey } from "./name-key.ts";

describe("one name, however it was typed", () => {
  test.each([
    ["Lefèvre", "LEFEVRE"],
    ["D'Amico", "DAMICO"],
    ["d’ Amico", "D'AMICO"],
    ["DE SOUSA", "Desousa"],
    ["de La Tour", "DELATOUR"],
    ["Jean-Pierre", "jean  pierre"],
    ["Œuvrard", "OEUVRARD"],
    ["Lætitia", "LAETITIA"],
    ["Le\u00a0Goff", "LE GOFF"],
    ["Noe\u0308l", "Noël"],
    ["Łukasz", "lukasz"],
    ["SØREN", "Soren"],
    ["Martin‑Dupré", "MARTIN DUPRE"],
  ])("%s = %s", (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

  test.each([
    ["Dupont", "Dupond"],
    ["Martin", "Martine"],
    ["Lea", "Leo"],
    ["李", "王"],
  ])("%s ≠ %s", (one, other) => expect(nameKey(one)).not.toBe(nameKey(other)));

  test.each(["", " ", "-", "'’", "…"])("« %s » names nobody", (text) => expect(nameKey(text)).toBe(""));
});

test("folding keeps words apart, for search", () =>
  expect(foldText(" Saint-Valery  sur\tSomme, n° 12 ")).toBe("saint valery sur somme n 12"));

test("a key is its own key", () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 8 }), (text) => {
      expect(nameKey(nameKey(text))).toBe(nameKey(text));
    }),
  );
});
