import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { monthOwed } from "#billing";
import { cents, type Id } from "#kernel";
import { knownTariffs, priceOf, readChargeCase } from "#pricing";
import type { Writes } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { draftRun } from "../../src/billing/run/draft-run.ts";
import { issueRun } from "../../src/billing/run/issue-run.ts";
import { acceptUnpointed } from "../../src/billing/run/settle-run.ts";
import { startRun } from "../../src/billing/run/start-run.ts";
import { owedOfPrice } from "../../src/billing/owed/owed-of-price.ts";
import { agentWith } from "../builders/actors.ts";
import { buildCanteen, newId, type Canteen } from "../builders/canteen.ts";
import { buildCentre, enrolInCentre, type Centre } from "../builders/centre.ts";
import { buildHousehold } from "../builders/household.ts";
import { knowIncome } from "../builders/income.ts";
import { visitTo } from "../builders/visit.tsx";
import { books } from "./books.ts";
import { attend, priceActivity } from "./family-month.ts";

// Random months: what a family agreed, took, missed, gave back and signed, each in any combination.
const NOVEMBER = Temporal.PlainYearMonth.from("2026-11");
const MEALS = ["02", "03", "05", "06", "09", "10", "12", "13"].map((day) => `2026-11-${day}`);
const CARE = ["11-02", "11-09", "11-16", "11-23", "12-07", "12-14"].map((day) => `2026-${day}`);
const OUTING = "2026-11-18";

const meal = fc.record({
  booked: fc.constantFrom("in time", "late", "not", "given back late"),
  came: fc.constantFrom("present", "absent"),
  snacks: fc.nat({ max: 2 }),
});
const month = fc.record({
  meals: fc.array(meal, { minLength: MEALS.length, maxLength: MEALS.length }),
  agreed: fc.constantFrom(null, { ownMeal: true, category: null }, { ownMeal: false, category: "cispa" }),
  outing: fc.boolean(),
  contract: fc.constantFrom("none", "whole", "ended"),
  income: fc.integer({ min: 50_000, max: 600_000 }),
  qf: fc.integer({ min: 10_000, max: 150_000 }),
});

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
}, 60_000);
afterAll(() => town.close());

/** Where everybody goes, and at which prices. */
async function places(writes: Writes) {
  const canteen = await buildCanteen(writes, { dates: MEALS });
  const outing = await buildCentre(writes, { units: [{ name: "Sortie" }], dates: [OUTING] });
  const nursery = await buildCentre(writes, { units: [{ name: "Crèche", hourStep: 30 }], dates: CARE });
  await priceActivity(writes, canteen.activityId, {
    prices: [
      {
        price: {
          kind: "cases",
          cases: [
            { when: { ownMeal: true }, price: "1.45" },
            { when: { category: "cispa" }, price: "6.22" },
            { price: { kind: "share", percent: "0.45", floor: "1.00", ceiling: "5.13" } },
          ],
        },
        supplements: [
          { code: "gouter", name: "Goûter", price: { kind: "share", percent: "0.09", floor: "0.31" } },
        ],
      },
    ],
    penalties: [
      { on: "unbooked", fromTime: 2, percent: "33.33" },
      { on: "lateBooking", plus: "1.00" },
      { on: "lateCancellation", fromTime: 2, percent: "50" },
    ],
    absences: [{ billed: "full" }],
  });
  await priceActivity(writes, outing.activityId, {
    prices: [{ price: { kind: "share", of: "cost", percent: "33.3" } }],
  });
  await writes.run(
    "test_random_cost",
    `insert into outing_cost (activity_id, unit_code, date, cost_cents, by_label, at)
     select activity_id, unit_code, $2, 1999, 'Essai', now() from activities_unit_card where activity_id = $1`,
    [outing.activityId, OUTING],
  );
  await priceActivity(writes, nursery.activityId, {
    prices: [{ price: { kind: "psu" } }],
    absences: [{ billed: "full" }],
  });
  await writes.run(
    "test_random_limits",
    `insert into psu_limit (first_day, floor_cents, ceiling_cents, above_ceiling, by_label, at)
     values ('2026-01-01', 80100, 850000, false, 'Essai', now())`,
  );
  await writes.run(
    "test_random_deadlines",
    `update slot set taken = 0, book_until = date - 1, cancel_until = date - 1 where activity_id = $1`,
    [canteen.activityId],
  );
  return { canteen, outing, nursery };
}

type Random = typeof month extends fc.Arbitrary<infer Value> ? Value : never;

/** Writes a family and its month. */
async function family(
  writes: Writes,
  { canteen, outing, nursery }: { canteen: Canteen; outing: Centre; nursery: Centre },
  { meals, agreed, outing: goes, contract, income, qf }: Random,
) {
  const home = await buildHousehold(writes, { children: ["Lina"], enrolledIn: [canteen] });
  await enrolInCentre(writes, outing, home);
  await enrolInCentre(writes, nursery, home);
  await knowIncome(writes, home, { qf, from: "2026-09-01" });
  await knowIncome(writes, home, { resources: income, children: 1, from: "2026-01-01" });
  const child = home.children[0]?.id ?? newId<"participant">();
  if (agreed !== null)
    await writes.run(
      "test_random_agreed",
      `insert into agreed_term (enrolment_id, first_day, own_meal, category, by_label, at)
       select e.id, '2026-11-05', $3, $4, 'Essai', now() from enrolment e join slot s on s.season_id = e.season_id
       where e.household_id = $1 and s.id = $2`,
      [home.id, canteen.slotOn("2026-11-02"), agreed.ownMeal, agreed.category],
    );
  for (const [index, { booked, came, snacks }] of meals.entries()) {
    const day = MEALS[index] ?? OUTING;
    const slot = canteen.slotOn(day);
    const isBooked = booked !== "not";
    const noted = booked === "given back late" || (booked === "not" && came === "absent") ? undefined : came;
    await attend(writes, [
      {
        home,
        child: 0,
        slot,
        booked: isBooked,
        ...(booked === "late" ? { bookedAt: `${day}T07:00:00Z` } : {}),
        ...(noted === undefined ? {} : { noted: { state: noted } }),
      },
    ]);
    if (booked === "given back late") await giveBack(writes, slot, child, `${day}T06:00:00Z`);
    else if (snacks > 0 && noted !== undefined)
      await writes.run(
        "test_random_snack",
        `insert into supplement_note (form_key, slot_id, participant_id, household_id, code, quantity, by_label, at)
         values ($1, $2, $3, $4, 'gouter', $5, 'Essai', now())`,
        [newId<"supplement">(), slot, child, home.id, snacks],
      );
  }
  const came = { state: "present" as const };
  if (goes) await attend(writes, [{ home, child: 0, slot: outing.slotOf("Sortie", OUTING), noted: came }]);
  if (contract === "none") return;
  const last = contract === "ended" ? "2026-11-20" : "2026-12-31";
  await writes.run(
    "test_random_contract",
    `insert into care_contract (id, enrolment_id, unit_id, first_day, last_day, agreed_last_day, week, by_label, at)
     select $2, e.id, u.id, '2026-11-01', $4, '2026-12-31', '[{"weekday": 1, "from": 540, "to": 1020}]', 'Essai', now()
     from enrolment e join unit u on u.activity_id = e.activity_id where e.activity_id = $1 and e.household_id = $3`,
    [nursery.activityId, newId<"contract">(), home.id, last],
  );
}

async function giveBack(writes: Writes, slot: Id<"slot">, child: Id<"participant">, at: string) {
  await writes.run(
    "test_random_give_back",
    `with given as (
       update booking set state = 'cancelled', cancelled_at = $3 where slot_id = $1 and participant_id = $2 returning *),
     late as (insert into late_cancellation (booking_id, cause) select id, 'family' from given)
     insert into booking_history (at, household_id, participant_id, slot_id, booking_id, act, by_label, by_agent,
                                  submission_key)
     select $3, household_id, participant_id, slot_id, id, 'cancelled', 'Essai', true, $4 from given`,
    [slot, child, at, newId<"submission">()],
  );
}

test("random months: lines sum to totals, twice is once, and what was kept gives every cent again", async () => {
  await town.database.write(async (writes) => {
    const where = await places(writes);
    for (const one of fc.sample(month, { numRuns: 30, seed: 20_261_201 })) await family(writes, where, one);
  });
  const visit = {
    ...visitTo(town),
    actor: agentWith(["billing.write"]),
    now: Temporal.Instant.from("2026-12-02T09:00:00Z"),
  };
  const before: string[] = [];
  for (const batch of [4, 7]) {
    const run = newId<"run">();
    expect(await startRun(visit, monthOwed, { id: run, month: NOVEMBER })).toMatchObject({ ok: true });
    await draftRun(town.database, monthOwed, { run, now: visit.now, batch });
    await acceptUnpointed(visit, run, "Essai.");
    expect(await issueRun(visit, monthOwed, run)).toMatchObject({ ok: true });
    const { invoices, wrongTotals, holes, lost, bothSigns } = await books(town.database);
    expect([wrongTotals, holes, lost, bothSigns]).toEqual([[], [], [], []]);
    expect(invoices.length).toBeGreaterThan(25);
    before.push(JSON.stringify(invoices));
  }
  expect(before[1]).toBe(before[0]);

  const stored = await town.database.read((reads) =>
    reads.rows<{
      key: string;
      kind: string;
      cents: number;
      activity: Id<"activity">;
      priced: unknown;
      why: unknown;
    }>(
      "test_random_stored",
      `select source_key as key, kind, amount_cents as cents, activity_id as activity, facts -> 'priced' as priced,
              facts -> 'why' as why
       from charge order by source_key`,
      [],
    ),
  );
  const kinds = new Set(stored.map(({ kind }) => kind));
  expect([...kinds].toSorted()).toEqual([
    "absence",
    "contract",
    "penalty",
    "regularisation",
    "supplement",
    "unit",
  ]);
  expect(stored.some(({ why }) => JSON.stringify(why).includes("lateCancellation"))).toBe(true);
  const tariffs = await town.database.read(async (reads) => {
    const row = await reads.row<{ stamp: string }>(
      "test_random_stamp",
      "select stamp from pricing_tariff_stamp",
    );
    return knownTariffs(reads, row?.stamp ?? "");
  });
  for (const { key, kind, cents: amount, activity, priced, why } of stored) {
    const read = readChargeCase(priced);
    if (!read.ok || !("unit" in read.value)) throw new Error(`${key} kept no case`);
    const { unit, facts } = read.value;
    const { tariff } = tariffs.chargedOn({ activityId: activity, unitCode: unit, date: facts.date });
    if (tariff === undefined) throw new Error(`${key} has no tariff`);
    const [sourceKey = ""] = key.split("/");
    const payer = { householdId: newId<"household">(), guardianId: newId<"guardian">() };
    const named = { participant: null, activity: null, unit: null, day: facts.date };
    const owed = { payer, sourceKey, ...named, priced: {}, attended: null };
    const again = owedOfPrice(
      { ...owed, kind: kind === "contract" ? "contract" : "unit" },
      priceOf(facts, tariff),
    );
    const line = again.charges.find((one) => one.sourceKey === key);
    expect([key, line?.cents, line?.facts.why]).toEqual([key, cents(amount), why]);
  }
}, 360_000);
