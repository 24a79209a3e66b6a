import { expect, test } from "vitest";

import { historyFacts, historyFactWords, type HistoryLine } from "./history-facts.ts";
import { whoDidIt } from "./who-did-it.ts";

const line = (date: string, more: Partial<HistoryLine> = {}): HistoryLine => ({
  at: Temporal.Instant.from("2026-11-02T08:00:00Z"),
  act: "booked",
  submissionKey: "one",
  reason: null,
  contract: false,
  firstName: "Rose",
  unitName: "Accueil",
  date: Temporal.PlainDate.from(date),
  ...more,
});
const words = (...lines: HistoryLine[]) =>
  historyFacts(lines).map((fact) => historyFactWords(fact).replaceAll("\u00a0", " "));

test("the days of a contract are one fact", () => {
  const days = ["2027-01-06", "2027-01-05", "2027-01-04"].map((date) => line(date, { contract: true }));
  expect(words(...days, line("2027-01-07", { submissionKey: "two" }))).toEqual([
    "Contrat de Rose : 3 jours réservés, du lundi 4 janvier 2027 au mercredi 6 janvier 2027",
    "Accueil de Rose : 1 réservé, le jeudi 7 janvier 2027",
  ]);
});

test("several children and acts of one form; what no form did goes by its instant and reason", () => {
  expect(
    words(
      line("2027-01-04"),
      line("2027-01-05", { act: "cancelled", firstName: "Paul" }),
      line("2027-01-06", { act: "offered", submissionKey: null }),
      line("2027-01-06", { act: "offered", submissionKey: null }),
    ),
  ).toEqual([
    "Accueil de Rose et Paul : 1 réservé et 1 annulé, du lundi 4 janvier 2027 au mardi 5 janvier 2027",
    "Accueil de Rose : 2 fois « place proposée », le mercredi 6 janvier 2027",
  ]);
});

test("what the program did by itself is no agent's", () => {
  expect(whoDidIt({ by: "Préau", byAgent: true, reason: null })).toBe("Préau");
  expect(whoDidIt({ by: "Paul Martin", byAgent: true, reason: "panne" })).toMatch(
    /^Agent.: Paul Martin – motif.: panne$/,
  );
});
