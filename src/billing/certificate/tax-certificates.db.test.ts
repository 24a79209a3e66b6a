import { afterAll, beforeAll, expect, test } from "vitest";

import type { OwedCharge } from "../owed/owed-charges.ts";
import { everyoneOf } from "#identity";
import { cents, type Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { issuedMonth } from "../../../test/billing/issued-month.ts";
import { agentWith } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { buildCentre, type Centre } from "../../../test/builders/centre.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { visitTo } from "../../../test/builders/visit.tsx";
import { postEntry } from "../account/post-entry.ts";
import { changeCareRule } from "./care-rules.ts";
import { readTaxCertificates } from "./read-tax-certificates.ts";

let town: TestDatabase;
let home: Household;
let units: ReadonlyMap<Id<"activity">, Id<"unit">>;
let centre: Centre;
let canteen: Centre;
beforeAll(async () => {
  town = await testDatabase();
  await town.database.write(async (writes) => {
    home = await buildHousehold(writes, { guardians: ["Claire", "Marc"], children: ["Lina", "Hugo"] });
    centre = await buildCentre(writes, { units: [{ name: "Journée" }], dates: ["2026-11-04"] });
    canteen = await buildCentre(writes, {
      units: [{ name: "Repas", from: 690, to: 810 }],
      dates: ["2026-11-04"],
    });
    const rows = await writes.rows<{ activity: Id<"activity">; unit: Id<"unit"> }>(
      "test_units",
      "select activity_id as activity, id as unit from unit",
    );
    units = new Map(rows.map(({ activity, unit }) => [activity, unit]));
    await writes.run("test_meals", "update unit set with_meal = true");
    await writes.run("test_births", "update participant set birth_date = $2 where id = $1", [
      lina(),
      "2021-05-02",
    ]);
    await writes.run("test_births", "update participant set birth_date = $2 where id = $1", [
      hugo(),
      "2019-12-31",
    ]);
  });
}, 60_000);
afterAll(() => town.close());

const lina = () => home.children[0]?.id ?? newId<"participant">();
const hugo = () => home.children[1]?.id ?? newId<"participant">();
const payer = (who = 0) => ({
  householdId: home.id,
  guardianId: home.guardians[who]?.id ?? newId<"guardian">(),
});

function fact(
  place: Centre,
  child: ReturnType<typeof lina>,
  amount: number,
  more: { kind?: "absence"; who?: number } = {},
) {
  const kind: OwedCharge["kind"] = more.kind ?? "unit";
  const who = more.who ?? 0;
  return {
    ...payer(who),
    sourceKey: `booking:${child} ${place.activityId} ${kind}`,
    day: "2026-11-04",
    cents: amount,
    kind,
    participant: { id: child, name: "Enfant" },
    activity: { id: place.activityId, name: "Accueil" },
    unit: { id: units.get(place.activityId) ?? newId<"unit">(), name: "Journée" },
  };
}

const pay = (amount: number, day: string, means: string, who = 0) =>
  town.database.write((writes) =>
    postEntry(writes, {
      payer: payer(who),
      kind: "payment",
      cents: cents(amount),
      day: Temporal.PlainDate.from(day),
      sourceId: newId<"payment">(),
      means,
      at: Temporal.Instant.from("2027-01-02T08:00:00Z"),
    }),
  );

const certificates = (year: number, withheldIds: readonly ReturnType<typeof lina>[] = []) =>
  town.database.read((reads) =>
    readTaxCertificates(
      reads,
      { ...everyoneOf([home.id]), onlyGuardian: null, ownGuardian: null, withheldIds },
      year,
    ),
  );

test("by payer: what was paid for care, meals and absences left out, the CESU part, the children who count", async () => {
  await issuedMonth(town, "2026-11", [
    fact(centre, lina(), 4000),
    fact(centre, hugo(), 2000),
    fact(canteen, lina(), 1000),
    fact(centre, lina(), 500, { kind: "absence" }),
    fact(centre, lina(), 700, { who: 1 }),
  ]);
  expect(await certificates(2026)).toEqual([]);
  // Told on 2 January, paid on 31 December.
  await pay(3000, "2026-12-31", "cesu");
  await pay(4500, "2027-01-02", "card");
  await pay(900, "2026-12-01", "card", 1);
  const [claire, marc, ...others] = await certificates(2026);
  expect(others).toEqual([]);
  expect(claire).toMatchObject({ payer: "Claire Lefebvre", cents: 2000, cesu: 2000, waiting: 0 });
  expect(claire?.children.map(({ name, young, cents: paid }) => [name, young, paid])).toEqual([
    ["Lina Lefebvre", true, 2000],
    ["Hugo Lefebvre", false, 0],
  ]);
  expect(claire?.children[0]?.services).toMatchObject([
    { activity: "Accueil de loisirs – Rue", cents: 2000 },
  ]);
  expect(marc).toMatchObject({ payer: "Marc Lefebvre", cents: 700, cesu: 0, waiting: 200 });
  expect((await certificates(2027)).map((one) => [one.payer, one.cents])).toEqual([
    ["Claire Lefebvre", 2000],
  ]);
});

test("a child over whom the reader has no authority is not told; a meal in a price is taken off; a service may not count", async () => {
  const [, ...others] = await certificates(2027, [lina()]);
  expect(others).toEqual([]);
  const agent = { ...visitTo(town), actor: agentWith(["billing.write"]) };
  const say = (counted: boolean, meal: number) =>
    changeCareRule(agent, {
      activity: centre.activityId,
      from: Temporal.PlainDate.from("2026-01-01"),
      rule: { counted, meal: cents(meal) },
    });
  await say(true, 320);
  const [claire] = await certificates(2027);
  const both = (claire?.cents ?? 0) + ((await certificates(2026))[0]?.cents ?? 0);
  expect(both).toBe(3680);
  await say(false, 0);
  expect(await certificates(2026)).toEqual([]);
});
