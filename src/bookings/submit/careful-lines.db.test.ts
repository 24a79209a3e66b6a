import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";
import { agentWith, guardianOf } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import {
  buildCentre,
  enrolInCentre,
  type Centre,
  type CentreSettings,
} from "../../../test/builders/centre.ts";
import { buildHousehold, type Household, type HouseholdSettings } from "../../../test/builders/household.ts";
import type { Act, Hours, Line } from "../rules/lines.ts";
import { submitBookings } from "./submit-bookings.ts";

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
}, 60_000);
afterAll(() => town.close());

const NOW = Temporal.Instant.from("2026-11-02T08:00:00Z");
/** Monday to Friday. */
const WEEK = ["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20"];

const centreOf = (settings: Omit<CentreSettings, "dates">) =>
  town.database.write((writes) => buildCentre(writes, { dates: WEEK, ...settings }));

async function family(centre: Centre, settings: HouseholdSettings = {}, points = 0): Promise<Household> {
  return town.database.write(async (writes) => {
    const household = await buildHousehold(writes, settings);
    await enrolInCentre(writes, centre, household, points);
    return household;
  });
}

function line(
  act: Act,
  who: Household,
  slotId: Line["slotId"],
  more: { child?: number; hours?: Hours } = {},
): Line {
  const participant = who.children[more.child ?? 0];
  if (participant === undefined) throw new Error("No such child in this test");
  const base = { act, participantId: participant.id, slotId };
  return more.hours === undefined ? base : { ...base, hours: more.hours };
}

async function send(who: Household, lines: readonly Line[], now = NOW): Promise<string[]> {
  const visit = { actor: guardianOf(who), authority: town.authority, database: town.database, now };
  const result = await submitBookings(visit, { key: newId<"submission">(), lines });
  if (!result.ok) throw new Error(`Refused: ${result.refusal.code}`);
  return result.value.lines.map(({ outcome }) => outcome);
}

/** « 3/24 » for each slot and shared place of the centre that somebody takes. */
async function counters(centre: Centre): Promise<{ slots: string[]; shared: string[] }> {
  return town.database.read(async (reads) => {
    const slots = await reads.rows<{ says: string }>(
      "test_careful_slots",
      `select u.name || ' ' || s.date || ' ' || s.taken || '/' || s.places || case when s.waiting > 0 then ' +' || s.waiting else '' end as says
       from slot s join unit u on u.id = s.unit_id
       where s.activity_id = $1 and (s.taken > 0 or s.waiting > 0) order by s.date, u.position`,
      [centre.activityId],
    );
    const shared = await reads.rows<{ says: string }>(
      "test_careful_shares",
      `select date || ' ' || from_minute || '-' || to_minute || ' ' || from_months || ' ' || taken || '/' || places as says
       from place_count where activity_id = $1 and taken > 0 order by date, from_minute, from_months`,
      [centre.activityId],
    );
    return { slots: slots.map(({ says }) => says), shared: shared.map(({ says }) => says) };
  });
}

async function turns(centre: Centre): Promise<string[]> {
  const rows = await town.database.read((reads) =>
    reads.rows<{ says: string }>(
      "test_careful_turns",
      `select p.first_name || ' ' || t.state as says
       from waiting_turn t join participant p on p.id = t.participant_id join slot s on s.id = t.slot_id
       where s.activity_id = $1 order by t.asked_at, t.id`,
      [centre.activityId],
    ),
  );
  return rows.map(({ says }) => says);
}

const later = (minutes: number) => NOW.add({ minutes });

describe("rules of the units", () => {
  test("a package is booked and cancelled whole, for what is left of its week", async () => {
    const centre = await centreOf({ units: [{ name: "Semaine", bookedBy: "week" }] });
    const home = await family(centre);
    const all = (act: Act, days = WEEK) => days.map((day) => line(act, home, centre.slotOf("Semaine", day)));
    expect(await send(home, all("book", WEEK.slice(0, 4)))).toEqual(
      Array.from({ length: 4 }, () => "incomplete_package"),
    );
    expect((await counters(centre)).slots).toEqual([]);
    expect(await send(home, all("book"))).toEqual(WEEK.map(() => "booked"));
    expect(await send(home, all("cancel", WEEK.slice(1)))).toEqual(
      WEEK.slice(1).map(() => "incomplete_package"),
    );
    expect(await send(home, all("cancel"))).toEqual(WEEK.map(() => "cancelled"));
    expect((await counters(centre)).slots).toEqual([]);
  });

  test("two days at least in a week, or none; a swap keeps the week", async () => {
    const centre = await centreOf({ units: [{ name: "Journée", leastDays: 2 }] });
    const home = await family(centre);
    const at = (day: number) => centre.slotOf("Journée", WEEK[day] ?? "");
    expect(await send(home, [line("book", home, at(0))])).toEqual(["below_minimum"]);
    expect(await send(home, [line("book", home, at(0)), line("book", home, at(1))])).toEqual([
      "booked",
      "booked",
    ]);
    expect(await send(home, [line("cancel", home, at(0))])).toEqual(["below_minimum"]);
    expect(await send(home, [line("book", home, at(3)), line("cancel", home, at(0))])).toEqual([
      "booked",
      "cancelled",
    ]);
  });

  test("a half-day excludes the day, and evening care needs one of them", async () => {
    const centre = await centreOf({
      units: [
        { name: "Journée", excludes: ["Matin"] },
        { name: "Matin", from: 480, to: 720 },
        { name: "Soir", from: 1080, to: 1140, needs: ["Journée"] },
      ],
    });
    const home = await family(centre);
    const at = (unit: string) => line("book", home, centre.slotOf(unit, "2026-11-16"));
    expect(await send(home, [at("Soir")])).toEqual(["needs_other"]);
    expect(await send(home, [at("Journée"), at("Matin")])).toEqual(["excluded", "excluded"]);
    expect(await send(home, [at("Soir"), at("Journée")])).toEqual(["booked", "booked"]);
    expect(await send(home, [line("cancel", home, centre.slotOf("Journée", "2026-11-16"))])).toEqual([
      "needs_other",
    ]);
    expect(
      await send(home, [
        line("cancel", home, centre.slotOf("Journée", "2026-11-16")),
        line("cancel", home, centre.slotOf("Soir", "2026-11-16")),
      ]),
    ).toEqual(["cancelled", "cancelled"]);
  });

  test("a week that breaks a rule leaves the other child's lines alone", async () => {
    const centre = await centreOf({ units: [{ name: "Journée", leastDays: 2 }] });
    const home = await family(centre, { children: ["Lina", "Hugo"] });
    const at = (day: number) => centre.slotOf("Journée", WEEK[day] ?? "");
    expect(
      await send(home, [
        line("book", home, at(0)),
        line("book", home, at(0), { child: 1 }),
        line("book", home, at(1), { child: 1 }),
      ]),
    ).toEqual(["below_minimum", "booked", "booked"]);
    expect((await counters(centre)).slots).toEqual(["Journée 2026-11-16 1/100", "Journée 2026-11-17 1/100"]);
  });
});

describe("chosen hours", () => {
  test("are within the unit's, in its steps, and may change", async () => {
    const centre = await centreOf({
      units: [{ name: "Matin", from: 450, to: 510, hourStep: 15 }],
      judgedBy: "slot",
    });
    const home = await family(centre);
    const slot = centre.slotOf("Matin", "2026-11-16");
    for (const hours of [
      { from: 440, to: 510 },
      { from: 450, to: 520 },
      { from: 455, to: 510 },
      { from: 480, to: 480 },
    ]) {
      expect(await send(home, [line("book", home, slot, { hours })])).toEqual(["bad_hours"]);
    }
    expect(await send(home, [line("book", home, slot, { hours: { from: 465, to: 510 } })])).toEqual([
      "booked",
    ]);
    expect(await send(home, [line("change", home, slot, { hours: { from: 465, to: 510 } })])).toEqual([
      "same_hours",
    ]);
    expect(await send(home, [line("change", home, slot, { hours: { from: 450, to: 495 } })])).toEqual([
      "changed",
    ]);
    expect(
      await send(home, [line("change", home, slot)], Temporal.Instant.from("2026-11-15T12:00:00Z")),
    ).toEqual(["too_late_to_change"]);
  });

  test("take the nursery's half-hours, each by itself", async () => {
    const centre = await centreOf({
      units: [{ name: "Accueil", from: 480, to: 600, hourStep: 30 }],
      shares: [480, 510, 540, 570].map((from) => ({ from, to: from + 30, places: 1 })),
    });
    const [early, late, long] = [await family(centre), await family(centre), await family(centre)];
    const slot = centre.slotOf("Accueil", "2026-11-16");
    expect(await send(early, [line("book", early, slot, { hours: { from: 480, to: 540 } })])).toEqual([
      "booked",
    ]);
    expect(await send(late, [line("book", late, slot, { hours: { from: 510, to: 600 } })])).toEqual(["full"]);
    expect(await send(late, [line("book", late, slot, { hours: { from: 540, to: 600 } })])).toEqual([
      "booked",
    ]);
    expect(await send(long, [line("wait", long, slot, { hours: { from: 480, to: 600 } })])).toEqual([
      "waiting",
    ]);
    expect(await send(early, [line("change", early, slot, { hours: { from: 480, to: 510 } })])).toEqual([
      "changed",
    ]);
    expect((await counters(centre)).shared).toEqual([
      "2026-11-16 480-510 0 1/1",
      "2026-11-16 540-570 0 1/1",
      "2026-11-16 570-600 0 1/1",
    ]);
  });
});

describe("shared places", () => {
  test("« Matin » and « Journée » take from the same morning; the other age's places are left alone", async () => {
    const centre = await centreOf({
      units: [{ name: "Journée" }, { name: "Matin", from: 480, to: 720 }],
      shares: [
        { from: 480, to: 720, fromMonths: 36, untilMonths: 72, places: 1 },
        { from: 480, to: 720, fromMonths: 72, untilMonths: 144, places: 1 },
        { from: 720, to: 1080, fromMonths: 72, untilMonths: 144, places: 1 },
      ],
    });
    // Born on 4 May 2018: 102 months.
    const [lina, hugo] = [await family(centre), await family(centre)];
    const day = "2026-11-18";
    expect(await send(lina, [line("book", lina, centre.slotOf("Matin", day))])).toEqual(["booked"]);
    expect(await send(hugo, [line("book", hugo, centre.slotOf("Journée", day))])).toEqual(["full"]);
    expect(await send(lina, [line("cancel", lina, centre.slotOf("Matin", day))])).toEqual(["cancelled"]);
    expect(await send(hugo, [line("book", hugo, centre.slotOf("Journée", day))])).toEqual(["booked"]);
    expect((await counters(centre)).shared).toEqual([
      "2026-11-18 480-720 72 1/1",
      "2026-11-18 720-1080 72 1/1",
    ]);
  });

  test("are refused to an age for which there is none; an agent with a reason goes over them", async () => {
    const centre = await centreOf({
      units: [{ name: "Journée", places: 1 }],
      shares: [{ fromMonths: 36, untilMonths: 72, places: 5 }],
    });
    const home = await family(centre);
    const slot = centre.slotOf("Journée", "2026-11-18");
    expect(await send(home, [line("book", home, slot)])).toEqual(["wrong_age"]);
    const agent = {
      actor: agentWith(["bookings.write"]),
      authority: town.authority,
      database: town.database,
      now: NOW,
    };
    const over = await submitBookings(
      agent,
      { key: newId<"submission">(), lines: [line("book", home, slot)] },
      { householdId: home.id, reason: "Accord de la directrice", overCapacity: true },
    );
    expect(over.ok && over.value.lines.map(({ outcome }) => outcome)).toEqual(["booked"]);
    const second = await family(centre);
    const full = await submitBookings(
      agent,
      { key: newId<"submission">(), lines: [line("book", second, slot)] },
      { householdId: second.id, reason: "Accord de la directrice", overCapacity: true },
    );
    expect(full.ok && full.value.lines.map(({ outcome }) => outcome)).toEqual(["booked"]);
    expect((await counters(centre)).slots).toEqual(["Journée 2026-11-18 2/2"]);
    expect(await send(second, [line("cancel", second, slot)])).toEqual(["cancelled"]);
    // The place above what is offered went with it.
    expect((await counters(centre)).slots).toEqual(["Journée 2026-11-18 1/1"]);
  });
});

describe("the waiting list", () => {
  const one = (waiting: CentreSettings["waiting"]) =>
    centreOf({
      units: [{ name: "Journée", places: 1 }],
      judgedBy: "slot",
      ...(waiting === undefined ? {} : { waiting }),
    });
  const slotOf = (centre: Centre) => centre.slotOf("Journée", "2026-11-18");

  test("a freed place is offered to the next family, who takes it; a newcomer finds it full", async () => {
    const centre = await one({ minutes: 60 });
    const slot = slotOf(centre);
    const [holder, first, second, newcomer] = [
      await family(centre, { children: ["Ada"] }),
      await family(centre, { children: ["Bob"] }),
      await family(centre, { children: ["Cid"] }),
      await family(centre, { children: ["Dan"] }),
    ];
    expect(await send(holder, [line("wait", holder, slot)])).toEqual(["booked"]);
    expect(await send(first, [line("wait", first, slot)], later(1))).toEqual(["waiting"]);
    expect(await send(first, [line("wait", first, slot)], later(1))).toEqual(["already_waiting"]);
    expect(await send(second, [line("wait", second, slot)], later(2))).toEqual(["waiting"]);
    expect(await send(holder, [line("cancel", holder, slot)], later(3))).toEqual(["cancelled"]);
    expect(await turns(centre)).toEqual(["Bob offered", "Cid waiting"]);
    expect((await counters(centre)).slots).toEqual(["Journée 2026-11-18 1/1 +2"]);
    expect(await send(newcomer, [line("book", newcomer, slot)], later(4))).toEqual(["full"]);
    expect(await send(second, [line("accept", second, slot)], later(4))).toEqual(["offer_over"]);
    expect(await send(first, [line("accept", first, slot)], later(5))).toEqual(["booked"]);
    expect(await turns(centre)).toEqual(["Bob accepted", "Cid waiting"]);
  });

  test("declined, unanswered or left, it passes on; nobody is left, it is free", async () => {
    const centre = await one({ minutes: 60 });
    const slot = slotOf(centre);
    const homes = await Promise.all(
      ["Ada", "Bob", "Cid", "Dan"].map((name) => family(centre, { children: [name] })),
    );
    const [holder, first, second, third] = homes;
    if (!holder || !first || !second || !third) throw new Error("Four families");
    await send(holder, [line("book", holder, slot)]);
    for (const [minute, home] of [first, second, third].entries())
      await send(home, [line("wait", home, slot)], later(minute));
    await send(holder, [line("cancel", holder, slot)], later(10));
    expect(await send(first, [line("decline", first, slot)], later(11))).toEqual(["declined"]);
    expect(await turns(centre)).toEqual(["Bob declined", "Cid offered", "Dan waiting"]);
    const expire = (at: Temporal.Instant) =>
      town.database.write((writes) =>
        writes.row<{ ended: number }>("test_expire", `select expire_places($1, $2) as ended`, [
          town.authority.id,
          at.toString(),
        ]),
      );
    expect(await expire(later(70))).toEqual({ ended: 0 });
    expect(await expire(later(72))).toEqual({ ended: 1 });
    expect(await turns(centre)).toEqual(["Bob declined", "Cid expired", "Dan offered"]);
    expect(await send(second, [line("accept", second, slot)], later(73))).toEqual(["unknown"]);
    expect(await send(third, [line("leave", third, slot)], later(73))).toEqual(["left"]);
    expect((await counters(centre)).slots).toEqual([]);
  });

  test("given at once where the authority says so, by points", async () => {
    const centre = await one({ minutes: null, order: "points" });
    const slot = slotOf(centre);
    const holder = await family(centre, { children: ["Ada"] });
    const early = await family(centre, { children: ["Bob"] });
    const prior = await family(centre, { children: ["Cid"] }, 10);
    await send(holder, [line("book", holder, slot)]);
    await send(early, [line("wait", early, slot)]);
    await send(prior, [line("wait", prior, slot)], later(1));
    await send(holder, [line("cancel", holder, slot)], later(2));
    expect(await turns(centre)).toEqual(["Bob waiting", "Cid given"]);
    expect((await counters(centre)).slots).toEqual(["Journée 2026-11-18 1/1 +1"]);
  });

  test("siblings stand together behind the eldest asking", async () => {
    const centre = await centreOf({
      units: [{ name: "Journée", places: 2 }],
      judgedBy: "slot",
      waiting: { minutes: null, order: "siblings" },
    });
    const slot = slotOf(centre);
    const holder = await family(centre, { children: ["Ada", "Abe"] });
    const twins = await family(centre, { children: ["Bob", "Ben"] });
    const other = await family(centre, { children: ["Cid"] });
    await send(holder, [line("book", holder, slot), line("book", holder, slot, { child: 1 })]);
    await send(twins, [line("wait", twins, slot)]);
    await send(other, [line("wait", other, slot)], later(1));
    await send(twins, [line("wait", twins, slot, { child: 1 })], later(2));
    await send(holder, [line("cancel", holder, slot), line("cancel", holder, slot, { child: 1 })], later(3));
    expect(await turns(centre)).toEqual(["Bob given", "Cid waiting", "Ben given"]);
  });

  test("a whole package waits as one turn, and is offered when each of its days has a place", async () => {
    const centre = await centreOf({
      units: [{ name: "Semaine", bookedBy: "week", places: 1 }],
      waiting: { minutes: 60 },
    });
    const all = (act: Act, home: Household) =>
      WEEK.map((day) => line(act, home, centre.slotOf("Semaine", day)));
    const holder = await family(centre, { children: ["Ada"] });
    const first = await family(centre, { children: ["Bob"] });
    expect(await send(holder, all("book", holder))).toEqual(WEEK.map(() => "booked"));
    expect(await send(first, all("wait", first), later(1))).toEqual(WEEK.map(() => "waiting"));
    expect(await turns(centre)).toEqual(["Bob waiting"]);
    expect(await send(holder, all("cancel", holder), later(2))).toEqual(WEEK.map(() => "cancelled"));
    expect(await turns(centre)).toEqual(["Bob offered"]);
    expect((await counters(centre)).slots).toEqual(WEEK.map((day) => `Semaine ${day} 1/1 +1`));
    expect(
      await send(first, [line("accept", first, centre.slotOf("Semaine", "2026-11-16"))], later(3)),
    ).toEqual(["booked"]);
    expect((await counters(centre)).slots).toEqual(WEEK.map((day) => `Semaine ${day} 1/1`));
  });
});

test("a place that must be paid first is held, and released when it is not paid", async () => {
  const centre = await centreOf({
    units: [{ name: "Journée", places: 1 }],
    judgedBy: "slot",
    holdMinutes: 60,
  });
  const slot = centre.slotOf("Journée", "2026-11-18");
  const [home, other] = [await family(centre), await family(centre)];
  expect(await send(home, [line("book", home, slot)])).toEqual(["held"]);
  expect(await send(other, [line("book", other, slot)], later(59))).toEqual(["full"]);
  await town.database.write((writes) =>
    writes.run("test_release", `select expire_places($1, $2)`, [town.authority.id, later(61).toString()]),
  );
  expect(await send(other, [line("book", other, slot)], later(62))).toEqual(["held"]);
});
