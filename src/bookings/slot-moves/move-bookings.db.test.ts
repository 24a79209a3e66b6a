import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { everyoneOf } from "#identity";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../../../test/builders/actors.ts";
import { newId, type Canteen } from "../../../test/builders/canteen.ts";
import { lettersTo } from "../../../test/builders/letters.ts";
import { move, mover as agent, moveTown, outcomes } from "../../../test/builders/move-town.ts";
import { householdHistory } from "../receipts/household-history.ts";
import { movedSite } from "../rules/history-act.ts";
import { tellMoved } from "../emails/moved/tell-moved.ts";
import { disagreeingSlots } from "../slots/disagreeing-slots.ts";
import { moveBookings, previewMove } from "./move-bookings.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof moveTown>>;
let rue: Canteen;
let quend: Canteen;

beforeAll(async () => {
  town = await testDatabase();
  at = await moveTown(town);
  ({ rue, quend } = at);
}, 60_000);
afterAll(() => town.close());

const visitOf: typeof at.visitOf = (...some) => at.visitOf(...some);
const eats: typeof at.eats = (...some) => at.eats(...some);
const bookingsOf: typeof at.bookingsOf = (...some) => at.bookingsOf(...some);
const book: typeof at.book = (...some) => at.book(...some);
const taken: typeof at.taken = (...some) => at.taken(...some);

test("those who can come are moved; places, history, enrolment and letter follow, once", async () => {
  const [from, to] = [rue.slotOn("2026-11-09"), quend.slotOn("2026-11-09")];
  const { home, bookings } = await eats("2026-11-09", {
    children: ["Lina", "Hugo", "Zoé"],
    lastName: "Roux",
  });
  const preview = await previewMove(visitOf(), { from, to });
  expect(preview).toMatchObject({ ok: true, value: { to: { places: 2, taken: 0 } } });
  expect(outcomes(preview)).toEqual(expect.arrayContaining(["full", "moved"]));
  expect(await taken(from, to)).toEqual([3, 0]);

  const wanted = move(from, to, bookings);
  expect(outcomes(await moveBookings(visitOf(), wanted))).toEqual(["moved", "moved", "full"]);
  expect(await taken(from, to)).toEqual([1, 2]);
  expect(outcomes(await moveBookings(visitOf(), wanted))).toEqual(["moved", "moved", "full"]);
  expect(outcomes(await moveBookings(visitOf(agentWith(["bookings.write"])), wanted))).toBe("key-taken");
  expect(outcomes(await moveBookings(visitOf(), { ...wanted, from: to, to: from }))).toBe("key-taken");
  expect(await taken(from, to)).toEqual([1, 2]);

  const history = await town.database.read((reads) =>
    reads.rows(
      "test_moves",
      `select act, reason, by_label as by from booking_history where household_id = $1 and act like 'moved%' order by id`,
      [home.id],
    ),
  );
  const by = { reason: "Le car ne passe pas", by: "Paul Martin" };
  expect(history).toEqual([
    { act: "moved_out", ...by },
    { act: "moved_in", ...by },
    { act: "moved_out", ...by },
    { act: "moved_in", ...by },
  ]);
  const enrolments = await town.database.read((reads) =>
    reads.rows(
      "test_enrolments_made",
      `select payer_guardian_id as payer, first_day::text as first, last_day::text as last, regular
       from enrolment where household_id = $1 and season_id = $2`,
      [home.id, quend.seasonId],
    ),
  );
  const payer = home.guardians[0]?.id;
  const made = { payer, first: "2026-11-09", last: "2026-11-09", regular: false };
  expect(enrolments).toEqual([made, made]);

  for (const _ of [1, 2]) {
    const { authority, database, now } = visitOf();
    await tellMoved(new URL("https://espace.exemple.fr"))({ authority, database, now }, { key: wanted.key });
  }
  const [letter, ...others] = await lettersTo(town, "claire.roux@exemple.fr");
  expect(others).toEqual([]);
  expect(letter?.subject).toBe("Déplacé : 2\u00a0repas lundi 9 novembre");
  expect(letter?.text).toContain("Maintenant : lundi 9 novembre, repas, Restauration scolaire – Quend");
  expect(letter?.text).toContain("Pourquoi : Le car ne passe pas");
  expect(letter?.text).toContain("Inscription faite pour ce jour-là, Restauration scolaire – Quend");
  expect(letter?.text).not.toContain("Zoé");
});

test("the family reads from where and to where its child was moved", async () => {
  const day = "2026-11-24";
  const { home, bookings } = await eats(day);
  await moveBookings(visitOf(), move(rue.slotOn(day), quend.slotOn(day), bookings));
  const { entries } = await town.database.read((reads) =>
    householdHistory(reads, everyoneOf([home.id]), null),
  );
  expect(entries.map(movedSite)).toEqual(["École de Quend", "École de Rue", null]);
});

test("the next move stretches the enrolment that a move made, and no other", async () => {
  const { home, bookings } = await eats("2026-11-10");
  const day = (date: string) => quend.slotOn(date);
  expect(
    outcomes(await moveBookings(visitOf(), move(rue.slotOn("2026-11-10"), day("2026-11-12"), bookings))),
  ).toEqual(["moved"]);
  const there = await bookingsOf(home, day("2026-11-12"));
  expect(outcomes(await moveBookings(visitOf(), move(day("2026-11-12"), day("2026-11-16"), there)))).toEqual([
    "moved",
  ]);
  const bound = await at.family({ enrolledIn: [rue, quend], enrolledUntil: "2026-11-13" });
  await book(bound, rue.slotOn("2026-11-12"));
  const own = await bookingsOf(bound, rue.slotOn("2026-11-12"));
  expect(
    outcomes(await moveBookings(visitOf(), move(rue.slotOn("2026-11-12"), day("2026-11-17"), own))),
  ).toEqual(["not_enrolled"]);
});

describe("what cannot move stays, and says why", () => {
  const sql = (name: string, text: string, parameters: string[]) =>
    town.database.write((writes) => writes.run(name, text, parameters));

  test("a place there already; a booking that is gone; a day that is closed or over", async () => {
    const both = { enrolledIn: [rue, quend] };
    const { home, bookings } = await eats("2026-11-19", both);
    const [from, to] = [rue.slotOn("2026-11-19"), quend.slotOn("2026-11-19")];
    await book(home, to);
    expect(outcomes(await moveBookings(visitOf(), move(from, to, bookings)))).toEqual(["already_booked"]);
    const late = Temporal.Instant.from("2026-11-19T12:00:00Z");
    const next = quend.slotOn("2026-11-20");
    expect(outcomes(await moveBookings(visitOf(agent, late), move(from, next, bookings)))).toEqual(["past"]);
    await sql("test_close", `update slot set state = 'closed', closed_because = 'Grève' where id = $1`, [
      next,
    ]);
    expect(outcomes(await moveBookings(visitOf(), move(from, next, bookings)))).toEqual(["closed"]);
    await sql("test_gone", `update booking set state = 'held', held_until = now() where id = $1`, [
      bookings[0] ?? "",
    ]);
    const other = quend.slotOn("2026-11-23");
    expect(outcomes(await moveBookings(visitOf(), move(from, other, bookings)))).toEqual(["not_booked"]);
  });

  test("shared places are given back and taken; those that are full keep out, whatever the slot's own", async () => {
    const [from, to] = [rue.slotOn("2026-11-24"), quend.slotOn("2026-11-24")];
    await sql("test_ruled", `update slot set judged_by = 'week' where id = any (array[$1, $2]::uuid[])`, [
      from,
      to,
    ]);
    const share = (canteen: Canteen) =>
      sql(
        "test_share",
        `insert into place_count (activity_id, date, from_minute, to_minute, from_months, until_months, places)
         values ($1, '2026-11-24', 0, 1440, 36, 144, 1)`,
        [canteen.activityId],
      );
    await share(rue);
    await share(quend);
    const first = await eats("2026-11-24");
    const shared = () =>
      town.database.read((reads) =>
        reads.rows(
          "test_shared",
          `select taken from place_count where activity_id = any ($1::uuid[]) order by activity_id = $2`,
          [[rue.activityId, quend.activityId], quend.activityId],
        ),
      );
    expect(await shared()).toEqual([{ taken: 1 }, { taken: 0 }]);
    expect(outcomes(await moveBookings(visitOf(), move(from, to, first.bookings)))).toEqual(["moved"]);
    expect(await shared()).toEqual([{ taken: 0 }, { taken: 1 }]);
    const second = await eats("2026-11-24");
    expect(outcomes(await moveBookings(visitOf(), move(from, to, second.bookings)))).toEqual(["full"]);
    expect(await shared()).toEqual([{ taken: 1 }, { taken: 1 }]);
  });

  test.each([
    [
      "another's site",
      () => ({ from: rue.slotOn("2026-11-30"), to: quend.slotOn("2026-11-30") }),
      "unknown-slot",
    ],
    ["a slot that is none", () => ({ from: rue.slotOn("2026-11-30"), to: newId<"slot">() }), "unknown-slot"],
    [
      "one and the same slot",
      () => ({ from: rue.slotOn("2026-11-30"), to: rue.slotOn("2026-11-30") }),
      "same-slot",
    ],
  ] as const)("%s", async (_, slots, code) => {
    const { from, to } = slots();
    const { bookings } = await eats("2026-11-30");
    const manager = visitOf(agentWith(["bookings.write"], [rue.siteId]));
    expect(outcomes(await moveBookings(manager, move(from, to, bookings)))).toBe(code);
    expect(outcomes(await moveBookings(visitOf(), move(from, to, [])))).toBe("nobody");
  });
});

test("a place that a move frees goes to who waits for it", async () => {
  const small = await at.canteen({ name: "Nouvion", places: 1 });
  const day = small.slotOn("2026-11-26");
  const leaving = await at.family({ enrolledIn: [small] });
  const waiting = await at.family({ enrolledIn: [small] });
  expect(await book(leaving, day)).toEqual(["booked"]);
  expect(await book(waiting, day, "wait")).toEqual(["waiting"]);
  const moved = await moveBookings(
    visitOf(),
    move(day, rue.slotOn("2026-11-26"), await bookingsOf(leaving, day)),
  );
  expect(outcomes(moved)).toEqual(["moved"]);
  const turn = await town.database.read((reads) =>
    reads.row("test_turn", `select state from waiting_turn where household_id = $1`, [waiting.id]),
  );
  expect(turn).toEqual({ state: "offered" });
  expect(await taken(day)).toEqual([1]);
});

test("families who book and agents who move into the same slot never take one place twice", async () => {
  const small = await at.canteen({ name: "Crécy", places: 5 });
  const day = "2026-12-01";
  const [from, to] = [rue.slotOn(day), small.slotOn(day)];
  const movers = await Promise.all(Array.from({ length: 6 }, () => eats(day)));
  const bookers = await Promise.all(Array.from({ length: 6 }, () => at.family({ enrolledIn: [small] })));
  const before = await taken(from);
  const done = await Promise.all([
    ...movers.map(async ({ bookings }) => outcomes(await moveBookings(visitOf(), move(from, to, bookings)))),
    ...bookers.map((home) => book(home, to)),
  ]);
  const gained = done.flat().filter((outcome) => outcome === "moved" || outcome === "booked").length;
  expect(gained).toBe(5);
  const moved = done.flat().filter((outcome) => outcome === "moved").length;
  expect(await taken(from, to)).toEqual([(before[0] ?? 0) - moved, 5]);
  expect(await town.database.read(disagreeingSlots)).toBe(0);
});
