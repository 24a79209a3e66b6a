import { afterAll, beforeAll, expect, test } from "vitest";

import { monthOwed } from "#billing";
import { cents } from "#kernel";
import { explainLine } from "#pricing";
import { testDatabase, type TestDatabase } from "#test";

import { householdAgreed } from "../../src/bookings/agreed/household-agreed.ts";
import { noteAgreed, type NewAgreed } from "../../src/bookings/agreed/note-agreed.ts";
import { estimatesFor } from "../../src/bookings/estimates/estimate-places.ts";
import { agentWith } from "../builders/actors.ts";
import { buildCanteen, newId } from "../builders/canteen.ts";
import { buildHousehold } from "../builders/household.ts";
import { visitTo } from "../builders/visit.tsx";
import { attend, priceActivity } from "./family-month.ts";

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
}, 60_000);
afterAll(() => town.close());

const day = (text: string) => Temporal.PlainDate.from(text);

test("what an agent agreed holds from its day on: estimated and billed, told on the invoice", async () => {
  const { canteen, home, enrolment } = await town.database.write(async (writes) => {
    const place = await buildCanteen(writes, { dates: ["2026-11-02", "2026-11-09", "2026-11-16"] });
    const family = await buildHousehold(writes, { children: ["Lina"], enrolledIn: [place] });
    await priceActivity(writes, place.activityId, {
      prices: [
        {
          price: {
            kind: "cases",
            cases: [
              { when: { ownMeal: true }, price: "1.45" },
              { when: { ownMeal: false, category: "cispa" }, price: "6.22" },
              { price: "4.40" },
            ],
          },
        },
      ],
    });
    await writes.run(
      "test_pai",
      `insert into health_record (participant_id, has_pai, by_label, updated_at) values ($1, true, 'Essai', now())`,
      [family.children[0]?.id ?? ""],
    );
    const slots = place.slots.map(({ id }) => ({ home: family, child: 0, slot: id }));
    await attend(
      writes,
      slots.map((one) => ({ ...one, noted: { state: "present" as const } })),
    );
    const row = await writes.row<{ id: NewAgreed["enrolmentId"] }>(
      "test_enrolment",
      "select id from enrolment where household_id = $1",
      [family.id],
    );
    return { canteen: place, home: family, enrolment: row?.id ?? newId<"enrolment">() };
  });
  const owed = () =>
    town.database.read(async (reads) => {
      const payers = [{ householdId: home.id, guardianId: home.guardians[0]?.id ?? newId<"guardian">() }];
      const { charges, unpriced } = await monthOwed.owedBy(
        reads,
        Temporal.PlainYearMonth.from("2026-11"),
        payers,
      );
      return {
        prices: charges.map((one) => one.cents),
        why: charges.map(({ facts }) =>
          explainLine({ what: "unit", name: null, cents: cents(0), facts: facts.why }).join(" "),
        ),
        holes: unpriced.map(({ hole }) => ("fact" in hole ? hole.fact : hole.code)),
      };
    });
  const estimates = () =>
    town.database.read(async (reads) => {
      const estimate = await estimatesFor(reads, [home.id]);
      return ["2026-11-02", "2026-11-09", "2026-11-16"].map((date) => {
        const told = estimate?.({
          householdId: home.id,
          participantId: home.children[0]?.id ?? newId<"participant">(),
          activityId: canteen.activityId,
          unitCode: "repas",
          date: day(date),
          minutes: 90,
          days: 1,
        });
        return told?.kind === "hole" && "fact" in told ? told.fact : told?.kind === "estimate" && told.cents;
      });
    });
  expect((await owed()).holes).toEqual(["ownMeal", "ownMeal", "ownMeal"]);
  expect(await estimates()).toEqual(["ownMeal", "ownMeal", "ownMeal"]);

  const visit = { ...visitTo(town), actor: agentWith(["families.write"]) };
  const note = (more: Partial<NewAgreed>) =>
    noteAgreed(visit, {
      householdId: home.id,
      enrolmentId: enrolment,
      firstDay: day("2026-11-01"),
      ownMeal: true,
      category: null,
      ...more,
    });
  expect(await note({})).toMatchObject({ ok: true });
  expect(await note({})).toMatchObject({ ok: true });
  expect(await note({ firstDay: day("2026-11-09"), ownMeal: false, category: "cispa" })).toMatchObject({
    ok: true,
  });
  expect(await note({ firstDay: day("2026-11-16"), ownMeal: false })).toMatchObject({ ok: true });
  expect(await note({ firstDay: day("2020-01-01") })).toMatchObject({
    ok: false,
    refusal: { code: "outside" },
  });
  expect(await note({ householdId: newId<"household">() })).toMatchObject({
    ok: false,
    refusal: { code: "unknown-enrolment" },
  });

  const { prices, why, holes } = await owed();
  expect([prices, holes]).toEqual([[145, 622, 440], []]);
  expect(why[0]).toContain("repas apporté");
  const terms = await town.database.read((reads) => householdAgreed(reads, home.id));
  expect(terms.map(({ ownMeal, category }) => [ownMeal, category])).toEqual([
    [true, null],
    [false, "cispa"],
    [false, null],
  ]);
  expect(await estimates()).toEqual(prices);
});
