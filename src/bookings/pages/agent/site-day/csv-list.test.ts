import { expect, test } from "vitest";

import { parseId } from "#kernel";

import { csvList } from "./csv-list.ts";

const unitId = parseId<"unit">("11111111-1111-4111-8111-111111111111");
if (unitId === undefined) throw new Error("not an id");
const DATE = Temporal.PlainDate.from("2026-11-12");
const day = (firstName: string, className = "CP") => ({
  units: [
    { unitId, unitName: "Repas", places: 10, taken: 1, offered: 0, closedBecause: null, forAdults: false },
  ],
  expected: [
    {
      unitId,
      firstName,
      lastName: "D’Halluin; fils",
      className,
      schoolName: "",
      hours: null,
      movedFrom: null,
      phone: "0612345678",
      saidAbsentAt: null,
      saidSick: false,
      companions: 0,
      forbidden: ["Jean Interdit"],
      health: { hasPai: true, paiUntil: null, hasAllergies: true },
    },
  ],
  previous: null,
  next: null,
});

test("a list opens in a French spreadsheet: mark, semicolons, quotes, CRLF", () => {
  expect(csvList(day("Zoé"), DATE, true)).toBe(
    '\ufeffPrestation;Classe;Nom;Prénom;Absence annoncée;Téléphone\r\nRepas;CP;"D’Halluin; fils";Zoé;;0612345678\r\n',
  );
});

test("hours, schools and moves are columns on the days that have them", () => {
  const [child] = day("Zoé").expected;
  if (child === undefined) throw new Error("nobody");
  const expected = [
    { ...child, schoolName: "Rue", hours: { from: 990, to: 1080 } },
    { ...child, schoolName: "Quend", movedFrom: "École de Quend" },
  ];
  const csv = csvList({ ...day("Zoé"), expected }, DATE, false).replaceAll("\u00a0", " ");
  expect(csv).toContain("Prestation;École;Classe;Nom;Prénom;Horaires;Déplacé depuis;Absence annoncée");
  expect(csv).toContain(";Zoé;de 16 h 30 à 18 h;;");
  expect(csv).toContain("Repas;Quend;CP;");
  expect(csv).toContain(";École de Quend;");
});

test("without the right to see families' files, no telephone", () => {
  expect(csvList(day("Zoé"), DATE, false)).toBe(
    '\ufeffPrestation;Classe;Nom;Prénom;Absence annoncée\r\nRepas;CP;"D’Halluin; fils";Zoé;\r\n',
  );
});

test.each([
  ["that morning", "2026-11-12T06:40:00Z", true, "Malade, prévenu à 7 h 40"],
  ["the evening before", "2026-11-11T17:05:00Z", false, "Absent, prévenu le mercredi 11 novembre à 18 h 05"],
])("an absence that was said %s", (_, at, saidSick, words) => {
  const list = day("Zoé");
  const [child] = list.expected;
  if (child === undefined) throw new Error("nobody");
  const absent = { ...child, saidSick, saidAbsentAt: Temporal.Instant.from(at) };
  expect(csvList({ ...list, expected: [absent] }, DATE, false).replaceAll("\u00a0", " ")).toContain(
    `;${words}\r\n`,
  );
});

test.each(["=1+1", "+33", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])("%j is no formula", (name) => {
  expect(csvList(day(name), DATE, true)).toContain(`'${name}`);
});
