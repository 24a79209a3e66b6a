import { afterAll, beforeAll, expect, test } from "vitest";

import { monthOwed } from "#billing";
import { submitBookings } from "#bookings";
import { cents } from "#kernel";
import { explainLine } from "#pricing";
import { testDatabase, type TestDatabase } from "#test";

import { costOfLines } from "../../src/bookings/estimates/cost-of-lines.ts";
import { lineFacts } from "../../src/bookings/planning/line-facts.ts";
import { agentWith, guardianOf } from "../builders/actors.ts";
import { buildCanteen, newId, type Canteen } from "../builders/canteen.ts";
import { buildHousehold, type Household } from "../builders/household.ts";
import { visitTo } from "../builders/visit.tsx";
import { attend, priceActivity, type Priced } from "./family-month.ts";

const NOVEMBER = Temporal.PlainYearMonth.from("2026-11");
const DAYS = ["2026-11-19", "2026-11-20", "2026-11-23"];
const LATE = Temporal.Instant.from("2026-11-18T08:12:00Z");

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
}, 60_000);
afterAll(() => town.close());

/** A canteen whose places may be given back until 18 November 2026 at 8 h for those of the 19th, later for the others. */
async function family(penalties: Priced["penalties"], more: Priced = {}, dates = DAYS) {
  const made = await town.database.write(async (writes) => {
    const canteen = await buildCanteen(writes, { dates });
    const home = await buildHousehold(writes, { children: ["Lina"], enrolledIn: [canteen] });
    await priceActivity(writes, canteen.activityId, {
      prices: [{ price: "3.10" }],
      absences: [{ billed: "full" }],
      ...(penalties === undefined ? {} : { penalties }),
      ...more,
    });
    await attend(
      writes,
      canteen.slots.map(({ id }) => ({ home, child: 0, slot: id })),
    );
    await writes.run(
      "test_late_deadlines",
      `update slot set taken = 1, cancel_until = case when date = '2026-11-23' then '2026-11-20T08:00:00Z'::timestamptz
                                          else '2026-11-17T11:00:00Z'::timestamptz end
       where activity_id = $1`,
      [canteen.activityId],
    );
    return { canteen, home };
  });
  return made;
}

const linesOf = (
  act: "cancel" | "book",
  { canteen, home }: { canteen: Canteen; home: Household },
  days: readonly string[],
) =>
  days.map((day) => ({
    act,
    participantId: home.children[0]?.id ?? newId<"participant">(),
    slotId: canteen.slotOn(day),
  }));

type Late = NonNullable<Parameters<typeof submitBookings>[1]["late"]> | null;

const agentAt = (now: Temporal.Instant) => ({
  ...visitTo(town),
  now,
  actor: agentWith(["bookings.write", "families.read", "penalties.waive"]),
});

async function send(
  of: Awaited<ReturnType<typeof family>>,
  act: "cancel" | "book",
  days: readonly string[],
  late: Late = { cause: "family", waived: null },
) {
  const done = await submitBookings(
    agentAt(LATE),
    { key: newId<"submission">(), lines: linesOf(act, of, days), late },
    { householdId: of.home.id, reason: "Appel de la mère" },
  );
  return done.ok ? done.value.lines.map(({ outcome }) => outcome) : done.refusal.code;
}

function owed({ home }: { home: Household }, month = NOVEMBER) {
  return town.database.read(async (reads) => {
    const payers = (await monthOwed.payersAfter(reads, month, null, 1000)).filter(
      ({ householdId }) => householdId === home.id,
    );
    const { charges, unpriced } = await monthOwed.owedBy(reads, month, payers);
    expect(unpriced).toEqual([]);
    return charges;
  });
}

test("a place given back late is not due, its penalty is: with when and after when, from the time that the rule says", async () => {
  const of = await family([
    { on: "lateCancellation", name: "Annulation tardive", fromTime: 2, percent: "50" },
  ]);
  const warned = await town.database.read(async (reads) => {
    const lines = linesOf("cancel", of, ["2026-11-19", "2026-11-23"]);
    const facts = await lineFacts(reads, { householdIds: [of.home.id], withheldIds: [] }, lines);
    const asked = [...facts.values()].map((one) => ({ ...one, did: "cancel" as const }));
    return (await costOfLines(reads, asked, { now: LATE, charged: "yes" }))?.late;
  });
  expect(warned).toMatchObject([{ cents: null, count: 1 }]);
  expect(warned?.[0]?.sentences.join()).toMatch(/50\s% du prix de la séance/);

  expect(await send(of, "cancel", ["2026-11-19", "2026-11-20", "2026-11-23"])).toEqual([
    "cancelled",
    "cancelled",
    "cancelled",
  ]);
  const [only, ...others] = await owed(of);
  expect(others).toEqual([]);
  expect(only).toMatchObject({ kind: "penalty", cents: 155, unit: { name: "Annulation tardive" } });
  expect(only?.day.toString()).toBe("2026-11-20");
  const why = explainLine({ what: "penalty", name: null, cents: cents(155), facts: only?.facts.why ?? [] });
  expect(why.join(" ").replaceAll("\u00a0", " ")).toBe(
    "La place a été annulée le mercredi 18 novembre 2026 à 9 h 12, après le mardi 17 novembre 2026 à 12 h : elle n’est plus due, la pénalité l’est. Annulation hors délai, 2ᵉ fois (à partir de la 2ᵉ fois) : 50 % du prix de la séance (3,10 €).",
  );

  // Booked again, it is due as any place, and counts no more.
  expect(await send(of, "book", ["2026-11-20"])).toEqual(["booked"]);
  expect((await owed(of)).map(({ kind, cents }) => [kind, cents])).toEqual([["unit", 310]]);
});

test("a payer who has nothing else in the month is found; a closed day, or a rule that says nothing, costs nothing", async () => {
  const of = await family([{ on: "lateCancellation", instead: "2.00" }]);
  await send(of, "cancel", DAYS);
  expect((await owed(of)).map(({ cents }) => cents)).toEqual([200, 200]);
  await town.database.write((writes) =>
    writes.run(
      "test_close_late",
      "update slot set state = 'closed', closed_because = 'Grève' where activity_id = $1 and date = '2026-11-19'",
      [of.canteen.activityId],
    ),
  );
  expect((await owed(of)).map(({ day }) => day.toString())).toEqual(["2026-11-20"]);
  const without = await family(undefined);
  await send(without, "cancel", DAYS);
  expect(await owed(without)).toEqual([]);
});

test.each([
  ["the family's lateness", { cause: "family", waived: null }, [155]],
  ["the authority's fault", { cause: "authority", waived: null }, []],
  ["a child who leaves", { cause: "leaving", waived: null }, []],
  ["nobody said", null, []],
  ["waived", { cause: "family", waived: "Hospitalisation" }, [0]],
] satisfies readonly [string, Late, number[]][])("who it comes from: %s", async (_who, late, due) => {
  const of = await family([{ on: "lateCancellation", percent: "50" }]);
  expect(await send(of, "cancel", ["2026-11-20", "2026-11-23"], late)).toEqual(["cancelled", "cancelled"]);
  const charges = (await owed(of)).filter(({ kind }) => kind === "penalty");
  expect(charges.map(({ cents }) => cents)).toEqual(due);
  const [charge] = charges;
  if (late?.waived !== "Hospitalisation" || charge === undefined) return;
  const told = explainLine({ what: "penalty", name: null, cents: charge.cents, facts: charge.facts.why });
  expect(told.at(-1)?.replaceAll("\u00a0", " ")).toBe(
    "Cette pénalité de 1,55 € n’est pas demandée : Hospitalisation.",
  );
});

test.each([
  ["without the right", () => []],
  ["with the right at another site", () => [["penalties.waive", new Set([newId<"site">()])] as const]],
])("who lets no penalty off: an agent %s", async (_who, waiving) => {
  const of = await family([{ on: "lateCancellation", percent: "50" }]);
  const agent = agentWith(["bookings.write", "families.read"]);
  const done = await submitBookings(
    { ...agentAt(LATE), actor: { ...agent, rights: new Map([...agent.rights, ...waiving()]) } },
    {
      key: newId<"submission">(),
      lines: linesOf("cancel", of, ["2026-11-20"]),
      late: { cause: "family", waived: "Par amitié" },
    },
    { householdId: of.home.id, reason: "Appel" },
  );
  expect(done).toMatchObject({ ok: false, refusal: { code: "may-not-waive" } });
});

test("a family gives back late only where the rules let it, having read what it costs, and until the slot starts", async () => {
  const of = await family([{ on: "lateCancellation", percent: "50" }]);
  const own = async (day: string, { read, at = LATE }: { read: boolean; at?: Temporal.Instant }) => {
    const done = await submitBookings(
      { ...visitTo(town), actor: guardianOf(of.home), now: at },
      {
        key: newId<"submission">(),
        lines: linesOf("cancel", of, [day]),
        // What a form says of others than the family is not believed.
        late: read ? { cause: "authority", waived: "Rien à payer" } : null,
      },
    );
    return done.ok ? done.value.lines.map(({ outcome }) => outcome) : done.refusal.code;
  };
  expect(await own("2026-11-20", { read: true })).toEqual(["too_late_to_cancel"]);
  await town.database.write((writes) =>
    writes.run(
      "test_late_allowed",
      `insert into place_rule (activity_id, valid_from, waiting_list, waiting_order, answer_minutes, late_cancellation)
       values ($1, '2026-01-01', true, 'date', 1440, true)`,
      [of.canteen.activityId],
    ),
  );
  expect(await own("2026-11-20", { read: false })).toEqual(["too_late_to_cancel"]);
  const eaten = Temporal.Instant.from("2026-11-19T11:30:00Z");
  expect(await own("2026-11-19", { read: true, at: eaten })).toEqual(["too_late_to_cancel"]);
  expect(await own("2026-11-20", { read: true })).toEqual(["cancelled"]);
  expect((await owed(of)).flatMap(({ kind, cents }) => (kind === "penalty" ? [cents] : []))).toEqual([155]);
});

test("a week given back whole owes one penalty, on its price, and counts once; given back in part it stays due", async () => {
  const weekly = { prices: [{ every: "week" as const, price: "20.00" }] };
  const whole = await family([{ on: "lateCancellation", fromTime: 1, percent: "10" }], weekly);
  await send(whole, "cancel", ["2026-11-19", "2026-11-20"]);
  // The slot of the 23rd is of the next week, and is still in time.
  expect((await owed(whole)).map(({ kind, cents, day }) => [kind, cents, day.toString()])).toEqual([
    ["unit", 2000, "2026-11-23"],
    ["penalty", 200, "2026-11-19"],
  ]);
  const again = await family([{ on: "lateCancellation", fromTime: 2, plus: "5.00" }], weekly);
  await send(again, "cancel", ["2026-11-19", "2026-11-20"]);
  expect((await owed(again)).map(({ kind }) => kind)).toEqual(["unit"]);
  const part = await family([{ on: "lateCancellation", percent: "10" }], weekly);
  await send(part, "cancel", ["2026-11-20"]);
  expect((await owed(part)).map(({ kind, cents }) => [kind, cents])).toEqual([
    ["unit", 2000],
    ["unit", 2000],
  ]);
});

test.each([
  ["a sum", { plus: "10.00" }, [1000]],
  ["a part of the price of the days given back", { percent: "50" }, [310]],
  ["counted from the second time", { plus: "10.00", fromTime: 2 }, []],
] as const)(
  "days booked by the week and priced one by one, given back at once, owe one penalty: %s",
  async (_what, change, due) => {
    const of = await family([{ on: "lateCancellation", ...change }]);
    await town.database.write((writes) =>
      writes.run("test_by_week", "update unit set booked_by = 'week' where activity_id = $1", [
        of.canteen.activityId,
      ]),
    );
    const lines = linesOf("cancel", of, ["2026-11-19", "2026-11-20"]);
    const warned = await town.database.read(async (reads) => {
      const facts = await lineFacts(reads, { householdIds: [of.home.id], withheldIds: [] }, lines);
      const asked = [...facts.values()].map((one) => ({ ...one, did: "cancel" as const }));
      return (await costOfLines(reads, asked, { now: LATE, charged: "yes" }))?.late;
    });
    await send(of, "cancel", ["2026-11-19", "2026-11-20"]);
    const penalties = (await owed(of)).filter(({ kind }) => kind === "penalty");
    expect(penalties.map(({ cents }) => cents)).toEqual(due);
    // What was read before is what is owed after.
    if (!("fromTime" in change)) expect(warned).toMatchObject([{ cents: due[0], count: 1 }]);
  },
);

test.each([
  ["a sum", { plus: "10.00" }, 1000],
  ["a part of the price of the days given back", { percent: "50" }, 465],
] as const)(
  "a season priced by the slot, given back at once, owes one penalty in the month of its first day: %s",
  async (_what, change, due) => {
    const days = ["2026-11-19", "2026-11-20", "2026-12-17"];
    const of = await family([{ on: "lateCancellation", ...change }], {}, days);
    await town.database.write(async (writes) => {
      const { activityId } = of.canteen;
      await writes.run("test_by_season", "update unit set booked_by = 'season' where activity_id = $1", [
        activityId,
      ]);
      await writes.run(
        "test_season_late",
        "update slot set cancel_until = '2026-11-17T11:00:00Z' where activity_id = $1",
        [activityId],
      );
    });
    const warned = await town.database.read(async (reads) => {
      const lines = linesOf("cancel", of, days.toReversed());
      const facts = await lineFacts(reads, { householdIds: [of.home.id], withheldIds: [] }, lines);
      const asked = [...facts.values()].map((one) => ({ ...one, did: "cancel" as const }));
      return (await costOfLines(reads, asked, { now: LATE, charged: "yes" }))?.late;
    });
    expect(warned).toMatchObject([{ cents: due, count: 1 }]);
    expect(await send(of, "cancel", days)).toEqual(["cancelled", "cancelled", "cancelled"]);
    expect((await owed(of)).map(({ kind, cents, day }) => [kind, cents, day.toString()])).toEqual([
      ["penalty", due, "2026-11-19"],
    ]);
    expect(await owed(of, NOVEMBER.add({ months: 1 }))).toEqual([]);
  },
);
