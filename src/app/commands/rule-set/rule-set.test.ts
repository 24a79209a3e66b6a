import { expect, test } from "vitest";

import { checkText } from "../../ruleset/check-text.ts";
import { checkedFile } from "./checked-file.ts";
import { rules } from "./index.ts";
import { readRulesOptions } from "./options.ts";
import { priceJson } from "./price-json.ts";
import { slotJson } from "./slot-json.ts";
import { texts } from "./texts.fr.ts";

const EXAMPLE = "examples/rulesets/ponthieu-marquenterre.yaml";

test("help is asked for, not an action", async () => {
  expect(await rules(["--help"])).toBe(0);
  expect(await rules(["--hepl"])).toBe(1);
});

test("the options of an import", () =>
  expect(readRulesOptions(["a.yaml", "--from", "2027-01-04", "--apply"])).toMatchObject({
    ok: true,
    value: { file: "a.yaml", from: Temporal.PlainDate.from("2027-01-04"), apply: true, on: undefined },
  }));

test.each([
  [["a.yaml", "b.yaml"], texts.unknownOption],
  [["--force"], texts.unknownOption],
  [["--from"], texts.unknownOption],
  [["--from", "2027-02-30"], texts.notADay("--from")],
  [["--slot", "demain"], texts.notADay("--slot")],
])("%j is refused", (args, refusal) => expect(readRulesOptions(args)).toEqual({ ok: false, refusal }));

test("a file that is accepted, one that is refused, one that is not there", async () => {
  expect(await checkedFile(EXAMPLE)).toMatchObject({ value: { report: ["Accepté, sans remarque."] } });
  const refused = "examples/rulesets/refused/r06-hauterives.yaml";
  expect(await checkedFile(refused)).toMatchObject({
    ok: true,
    value: {
      ruleSet: undefined,
      report: [
        expect.stringMatching(/^examples.*yaml:\d+ refus : Deux tranches/),
        expect.stringContaining("Refusé : 1"),
      ],
    },
  });
  expect(await checkedFile("nulle-part.yaml")).toMatchObject({ ok: false });
  expect(await checkedFile(undefined)).toEqual({ ok: false, refusal: texts.fileMissing });
});

async function slot(activity: string, unit: string, day: string) {
  const file = await checkedFile(EXAMPLE);
  const ruleSet = file.ok ? file.value.ruleSet : undefined;
  if (ruleSet === undefined) throw new Error("The example is refused");
  return slotJson(ruleSet, { activity, unit, slot: Temporal.PlainDate.from(day) });
}

test("a deadline as JSON: instant, days skipped, reasons, sentence", async () => {
  const answer = await slot("cantine-rue", "repas", "2026-11-12");
  const until = {
    until: "2026-11-10T11:00:00Z",
    local: "2026-11-10T12:00:00",
    skipped: [{ first: "2026-11-11", last: "2026-11-11", reason: "publicHoliday", name: "Armistice 1918" }],
  };
  expect(answer).toMatchObject({
    value: {
      slot: "2026-11-12T12:00",
      opens: true,
      book: { ...until, sentence: expect.stringContaining("Réservable jusqu’au mardi 10 novembre") },
      cancel: { ...until, sentence: expect.stringContaining("parce que") },
    },
  });
});

test("a closed day says why; what is sold for good has no instant; unknown names say the known ones", async () => {
  expect(await slot("cantine-rue", "repas", "2027-05-07")).toMatchObject({
    value: { opens: false, closedBecause: expect.stringContaining("Ascension") },
  });
  expect(await slot("sejour-baie", "sejour", "2027-04-21")).toMatchObject({
    value: {
      cancel: { until: null, why: "never", sentence: expect.stringContaining("s’annule pas en ligne") },
    },
  });
  expect(await slot("cantine", "repas", "2026-11-12")).toMatchObject({
    refusal: expect.stringContaining("cantine-rue"),
  });
  expect(await slot("cantine-rue", "soir", "2026-11-12")).toMatchObject({
    refusal: expect.stringContaining("repas"),
  });
  expect(await slot("cantine-rue", "repas", "2026-08-12")).toMatchObject({
    refusal: expect.stringContaining("saison"),
  });
});

test.each([
  [
    "why it is so, in French and in facts",
    {
      activity: "cantine-rue",
      unit: "repas",
      date: "2026-11-12",
      residence: "resident",
      qf: { value: "699.99", from: "2026-01-01" },
    },
    {
      value: {
        found: true,
        json: {
          cents: 260,
          price: "2,60\u00a0€",
          tariff: { name: "Repas 2026-2027" },
          lines: [{ what: "unit", why: expect.arrayContaining([expect.stringContaining("moins de 700")]) }],
        },
      },
    },
  ],
  [
    "a hole has no price",
    { activity: "cantine-rue", unit: "repas", date: "2026-11-12" },
    {
      value: {
        found: false,
        json: {
          price: null,
          hole: { code: "missingFact", fact: "residence" },
          sentence: expect.stringContaining("territoire"),
        },
      },
    },
  ],
  ["a card", { fee: "carte-jeunes", date: "2026-11-12" }, { value: { json: { cents: 1000 } } }],
  [
    "an unknown card",
    { fee: "carte", date: "2026-11-12" },
    { refusal: expect.stringContaining("carte-jeunes") },
  ],
  [
    "an unknown unit",
    { activity: "cantine-rue", unit: "soir", date: "2026-11-12" },
    { refusal: expect.stringContaining("repas") },
  ],
  [
    "a key that is not known",
    { fee: "carte-jeunes", date: "2026-11-12", quotient: 5 },
    { refusal: expect.stringContaining("« quotient »") },
  ],
  [
    "a value of another kind",
    { fee: "carte-jeunes", date: "2026-11-12", qf: { value: 5, from: "2026-01-01" } },
    { refusal: expect.stringContaining("« qf › value »") },
  ],
])("a price: %s", async (_, asked, expected) => {
  const file = await checkedFile(EXAMPLE);
  const ruleSet = file.ok ? file.value.ruleSet : undefined;
  if (ruleSet === undefined) throw new Error("The example is refused");
  expect(priceJson(ruleSet, JSON.stringify(asked))).toMatchObject(expected);
  expect(priceJson(ruleSet, "{")).toEqual({ ok: false, refusal: texts.caseNotJson });
});

test("a zone whose calendar does not come with Préau says which school year is missing", () => {
  const { ruleSet } = checkText(`
calendar: { publicHolidays: metropole, schoolZone: C }
sites: [{ code: lieu, name: Lieu, commune: Rue }]
activities:
  - code: cantine
    site: lieu
    name: Cantine
    units: [{ code: repas, name: Repas, from: "12:00", to: "13:30" }]
    seasons:
      - name: 2026-2027
        firstDay: 2026-09-01
        lastDay: 2027-07-02
        openings: [{ units: [repas], weekdays: [monday], places: 5 }]
deadlines:
  - activities: [cantine]
    book: { kind: daysBefore, days: 1, cutOff: endOfDay, notCounted: [schoolHolidays] }
    cancel: { kind: slotStart }
`);
  if (ruleSet === undefined) throw new Error("Refused");
  const answer = slotJson(ruleSet, {
    activity: "cantine",
    unit: "repas",
    slot: Temporal.PlainDate.from("2026-11-09"),
  });
  expect(answer).toMatchObject({
    value: { missingSchoolYear: "2026-2027", book: { until: null, why: "schoolYearMissing" } },
  });
});

test("« check » applies nothing, and says which command does", async () => {
  expect(await rules(["check", EXAMPLE, "--apply"])).toBe(1);
  expect(await rules(["check", EXAMPLE])).toBe(0);
});
