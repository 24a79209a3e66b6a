import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { SignedIn } from "#identity";

import { testDatabase, type TestDatabase } from "#test";
import { agentWith, guardianOf } from "../../../test/builders/actors.ts";
import { buildCanteen, newId, type Canteen, type CanteenSettings } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household, type HouseholdSettings } from "../../../test/builders/household.ts";
import type { Act, Line } from "../rules/lines.ts";
import { submitBookings } from "./submit-bookings.ts";

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
}, 60_000);
afterAll(() => town.close());

const NOW = Temporal.Instant.from("2026-11-02T08:00:00Z");
const DATES = ["2026-11-09", "2026-11-10", "2026-11-12"];

const canteen = (settings: Partial<CanteenSettings> = {}) =>
  town.database.write((writes) => buildCanteen(writes, { dates: DATES, ...settings }));
const family = (settings: HouseholdSettings) =>
  town.database.write((writes) => buildHousehold(writes, settings));

const visit = (actor: SignedIn, now = NOW) => ({
  actor,
  authority: town.authority,
  database: town.database,
  now,
});

function line(act: Act, household: Household, at: Canteen, date = "2026-11-09", child = 0): Line {
  const participant = household.children[child];
  if (participant === undefined) throw new Error("No such child in this test");
  return { act, participantId: participant.id, slotId: at.slotOn(date) };
}

async function send(actor: SignedIn, lines: readonly Line[], now = NOW) {
  const result = await submitBookings(visit(actor, now), { key: newId<"submission">(), lines });
  if (!result.ok) throw new Error(`Refused: ${result.refusal.code}`);
  return result.value.lines.map((decided) => decided.outcome);
}

/** What the counters and the bookings say, for every slot: they must agree. */
async function counts(at: Canteen) {
  return town.database.read((reads) =>
    reads.rows<{ places: number; taken: number; booked: number }>(
      "test_counts",
      `select places, taken, (select count(*) from booking where slot_id = slot.id and state = 'booked') as booked
       from slot where season_id = $1 order by date`,
      [at.seasonId],
    ),
  );
}

describe("one family", () => {
  test("books and cancels several days together, and the history says who did it", async () => {
    const rue = await canteen();
    const lefebvre = await family({ enrolledIn: [rue], children: ["Lina", "Hugo"] });
    const claire = guardianOf(lefebvre);
    expect(
      await send(claire, [line("book", lefebvre, rue), line("book", lefebvre, rue, "2026-11-10", 1)]),
    ).toEqual(["booked", "booked"]);
    expect(
      await send(claire, [line("cancel", lefebvre, rue), line("book", lefebvre, rue, "2026-11-12")]),
    ).toEqual(["cancelled", "booked"]);
    expect(await counts(rue)).toMatchObject([{ taken: 0 }, { taken: 1 }, { taken: 1 }]);
    const history = await town.database.read((reads) =>
      reads.rows(
        "test_history",
        `select act, by_label, by_agent, household_id from booking_history where household_id = $1 order by id`,
        [lefebvre.id],
      ),
    );
    expect(history.map((entry) => Object.values(entry))).toEqual([
      ["booked", "Claire Lefebvre", false, lefebvre.id],
      ["booked", "Claire Lefebvre", false, lefebvre.id],
      ["cancelled", "Claire Lefebvre", false, lefebvre.id],
      ["booked", "Claire Lefebvre", false, lefebvre.id],
    ]);
  });

  test("lines that cannot be taken are refused one by one, the others are taken", async () => {
    const rue = await canteen({ places: 1 });
    const [first, second] = [await family({ enrolledIn: [rue] }), await family({ enrolledIn: [rue] })];
    await send(guardianOf(first), [line("book", first, rue)]);
    expect(
      await send(guardianOf(second), [
        line("book", second, rue),
        line("book", second, rue, "2026-11-10"),
        line("book", second, rue, "2026-11-10"),
        line("cancel", second, rue, "2026-11-12"),
        line("book", first, rue, "2026-11-12"),
        { act: "book", participantId: line("book", second, rue).participantId, slotId: newId<"slot">() },
      ]),
    ).toEqual(["full", "booked", "repeated", "not_booked", "unknown", "unknown"]);
    expect(await counts(rue)).toMatchObject([
      { taken: 1, booked: 1 },
      { taken: 1, booked: 1 },
      { taken: 0, booked: 0 },
    ]);
  });

  test("a place given back in a form is free for its own bookings; of two lines the first has the last place", async () => {
    const rue = await canteen({ places: 1 });
    const lefebvre = await family({ enrolledIn: [rue], children: ["Lina", "Hugo", "Zoé"] });
    const claire = guardianOf(lefebvre);
    await send(claire, [line("book", lefebvre, rue)]);
    expect(
      await send(claire, [
        line("book", lefebvre, rue, "2026-11-09", 1),
        line("book", lefebvre, rue, "2026-11-09", 2),
        line("cancel", lefebvre, rue),
      ]),
    ).toEqual(["booked", "full", "cancelled"]);
    expect(await counts(rue)).toMatchObject([{ taken: 1, booked: 1 }, {}, {}]);
  });
});

describe("the deadline is inclusive, to the millisecond", () => {
  const until = Temporal.Instant.from("2026-11-06T11:00:00Z");
  const before = until.subtract({ hours: 1 });
  const justAfter = until.add({ milliseconds: 1 });

  test("booking", async () => {
    const rue = await canteen({ bookUntil: until, cancelUntil: before });
    const lefebvre = await family({ enrolledIn: [rue] });
    const claire = guardianOf(lefebvre);
    expect(await send(claire, [line("book", lefebvre, rue)], justAfter)).toEqual(["too_late_to_book"]);
    expect(await send(claire, [line("book", lefebvre, rue)], until)).toEqual(["booked"]);
    expect(await send(claire, [line("cancel", lefebvre, rue)], until)).toEqual(["too_late_to_cancel"]);
  });

  test("cancelling", async () => {
    const rue = await canteen({ bookUntil: before, cancelUntil: until });
    const lefebvre = await family({ enrolledIn: [rue] });
    const claire = guardianOf(lefebvre);
    await send(claire, [line("book", lefebvre, rue)], before);
    expect(await send(claire, [line("cancel", lefebvre, rue)], justAfter)).toEqual(["too_late_to_cancel"]);
    expect(await send(claire, [line("cancel", lefebvre, rue)], until)).toEqual(["cancelled"]);
    expect(await send(claire, [line("book", lefebvre, rue)], until)).toEqual(["too_late_to_book"]);
  });

  test("a day gone by and a closed day are told as such", async () => {
    const rue = await canteen({ bookUntil: Temporal.Instant.from("2026-12-31T11:00:00Z") });
    const lefebvre = await family({ enrolledIn: [rue] });
    await town.database.write((writes) =>
      writes.run("test_close", `update slot set state = 'closed', closed_because = 'Grève' where id = $1`, [
        rue.slotOn("2026-11-12"),
      ]),
    );
    const now = Temporal.Instant.from("2026-11-10T08:00:00Z");
    expect(
      await send(
        guardianOf(lefebvre),
        DATES.map((date) => line("book", lefebvre, rue, date)),
        now,
      ),
    ).toEqual(["past", "booked", "closed"]);
  });
});

describe("an agent", () => {
  test("acts past the deadline with a reason, and only then; the reason is kept", async () => {
    const rue = await canteen({ bookUntil: NOW.subtract({ hours: 1 }) });
    const lefebvre = await family({ enrolledIn: [rue] });
    const paul = visit(agentWith(["bookings.write"]));
    const form = () => ({ key: newId<"submission">(), lines: [line("book", lefebvre, rue)] });
    for (const reason of [null, "", "  "]) {
      const result = await submitBookings(paul, form(), { householdId: lefebvre.id, reason });
      expect(result).toMatchObject({ ok: true, value: { lines: [{ outcome: "too_late_to_book" }] } });
    }
    const result = await submitBookings(paul, form(), {
      householdId: lefebvre.id,
      reason: " Panne du site ",
    });
    expect(result).toMatchObject({ ok: true, value: { lines: [{ outcome: "booked" }] } });
    const entry = await town.database.read((reads) =>
      reads.row(
        "test_reason",
        `select by_label, by_agent, reason from booking_history where household_id = $1`,
        [lefebvre.id],
      ),
    );
    expect(entry).toEqual({ by_label: "Paul Martin", by_agent: true, reason: "Panne du site" });
  });

  test("is refused without the right, at another site, and for a file that does not exist", async () => {
    const [rue, crecy] = [await canteen(), await canteen()];
    const lefebvre = await family({ enrolledIn: [rue, crecy] });
    const form = { key: newId<"submission">(), lines: [line("book", lefebvre, rue)] };
    const forFamily = { householdId: lefebvre.id, reason: "x" };
    const refusalOf = async (actor: SignedIn, to = forFamily) => {
      const result = await submitBookings(visit(actor), form, to);
      return result.ok ? "taken" : result.refusal.code;
    };
    expect(await refusalOf(agentWith(["bookings.read"]))).toBe("not-an-agent");
    expect(await refusalOf(guardianOf(lefebvre))).toBe("not-an-agent");
    expect(await refusalOf(agentWith(["bookings.write"], [crecy.siteId]))).toBe("other-site");
    expect(
      await refusalOf(agentWith(["bookings.write"]), { ...forFamily, householdId: newId<"household">() }),
    ).toBe("unknown-household");
    expect(await counts(rue)).toMatchObject([{ booked: 0 }, {}, {}]);
    expect(await refusalOf(agentWith(["bookings.write"], [rue.siteId]))).toBe("taken");
  });

  test("who is no guardian does not book as a family", async () => {
    const rue = await canteen();
    const lefebvre = await family({ enrolledIn: [rue] });
    const result = await submitBookings(visit(agentWith(["bookings.write"])), {
      key: newId<"submission">(),
      lines: [line("book", lefebvre, rue)],
    });
    expect(result).toEqual({ ok: false, refusal: { code: "not-a-guardian" } });
  });
});

describe("a child of two households", () => {
  async function separated() {
    const rue = await canteen();
    const mother = await family({ enrolledIn: [rue] });
    const father = await family({
      lastName: "Moreau",
      children: [],
      sharedChildren: mother.children,
      enrolledIn: [rue],
    });
    return { rue, mother, father };
  }

  test("a place held by one is neither taken twice nor given back by the other", async () => {
    const { rue, mother, father } = await separated();
    expect(await send(guardianOf(mother), [line("book", mother, rue)])).toEqual(["booked"]);
    expect(await send(guardianOf(father), [line("book", father, rue)])).toEqual(["already_booked"]);
    expect(await send(guardianOf(father), [line("cancel", father, rue)])).toEqual(["not_booked"]);
    expect(await counts(rue)).toMatchObject([{ taken: 1, booked: 1 }, {}, {}]);
  });

  test("a guardian of both gives back what either holds, in the name of the household that held it", async () => {
    const { rue, mother, father } = await separated();
    const both = guardianOf(mother, father);
    for (const holder of [mother, father]) {
      await send(guardianOf(holder), [line("book", holder, rue)]);
      const result = await submitBookings(visit(both), {
        key: newId<"submission">(),
        lines: [line("cancel", holder, rue)],
      });
      expect(result).toMatchObject({
        ok: true,
        value: { lines: [{ outcome: "cancelled", householdId: holder.id }] },
      });
      const last = await town.database.read((reads) =>
        reads.row(
          "test_last",
          `select act from booking_history where household_id = $1 order by id desc limit 1`,
          [holder.id],
        ),
      );
      expect(last).toEqual({ act: "cancelled" });
    }
  });

  test("a place can be given back after the enrolment has ended, and no other is taken", async () => {
    const rue = await canteen();
    const lefebvre = await family({ enrolledIn: [rue] });
    const claire = guardianOf(lefebvre);
    await send(claire, [line("book", lefebvre, rue, "2026-11-12")]);
    await town.database.write((writes) =>
      writes.run("test_end", `update enrolment set last_day = '2026-11-09' where household_id = $1`, [
        lefebvre.id,
      ]),
    );
    expect(
      await send(claire, [
        line("book", lefebvre, rue, "2026-11-10"),
        line("cancel", lefebvre, rue, "2026-11-12"),
      ]),
    ).toEqual(["unknown", "cancelled"]);
  });
});

describe("the key of a form", () => {
  test("sent twice, also at the same time, gives the first receipt and writes once", async () => {
    const rue = await canteen();
    const lefebvre = await family({ enrolledIn: [rue] });
    const claire = visit(guardianOf(lefebvre));
    const form = {
      key: newId<"submission">(),
      lines: DATES.map((date) => line("book", lefebvre, rue, date)),
    };
    const results = await Promise.all(Array.from({ length: 8 }, () => submitBookings(claire, form)));
    const again = await submitBookings(claire, form);
    for (const result of [...results, again]) {
      expect(result).toMatchObject({ ok: true, value: { lines: DATES.map(() => ({ outcome: "booked" })) } });
    }
    expect(await counts(rue)).toMatchObject(DATES.map(() => ({ taken: 1, booked: 1 })));
  });

  test("is refused to another account, and with other lines: no change is silently lost", async () => {
    const rue = await canteen();
    const lefebvre = await family({ enrolledIn: [rue] });
    const claire = visit(guardianOf(lefebvre));
    const key = newId<"submission">();
    await submitBookings(claire, { key, lines: [line("book", lefebvre, rue)] });
    const other = { ok: false, refusal: { code: "key-taken" } };
    expect(await submitBookings(claire, { key, lines: [line("book", lefebvre, rue, "2026-11-10")] })).toEqual(
      other,
    );
    expect(
      await submitBookings(visit(guardianOf(lefebvre)), { key, lines: [line("book", lefebvre, rue)] }),
    ).toEqual(other);
  });

  test("a form without a line, or with more than 2,000, is refused", async () => {
    const rue = await canteen();
    const lefebvre = await family({ enrolledIn: [rue] });
    const claire = visit(guardianOf(lefebvre));
    const one = line("book", lefebvre, rue);
    const many = Array.from({ length: 2001 }, () => one);
    expect(await submitBookings(claire, { key: newId(), lines: [] })).toMatchObject({
      refusal: { code: "no-lines" },
    });
    expect(await submitBookings(claire, { key: newId(), lines: many })).toMatchObject({
      refusal: { code: "too-many-lines" },
    });
    expect(await send(claire.actor, many.slice(1))).toHaveLength(2000);
  });
});

test("many families at once: places are never sold twice, counters tell the truth, nobody is left without an answer", async () => {
  const rue = await canteen({ places: 7 });
  const families = await Promise.all(
    Array.from({ length: 60 }, () => family({ enrolledIn: [rue], children: ["Lina", "Hugo"] })),
  );
  const acts: readonly Act[] = ["book", "book", "cancel"];
  let seed = 42;
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const outcomes = await Promise.all(
    families.flatMap((household) =>
      Array.from({ length: 4 }, () => {
        const lines = Array.from({ length: 1 + random(6) }, () =>
          line(acts[random(3)] ?? "book", household, rue, DATES[random(3)] ?? "", random(2)),
        );
        return send(guardianOf(household), lines);
      }),
    ),
  );
  expect(outcomes.every((lines) => lines.length > 0)).toBe(true);
  for (const { places, taken, booked } of await counts(rue)) {
    expect(taken).toBe(booked);
    expect(taken).toBeLessThanOrEqual(places);
  }
  expect(outcomes.flat()).toContain("full");
  expect((await counts(rue)).some(({ places, taken }) => places === taken)).toBe(true);
});
