import { expect, test } from "vitest";

import { parseId } from "#kernel";

import { csvList } from "./csv-list.ts";

const unitId = parseId<"unit">("11111111-1111-4111-8111-111111111111");
if (unitId === undefined) throw new Error("not an id");
const day = (firstName: string, className = "CP") => ({
  units: [{ unitId, unitName: "Repas", places: 10, taken: 1, closedBecause: null }],
  expected: [
    {
      unitId,
      firstName,
      lastName: "D’Halluin; fils",
      className,
      phone: "0612345678",
      forbidden: ["Jean Interdit"],
      health: { hasPai: true, paiUntil: null, hasAllergies: true },
    },
  ],
  previous: null,
  next: null,
});

test("a list opens in a French spreadsheet: mark, semicolons, quotes, CRLF", () => {
  expect(csvList(day("Zoé"), true)).toBe(
    '\ufeffPrestation;Classe;Nom;Prénom;Téléphone\r\nRepas;CP;"D’Halluin; fils";Zoé;0612345678\r\n',
  );
});

test("without the right to see families' files, no telephone", () => {
  expect(csvList(day("Zoé"), false)).toBe(
    '\ufeffPrestation;Classe;Nom;Prénom\r\nRepas;CP;"D’Halluin; fils";Zoé\r\n',
  );
});

test.each(["=1+1", "+33", "-2", "@SUM(A1)", "\t=1", "\r=1"])("%j is no formula", (name) => {
  expect(csvList(day(name), true)).toContain(`'${name}`);
});
