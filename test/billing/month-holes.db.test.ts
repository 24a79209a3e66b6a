import { afterAll, beforeAll, expect, test } from "vitest";

import { monthOwed, type Payer } from "#billing";
import type { Hole } from "#pricing";
import { testDatabase, type TestDatabase } from "#test";

import { buildCanteen, type Canteen } from "../builders/canteen.ts";
import { buildCentre, enrolInCentre, type Centre } from "../builders/centre.ts";
import { buildHousehold, type Household } from "../builders/household.ts";
import { knowIncome } from "../builders/income.ts";
import { attend, priceActivity, type Attended, type Priced } from "./family-month.ts";

// What keeps a month from being billed, and what is paid otherwise than by the slot.
const NOVEMBER = Temporal.PlainYearMonth.from("2026-11");
const DAYS = ["2026-11-02", "2026-11-03", "2026-11-05", "2026-11-06"];
const WEEKS = ["2026-10-26", "2026-10-27", "2026-11-30", "2026-12-01", "2026-12-02"];

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
}, 60_000);
afterAll(() => town.close());

/** A canteen of its own, a family that eats there, and what the month owes then. */
async function month(
  priced: Priced,
  settings: {
    children?: readonly string[];
    income?: Parameters<typeof knowIncome>[2];
    dates?: readonly string[];
    places?: (home: Household, canteen: Canteen) => readonly Attended[];
    prepare?: (home: Household, canteen: Canteen) => readonly [string, readonly string[]];
    of?: Temporal.PlainYearMonth;
  } = {},
): Promise<readonly string[]> {
  const home = await town.database.write(async (writes) => {
    const canteen = await buildCanteen(writes, { dates: settings.dates ?? DAYS });
    const family = await buildHousehold(writes, {
      children: settings.children ?? ["Lina"],
      enrolledIn: [canteen],
    });
    await priceActivity(writes, canteen.activityId, priced);
    if (settings.income !== undefined) await knowIncome(writes, family, settings.income);
    const prepared = settings.prepare?.(family, canteen);
    if (prepared !== undefined)
      await writes.run(`test_prepare_${prepared[0].length}`, prepared[0], prepared[1]);
    const [slot] = canteen.slots;
    if (slot === undefined) throw new Error("No slot");
    const first = { home: family, child: 0, slot: slot.id };
    await attend(writes, settings.places?.(family, canteen) ?? [{ ...first, noted: { state: "present" } }]);
    return family;
  });
  return owedOf(home, settings.of);
}

async function owedOf(home: Household, of = NOVEMBER): Promise<readonly string[]> {
  return town.database.read(async (reads) => {
    const payers = (await monthOwed.payersAfter(reads, of, null, 1000)).filter(
      ({ householdId }) => householdId === home.id,
    );
    const { charges, unpriced } = await monthOwed.owedBy(reads, of, payers);
    return [
      ...charges.map(
        ({ participant, day, kind, cents }) =>
          `${participant?.name ?? ""} ${day.toString().slice(5)} ${kind} ${cents}`,
      ),
      ...unpriced.map(({ hole }) => holeWords(hole)),
    ];
  });
}

function holeWords(hole: Hole): string {
  const { kind, code, ...rest } = hole;
  return [kind, code, ...Object.values(rest)].join(" ");
}

const brackets = {
  kind: "brackets" as const,
  brackets: [
    { below: 700, price: "2.60" },
    { from: 700, price: "3.90" },
  ],
};
const present = { state: "present" } as const;

test("no tariff, no quotient, a quotient that is over: holes, or the rule that the authority chose", async () => {
  expect(await month({})).toEqual(["hole noTariff"]);
  expect(await month({ prices: [{ price: brackets }] })).toEqual(["hole noQf missing"]);
  const over = { qf: 64_000, from: "2026-01-01", until: "2026-10-31" };
  expect(await month({ prices: [{ price: brackets }] }, { income: over })).toEqual(["hole noQf outdated"]);
  const known = { missingQf: "highest", outdatedQf: "lastKnown" } as const;
  expect(await month({ prices: [{ price: brackets, ...known }] }, { income: over })).toEqual([
    "Lina 11-02 unit 260",
  ]);
  expect(await month({ prices: [{ price: brackets, ...known }] })).toEqual(["Lina 11-02 unit 390"]);
});

test("a meal that may be brought, a cost: a hole until somebody says it; no category noted is none", async () => {
  const own: Priced = {
    prices: [
      { price: { kind: "cases", cases: [{ when: { ownMeal: true }, price: "1.50" }, { price: "3.00" }] } },
    ],
  };
  expect(await month(own)).toEqual(["Lina 11-02 unit 300"]);
  const pai = (until: string | null) => (home: Household) =>
    [
      `insert into health_record (participant_id, has_pai, pai_until, by_label, updated_at)
       values ($1, true, ${until === null ? "null" : `'${until}'`}, 'Essai', now())`,
      [home.children[0]?.id ?? ""],
    ] as const;
  expect(await month(own, { prepare: pai(null) })).toEqual(["hole missingFact ownMeal"]);
  expect(await month(own, { prepare: pai("2026-10-31") })).toEqual(["Lina 11-02 unit 300"]);
  const category = {
    kind: "cases" as const,
    cases: [{ when: { category: "cispa" }, price: "6.22" }, { price: "4.40" }],
  };
  // No category noted is none: the price of everybody.
  expect(await month({ prices: [{ price: category }] })).toEqual(["Lina 11-02 unit 440"]);
  const half: Priced = { prices: [{ price: { kind: "share", of: "cost", percent: "50" } }] };
  expect(await month(half)).toEqual(["hole missingFact cost"]);
  const costs = (_home: Household, canteen: Canteen) =>
    [
      `insert into outing_cost (activity_id, unit_code, date, cost_cents, by_label, at)
       select $1, code, '2026-11-02', 2450, 'Essai', now() from unit where activity_id = $1`,
      [canteen.activityId],
    ] as const;
  expect(await month(half, { prepare: costs })).toEqual(["Lina 11-02 unit 1225"]);
  const income = { kind: "share" as const, of: "monthlyIncome" as const, percent: "0.1" };
  expect(await month({ prices: [{ price: income }] })).toEqual(["hole missingFact annualIncome"]);
  expect(
    await month(
      { prices: [{ price: income }] },
      { income: { resources: 250_000, children: 1, from: "2026-01-01" } },
    ),
  ).toEqual(["Lina 11-02 unit 250"]);
});

test("regular from so many days in the month: counted after it, absences left out", async () => {
  const regular: Priced = {
    prices: [
      {
        price: { kind: "cases", cases: [{ when: { regular: true }, price: "3.00" }, { price: "4.00" }] },
        regular: { fromDaysAMonth: 3 },
      },
    ],
    absences: [{ billed: "none" }],
  };
  const days = (count: number) => (home: Household, canteen: Canteen) =>
    canteen.slots.slice(0, count).map(({ id }) => ({ home, child: 0, slot: id, noted: present }));
  expect(await month(regular, { places: days(2) })).toEqual(["Lina 11-02 unit 400", "Lina 11-03 unit 400"]);
  expect(await month(regular, { places: days(3) })).toEqual([
    "Lina 11-02 unit 300",
    "Lina 11-03 unit 300",
    "Lina 11-05 unit 300",
  ]);
  const absent = (home: Household, canteen: Canteen) =>
    days(3)(home, canteen).map((one, index) =>
      index === 2 ? { ...one, noted: { state: "absent" } as const } : one,
    );
  expect(await month(regular, { places: absent })).toEqual([
    "Lina 11-02 unit 400",
    "Lina 11-03 unit 400",
    "Lina 11-05 absence 0",
  ]);
});

test("the second child pays less, and an agent who books after the deadline makes it late", async () => {
  const rank: Priced = {
    prices: [
      { price: "4.00", adjustments: [{ name: "Deuxième", when: { rank: { from: 2 } }, percent: "-50" }] },
    ],
    penalties: [{ on: "lateBooking", name: "En retard", plus: "1.50" }],
  };
  const both = (home: Household, canteen: Canteen) =>
    [0, 1].map((child) => ({
      home,
      child,
      slot: canteen.slotOn("2026-11-02"),
      noted: present,
      ...(child === 1 ? { bookedAt: "2026-11-02T06:00:00Z" } : {}),
    }));
  expect((await month(rank, { children: ["Anaïs", "Hugo"], places: both })).toSorted()).toEqual([
    "Anaïs 11-02 unit 400",
    "Hugo 11-02 penalty 150",
    "Hugo 11-02 unit 200",
  ]);
  // From the second time on: the first is pardoned.
  const second: Priced = {
    prices: [{ price: "4.00" }],
    penalties: [{ on: "lateBooking", name: "En retard", fromTime: 2, plus: "1.50" }],
  };
  const twice = (home: Household, canteen: Canteen) =>
    ["2026-11-02", "2026-11-03"].map((date) => ({
      home,
      child: 0,
      slot: canteen.slotOn(date),
      noted: present,
      bookedAt: `${date}T06:00:00Z`,
    }));
  expect((await month(second, { places: twice })).toSorted()).toEqual([
    "Lina 11-02 unit 400",
    "Lina 11-03 penalty 150",
    "Lina 11-03 unit 400",
  ]);
});

test("a week is due once, in the month of its first day; a month once; a season by instalments", async () => {
  const all = (home: Household, canteen: Canteen) =>
    canteen.slots.map(({ id }) => ({ home, child: 0, slot: id, noted: present }));
  const october = Temporal.PlainYearMonth.from("2026-10");
  const december = Temporal.PlainYearMonth.from("2026-12");
  const week: Priced = { prices: [{ every: "week", price: { kind: "per", of: "days", price: "8.00" } }] };
  const at = { dates: WEEKS, places: all };
  expect(await month(week, { ...at, of: october })).toEqual(["Lina 10-26 unit 1600"]);
  expect(await month(week, at)).toEqual(["Lina 11-30 unit 2400"]);
  expect(await month(week, { ...at, of: december })).toEqual([]);
  expect(await month({ prices: [{ every: "month", price: "57.00" }] }, at)).toEqual(["Lina 11-30 unit 5700"]);
  const season: Priced = { prices: [{ every: "season", price: "100.00", instalments: 3 }] };
  expect(await month(season, { ...at, of: october })).toEqual(["Lina 10-26 unit 3334"]);
  expect(await month(season, at)).toEqual(["Lina 11-01 unit 3333"]);
  expect(await month(season, { ...at, of: december })).toEqual(["Lina 12-01 unit 3333"]);
  expect(await month(season, { ...at, of: Temporal.PlainYearMonth.from("2027-01") })).toEqual([]);
});

test("a nursery without its floor, without resources, without a rule for sickness: a month without a price", async () => {
  const contract = async (income: Parameters<typeof knowIncome>[2] | null, noted?: Attended["noted"]) => {
    const home = await town.database.write(async (writes) => {
      const nursery: Centre = await buildCentre(writes, {
        units: [{ name: "Crèche", hourStep: 30 }],
        dates: DAYS,
      });
      const family = await buildHousehold(writes, { children: ["Zoé"] });
      await enrolInCentre(writes, nursery, family);
      if (income !== null) await knowIncome(writes, family, income);
      await writes.run(
        "test_contract",
        `insert into care_contract (id, enrolment_id, unit_id, first_day, last_day, week, by_label, at)
         select gen_random_uuid(), e.id, u.id, '2026-11-01', '2026-11-30', '[{"weekday": 1, "from": 540, "to": 1020}]',
                'Essai', now()
         from enrolment e join unit u on u.activity_id = e.activity_id where e.activity_id = $1`,
        [nursery.activityId],
      );
      const slot = nursery.slotOf("Crèche", "2026-11-02");
      await attend(writes, [
        { home: family, child: 0, slot, hours: [540, 1020], ...(noted === undefined ? {} : { noted }) },
      ]);
      return family;
    });
    return owedOf(home);
  };
  const resources = { resources: 300_000, children: 1, from: "2026-01-01" };
  expect(await contract(null)).toEqual(["hole noPsuRate noResources 2026-11-01"]);
  expect(await contract(resources)).toEqual(["hole noPsuRate noFloor 2026-11-01"]);
  await town.database.write((writes) =>
    writes.run(
      "test_psu_limit",
      `insert into psu_limit (first_day, floor_cents, ceiling_cents, above_ceiling, by_label, at)
       values ('2026-01-01', 80100, 850000, false, 'Essai', now())`,
    ),
  );
  // 8 hours at 3 000 € × 0,0619 % = 1,86 €.
  expect(await contract(resources, present)).toEqual(["Zoé 11-01 contract 1488"]);
  expect(await contract(resources, { state: "absent", reason: "illness", proofOn: "2026-11-02" })).toEqual([
    "hole noAbsenceRule illness",
  ]);
});

test("a batch costs as many statements for one family as for all", async () => {
  const counted = async (count: number) => {
    let statements = 0;
    await town.database.read(async (reads) => {
      const counting = {
        rows: <Row extends object>(...asked: Parameters<typeof reads.rows>) => {
          statements++;
          return reads.rows<Row>(...asked);
        },
        row: <Row extends object>(...asked: Parameters<typeof reads.row>) => {
          statements++;
          return reads.row<Row>(...asked);
        },
      };
      const payers = await reads.rows<Payer>(
        "test_some_payers",
        `select household_id as "householdId", min(guardian_id::text)::uuid as "guardianId"
         from household_guardian group by household_id limit $1`,
        [count],
      );
      await monthOwed.owedBy(counting, NOVEMBER, payers);
    });
    return statements;
  };
  await counted(1);
  const all = await counted(1000);
  expect(await counted(5)).toBeLessThanOrEqual(all);
  expect(all).toBeLessThan(20);
});
