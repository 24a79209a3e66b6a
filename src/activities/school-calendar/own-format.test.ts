import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { schoolCalendar, schoolCalendarKnownUntil } from "#kernel";
import { ZONE_B } from "../../../test/zone-b.ts";
import { readOwnCalendar } from "./own-format.ts";

const HEADER = "school_year,kind,first_day_off,last_day_off,label,evidence";
const TOUSSAINT = "2026-2027,holiday,2026-10-17,2026-11-01,Toussaint,G";
const file = (...lines: string[]): string => [HEADER, ...lines, ""].join("\n");

test("the shipped file of zone B is taken whole, in the order of the calendar", () => {
  const { periods, refusals } = readOwnCalendar(readFileSync("reference/school-calendar-zone-b.csv", "utf8"));
  expect(refusals).toEqual([]);
  expect(periods).toHaveLength(19);
  expect(JSON.stringify(periods)).toBe(JSON.stringify(ZONE_B));
  expect(schoolCalendarKnownUntil(schoolCalendar(periods))?.toString()).toBe("2027-07-03");
});

test("a byte-order mark, semicolons and Windows line ends change nothing", () => {
  const written = `\uFEFF${file(TOUSSAINT).replaceAll(",", ";").replaceAll("\n", "\r\n")}`;
  expect(readOwnCalendar(written)).toEqual(readOwnCalendar(file(TOUSSAINT)));
  expect(readOwnCalendar(written).periods).toHaveLength(1);
});

describe("one bad line is refused with its number, the others are taken", () => {
  test.each([
    ["2026-2028,holiday,2026-12-19,2027-01-03,Noël,G", "L’année scolaire s’écrit 2026-2027."],
    [
      "2026-2027,vacances,2026-12-19,2027-01-03,Noël,G",
      "La colonne kind dit « holiday » (vacances) ou « bridge » (pont).",
    ],
    [
      "2026-2027,holiday,19/12/2026,2027-01-03,Noël,G",
      "La colonne first_day_off dit « 19/12/2026 » : une date s’écrit 2026-10-17.",
    ],
    [
      "2026-2027,holiday,2027-02-30,2027-03-07,Hiver,G",
      "La colonne first_day_off dit « 2027-02-30 » : une date s’écrit 2026-10-17.",
    ],
    [
      "2026-2027,holiday,2026-12-19,bientôt,Noël,G",
      "La colonne last_day_off est vide ou donne une date comme 2026-10-17.",
    ],
    ["2026-2027,holiday,2026-12-19,2027-01-03,,G", "La colonne label donne le nom des vacances."],
    [
      "2026-2027,holiday,2026-12-19,2027-01-03,Noël,X",
      "La colonne evidence dit « C » (confirmé) ou « G » (à confirmer).",
    ],
    [
      "2026-2027,holiday,2027-01-03,2026-12-19,Noël,G",
      "Le dernier jour (19/12/2026) vient avant le premier (03/01/2027).",
    ],
    [
      "2026-2027,holiday,2026-12-19,2028-01-03,Noël,G",
      "Ces vacances dureraient 381 jours : vérifiez les deux dates.",
    ],
    [
      "2026-2027,holiday,2026-12-19,,Noël,G",
      "Il manque le dernier jour : seul l’été peut ne pas encore en avoir.",
    ],
    [
      "2025-2026,holiday,2026-12-19,2027-01-03,Noël,G",
      "Ces dates sont de l’année scolaire 2026-2027, non 2025-2026.",
    ],
    [
      "2026-2027,holiday,2026-11-01,2026-11-08,Toussaint,G",
      "Recouvre « Toussaint » du samedi 17 octobre au dimanche 1er novembre, ligne 2.",
    ],
    [
      "2026-2027,holiday,2026-10-10,2026-10-17,Automne,G",
      "Recouvre « Toussaint » du samedi 17 octobre au dimanche 1er novembre, ligne 2.",
    ],
    [
      "2026-2027,holiday,2026-12-19",
      "Cette ligne n’a pas le même nombre de colonnes que la première, ou un guillemet n’est pas fermé.",
    ],
  ])("%s", (line, message) => {
    const winter = "2026-2027,holiday,2027-02-20,2027-03-07,Hiver,G";
    const { periods, refusals } = readOwnCalendar(file(TOUSSAINT, line, winter));
    expect(refusals).toEqual([{ line: 3, message }]);
    expect(periods.map(({ firstDayOff }) => String(firstDayOff))).toEqual(["2026-10-17", "2027-02-20"]);
  });
});

test("a file without the columns says which are missing", () => {
  const { periods, refusals } = readOwnCalendar("a,b\n1,2\n");
  expect(periods).toEqual([]);
  expect(refusals[0]?.message).toContain("Il manque la colonne first_day_off.");
});

test("any text gives an answer, never a failure", () => {
  const cells = fc.constantFrom(
    ",",
    ";",
    "\n",
    '"',
    "2026-2027",
    "holiday",
    "2026-10-17",
    "Été",
    "\u0000",
    "",
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(cells).map((parts) => `${HEADER}\n${parts.join("")}`),
  );
  fc.assert(
    fc.property(texts, (text) => void readOwnCalendar(text)),
    { numRuns: 500 },
  );
});
