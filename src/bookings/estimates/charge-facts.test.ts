import { expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import { chargeFacts } from "./charge-facts.ts";
import type { EstimatePerson } from "./estimate-people.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const householdId = newId<"household">();
const [centre, canteen] = [newId<"activity">(), newId<"activity">()];

function person(
  birthDate: string,
  activities: readonly (typeof centre)[],
  more: Partial<EstimatePerson> = {},
) {
  return {
    householdId,
    participantId: newId<"participant">(),
    kind: "child",
    birthDate: day(birthDate),
    resident: true,
    hasPai: false,
    paiUntil: null,
    schoolings: [{ schoolYear: "2026-2027", level: "CP" }],
    enrolments: activities.map((activityId) => ({
      activityId,
      seasonId: newId<"season">(),
      firstDay: "2026-09-01",
      lastDay: "2027-07-02",
      regular: true,
      agreed: [],
    })),
    ...more,
  } satisfies EstimatePerson;
}

const zoe = person("2017-03-04", [centre, canteen]);
const hugo = person("2020-05-06", [centre, canteen]);
const lina = person("2023-01-02", [canteen], { schoolings: [{ schoolYear: "2026-2027", level: "PS" }] });
const mother = person("1988-01-01", [centre], { kind: "adult", schoolings: [] });
const people = new Map([[householdId, [mother, zoe, hugo, lina]]]);
const qf = { value: "742", from: day("2026-09-01") };
const incomeOn = (whose: typeof householdId) => (whose === householdId ? { qf, scheme: "caf" as const } : {});

const factsOf = (who: EstimatePerson, activityId: typeof centre, date = "2027-01-06") =>
  chargeFacts(
    { people, incomeOn },
    {
      householdId,
      participantId: who.participantId,
      activityId,
      unitCode: "x",
      date: day(date),
      minutes: 90,
      days: 1,
    },
    new Set([activityId]),
  );

test("the rank is among those of the same tariff, the eldest first; adults count among themselves", () => {
  expect(factsOf(hugo, centre)).toMatchObject({ rank: 2, enrolledChildren: 2, householdChildren: 3, age: 6 });
  expect(factsOf(lina, canteen)).toMatchObject({ rank: 3, enrolledChildren: 3, school: "preschool" });
  expect(factsOf(mother, centre)).toMatchObject({ rank: 1, audience: "adult", enrolledChildren: 2 });
});

test("what nobody knows is left out: rank after the enrolment, residence, age, stage", () => {
  expect(factsOf(zoe, centre, "2027-08-02")).not.toHaveProperty("rank");
  const unknown = { ...zoe, resident: null, birthDate: null, schoolings: [] };
  const facts = chargeFacts(
    { people: new Map([[householdId, [unknown]]]), incomeOn: () => ({}) },
    { ...unknown, activityId: centre, unitCode: "x", date: day("2027-01-06"), minutes: 60, days: 1 },
    new Set([centre]),
  );
  expect(Object.keys(facts ?? {})).not.toEqual(expect.arrayContaining(["residence"]));
  expect(facts).not.toHaveProperty("age");
  expect(facts).not.toHaveProperty("school");
});

test("the quotient is that of the household which pays", () => {
  expect(factsOf(zoe, centre)).toMatchObject({ qf, scheme: "caf" });
  const father = newId<"household">();
  const there = { ...zoe, householdId: father };
  const facts = chargeFacts(
    { people: new Map([[father, [there]]]), incomeOn },
    { ...there, activityId: centre, unitCode: "x", date: day("2027-01-06"), minutes: 60, days: 1 },
    new Set([centre]),
  );
  expect(facts).not.toHaveProperty("qf");
});

test("a birthday counts on its day", () => {
  expect(factsOf(hugo, centre, "2027-05-05")).toMatchObject({ age: 6 });
  expect(factsOf(hugo, centre, "2027-05-06")).toMatchObject({ age: 7 });
});
