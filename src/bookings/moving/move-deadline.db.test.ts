import { afterAll, beforeAll, expect, test } from "vitest";

import type { SignedIn } from "#identity";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../../../test/builders/actors.ts";
import { newId, type Canteen } from "../../../test/builders/canteen.ts";
import { SLOT_TOWN_NOW, slotTown } from "../../../test/builders/slot-town.ts";
import { setDeadlineRule } from "../deadlines/deadline-rules.ts";
import { liftMove } from "./lift-move.ts";
import { moveDeadline, previewMove } from "./move-deadline.ts";
import type { NewMove } from "./move-queries.ts";
import { MOVE } from "./policy.ts";

let town: TestDatabase;
let slots: Awaited<ReturnType<typeof slotTown>>;
let rue: Canteen;
beforeAll(async () => {
  town = await testDatabase();
  slots = await slotTown(town);
  rue = await slots.canteen();
});
afterAll(() => town.close());

const visit = (actor: SignedIn) => ({
  actor,
  authority: town.authority,
  database: town.database,
  now: SLOT_TOWN_NOW,
  address: "192.0.2.7",
});
const helene = agentWith([MOVE]);
const date = (text: string) => Temporal.PlainDate.from(text);

/** The week of 16 November 2026, closed on Wednesday 11 at 10 h although it is a public holiday. */
const week = (changes: Partial<NewMove> = {}): NewMove => ({
  activityId: rue.activityId,
  unitId: null,
  acts: ["book", "cancel", "change"],
  firstDay: date("2026-11-16"),
  lastDay: date("2026-11-20"),
  closesAt: Temporal.Instant.from("2026-11-11T09:00:00Z"),
  because: "le traiteur est fermé dès jeudi",
  ...changes,
});

const until = async (on: string) => {
  const row = await town.database.read((reads) =>
    reads.row<{
      book: Temporal.Instant;
      cancel: Temporal.Instant;
      change: Temporal.Instant | null;
      facts: unknown;
    }>(
      "test_deadlines",
      `select book_until as book, cancel_until as cancel, change_until as change, deadline_facts as facts
       from slot where unit_id = $1 and date = $2`,
      [rue.unitId, on],
    ),
  );
  return {
    ...row,
    book: row?.book.toString(),
    cancel: row?.cancel.toString(),
    change: row?.change?.toString() ?? null,
  };
};

test("a moved cut-off is told first, wins over the rule on its days alone, and is lifted again", async () => {
  const before = await until("2026-11-19");
  const preview = await previewMove(visit(helene), week());
  expect(preview).toMatchObject({ ok: true, value: { closedAtOnce: 0 } });
  if (!preview.ok) throw new Error(preview.refusal.code);
  expect(preview.value.slots.map(({ date: day, after }) => `${day} ${after.bookUntil}`)).toEqual(
    ["16", "17", "19", "20"].map((day) => `2026-11-${day} 2026-11-11T09:00:00Z`),
  );
  expect(await until("2026-11-19")).toEqual(before);

  const moved = await moveDeadline(visit(helene), week());
  if (!moved.ok) throw new Error(moved.refusal.code);
  expect(moved.value).toMatchObject({ changed: 4, created: 0, cancelled: 0 });
  const reasons = ["ce délai a été déplacé (le traiteur est fermé dès jeudi)"];
  expect(await until("2026-11-19")).toEqual({
    book: "2026-11-11T09:00:00Z",
    cancel: "2026-11-11T09:00:00Z",
    change: null,
    facts: { book: reasons, cancel: reasons },
  });
  expect((await until("2026-11-23")).book).toBe("2026-11-20T11:00:00Z");
  const twice = await moveDeadline(visit(helene), week({ because: "autre motif" }));
  expect(twice).toMatchObject({ ok: false, refusal: { code: "already-moved", moveId: moved.value.moveId } });

  expect(await liftMove(visit(helene), moved.value.moveId)).toMatchObject({
    ok: true,
    value: { changed: 4 },
  });
  expect(await until("2026-11-19")).toEqual(before);
  expect(await liftMove(visit(helene), moved.value.moveId)).toEqual({
    ok: false,
    refusal: { code: "already-lifted" },
  });
});

test("of two moves the last written wins; cancelling alone leaves booking, and nothing passes the slot's start", async () => {
  const days = { firstDay: date("2026-11-26"), lastDay: date("2026-11-27") };
  const first = await moveDeadline(visit(helene), week(days));
  const later = { ...visit(helene), now: SLOT_TOWN_NOW.add({ minutes: 1 }) };
  const closesAt = Temporal.Instant.from("2026-11-26T15:00:00Z");
  const acts = ["cancel", "change"] as const;
  const second = await moveDeadline(later, week({ ...days, acts, unitId: rue.unitId, closesAt }));
  expect([first.ok, second.ok]).toEqual([true, true]);
  expect(await until("2026-11-26")).toMatchObject({
    book: "2026-11-11T09:00:00Z",
    cancel: "2026-11-26T11:00:00Z",
  });
  expect(await until("2026-11-27")).toMatchObject({
    book: "2026-11-11T09:00:00Z",
    cancel: "2026-11-26T15:00:00Z",
  });
});

test("a cut-off of this morning says how many slots close at once", async () => {
  const closesAt = SLOT_TOWN_NOW.subtract({ hours: 1 });
  const preview = await previewMove(visit(helene), week({ closesAt }));
  expect(preview).toMatchObject({ ok: true, value: { closedAtOnce: 4 } });
});

test.each<[string, () => Partial<NewMove>, string]>([
  ["an activity that does not exist", () => ({ activityId: newId<"activity">() }), "unknown-activity"],
  ["a unit of another activity", () => ({ unitId: newId<"unit">() }), "unknown-activity"],
  ["yesterday", () => ({ firstDay: date("2026-11-01") }), "past"],
  ["an end before the start", () => ({ lastDay: date("2026-11-15") }), "backwards"],
  ["a year", () => ({ lastDay: date("2027-11-15") }), "too-long"],
  ["a cut-off that is gone", () => ({ closesAt: SLOT_TOWN_NOW.subtract({ hours: 24 }) }), "cut-off-past"],
  [
    "a cut-off after the days",
    () => ({ closesAt: Temporal.Instant.from("2026-11-21T09:00:00Z") }),
    "after-the-days",
  ],
  ["a day without a slot", () => ({ firstDay: date("2026-11-22"), lastDay: date("2026-11-22") }), "no-slot"],
  [
    "the cut-off that the day has already",
    () => ({
      firstDay: date("2026-11-23"),
      lastDay: date("2026-11-23"),
      closesAt: Temporal.Instant.from("2026-11-20T11:00:00Z"),
    }),
    "nothing-changes",
  ],
])("refuses %s and writes nothing", async (_, changes, code) => {
  const count = () =>
    town.database.read((reads) => reads.row("test_moves", `select count(*) as moves from moved_deadline`));
  const before = await count();
  expect(await moveDeadline(visit(helene), week(changes()))).toMatchObject({ ok: false, refusal: { code } });
  expect(await count()).toEqual(before);
});

test("an agent of another site neither moves nor lifts", async () => {
  const elsewhere = visit(agentWith([MOVE], [newId<"site">()]));
  expect(await moveDeadline(elsewhere, week())).toMatchObject({ refusal: { code: "unknown-activity" } });
  const moved = await moveDeadline(
    visit(helene),
    week({ firstDay: date("2026-12-07"), lastDay: date("2026-12-08") }),
  );
  if (!moved.ok) throw new Error(moved.refusal.code);
  expect(await liftMove(elsewhere, moved.value.moveId)).toMatchObject({ refusal: { code: "unknown-move" } });
});

test("of the rules, that of the unit in the season wins, then the unit's, the season's, the activity's", async () => {
  const own = await slots.canteen({ name: "Quend" });
  const { activityId, unitId, seasonId } = own;
  const validFrom = date("2026-09-01");
  const hours = (n: number) => ({
    kind: "hoursBefore" as const,
    hours: n,
    notCounted: {
      saturdays: false,
      sundays: false,
      publicHolidays: false,
      weekdays: [],
      schoolHolidays: false,
      closures: false,
    },
  });
  const scopes = [{ seasonId }, { unitId }, { unitId, seasonId }];
  const found: unknown[] = [];
  for (const [index, scope] of scopes.entries()) {
    await town.database.write((writes) =>
      setDeadlineRule(writes, { activityId, ...scope, act: "book", validFrom, rule: hours(index + 1) }),
    );
    await slots.align([own]);
    found.push((await slots.slot(own, "2026-11-19"))?.bookUntil.toString());
  }
  expect(found).toEqual(["2026-11-19T10:00:00Z", "2026-11-19T09:00:00Z", "2026-11-19T08:00:00Z"]);
});
