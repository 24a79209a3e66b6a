import { afterAll, beforeAll, expect, test } from "vitest";

import { everyoneOf } from "#identity";
import { cents } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { issuedMonth } from "../../../test/billing/issued-month.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { buildCentre, type Centre } from "../../../test/builders/centre.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { visitTo } from "../../../test/builders/visit.tsx";
import { agentWith } from "../../../test/builders/actors.ts";
import { texts } from "../pages/shared/certificate-texts.fr.ts";
import { changeCareRule } from "./care-rules.ts";
import { readCertificates } from "./read-certificates.ts";

const DATES = ["2026-10-07", "2026-11-04", "2026-11-11", "2026-12-02"];

let town: TestDatabase;
let home: Household;
let other: Household;
let centre: Centre;
let canteen: Centre;
beforeAll(async () => {
  town = await testDatabase();
  await town.database.write(async (writes) => {
    home = await buildHousehold(writes, { guardians: ["Claire"], children: ["Lina"] });
    other = await buildHousehold(writes, {
      guardians: ["Paul"],
      children: [],
      sharedChildren: home.children,
    });
    centre = await buildCentre(writes, {
      units: [
        { name: "Matin", to: 720 },
        { name: "Soir", from: 960 },
      ],
      dates: DATES,
    });
    canteen = await buildCentre(writes, { units: [{ name: "Repas", from: 690, to: 810 }], dates: DATES });
    await writes.run("test_meal", "update unit set with_meal = true where name = 'Repas'");
  });
}, 60_000);
afterAll(() => town.close());

const lina = () => home.children[0]?.id ?? newId<"participant">();

function note(household: Household, place: Centre, unit: string, date: string, state: string) {
  return town.database.write((writes) =>
    writes.run(
      "test_note",
      `insert into attendance (slot_id, participant_id, household_id, state, version, by_label, at)
       values ($1, $2, $3, $4, 1, 'Martine', now())`,
      [place.slotOf(unit, date), lina(), household.id, state],
    ),
  );
}

function fact(household: Household, place: Centre, day: string, cents: number) {
  return {
    householdId: household.id,
    guardianId: household.guardians[0]?.id ?? newId<"guardian">(),
    sourceKey: `booking:${day} ${place.activityId}`,
    day,
    cents,
    participant: { id: lina(), name: "Lina" },
    activity: { id: place.activityId, name: "Accueil" },
  };
}

const certificates = (household: Household, year = 2026) =>
  town.database.read((reads) =>
    readCertificates(reads, { ...everyoneOf([household.id]), onlyGuardian: null, ownGuardian: null }, year),
  );

test("days of care and what was billed for them, by month; no meal, and nothing of the other home", async () => {
  await note(home, centre, "Matin", "2026-11-04", "present");
  await note(home, centre, "Soir", "2026-11-04", "present");
  await note(home, centre, "Matin", "2026-11-11", "absent");
  await note(home, canteen, "Repas", "2026-11-04", "present");
  await note(other, centre, "Matin", "2026-12-02", "present");
  const november = [
    fact(home, centre, "2026-11-04", 1200),
    fact(home, centre, "2026-11-11", 600),
    fact(home, canteen, "2026-11-04", 320),
    fact(other, centre, "2026-11-11", 777),
  ];
  await issuedMonth(town, "2026-11", november);
  // The absence turns out to be free: the next run gives it back.
  await issuedMonth(
    town,
    "2026-11",
    november.map((one) => (one.cents === 600 ? { ...one, cents: 0 } : one)),
  );
  const [own, ...others] = await certificates(home);
  expect(others).toEqual([]);
  expect(own).toMatchObject({ name: "Lina Lefebvre", days: 1, cents: 1200 });
  expect(own?.months).toEqual([
    {
      month: Temporal.PlainYearMonth.from("2026-11"),
      activity: "Accueil de loisirs – Rue",
      days: 1,
      cents: 1200,
    },
  ]);
  const [theirs] = await certificates(other);
  expect(theirs).toMatchObject({ days: 1, cents: 777 });
  expect(await certificates(home, 2025)).toEqual([]);
});

test("a month that was noted and that nothing bills yet says so, and not 0,00 €", async () => {
  await note(home, centre, "Soir", "2026-10-07", "present");
  const [own] = await certificates(home);
  expect(own).toMatchObject({ days: 2, cents: 1200 });
  expect(own?.months.map(({ cents }) => cents)).toEqual([null, 1200]);
  expect(texts.amount(null)).toBe("pas encore facturé");
  // Billed for nothing is billed.
  await issuedMonth(town, "2026-10", [fact(home, centre, "2026-10-07", 0)]);
  expect((await certificates(home))[0]?.months.map(({ cents }) => cents)).toEqual([0, 1200]);
});

test("what waits for a bill is not billed yet", async () => {
  const rule = (below: number | null) =>
    town.database.write((writes) =>
      writes.run("test_claims", "update billing_rule set carry_over_below_cents = $1", [below]),
    );
  await rule(1500);
  await issuedMonth(town, "2026-08", [fact(home, centre, "2026-08-05", 840)]);
  expect((await certificates(home))[0]).toMatchObject({ days: 2, cents: 1200 });
  expect((await certificates(home))[0]?.months).toHaveLength(2);
  // The bill of September asks both: each is told with its month.
  await issuedMonth(town, "2026-09", [fact(home, centre, "2026-09-02", 1100)]);
  await rule(null);
  expect((await certificates(home))[0]?.months.map(({ cents }) => cents)).toEqual([840, 1100, 0, 1200]);
});

test("what agents said of a service holds for this certificate too, from its day on", async () => {
  const visit = { ...visitTo(town), actor: agentWith(["billing.write"]) };
  const from = Temporal.PlainDate.from("2026-11-10");
  const say = (activity: Centre, counted: boolean) =>
    changeCareRule(visit, { activity: activity.activityId, from, rule: { counted, meal: cents(0) } });
  await say(centre, false);
  await say(canteen, true);
  await note(home, canteen, "Repas", "2026-11-11", "present");
  const [own] = await certificates(home);
  const days = own?.months.map(({ month, days, activity }) => `${month.toString()} ${days} ${activity}`);
  // The centre until 10 November, the canteen (of the same name here) from then on: two services, two lines.
  const name = "Accueil de loisirs – Rue (Centre de Rue)";
  expect(days).toEqual([
    `2026-08 0 ${name}`,
    `2026-09 0 ${name}`,
    `2026-10 1 ${name}`,
    `2026-11 1 ${name}`,
    `2026-11 1 ${name}`,
  ]);
  expect(own?.cents).toBe(3140);
});

test("a child over whom the reader has no authority has no certificate", async () => {
  const reach = { householdIds: [home.id], onlyGuardian: null, ownGuardian: null, withheldIds: [lina()] };
  expect(await town.database.read((reads) => readCertificates(reads, reach, 2026))).toEqual([]);
});
