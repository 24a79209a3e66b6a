import { afterAll, beforeAll, expect, test } from "vitest";

import { attendanceFacts, daysToNote, noteDay, type AttendanceFact, type UnitDay } from "#attendance";
import { readChargeCase } from "#pricing";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../builders/actors.ts";
import { newId } from "../builders/canteen.ts";
import { centreTown, lineOf } from "../builders/centre-town.ts";

// What billing reads through the door, on a Monday that was noted and a Tuesday that nobody noted.
const MONDAY = Temporal.PlainDate.from("2026-11-16");
const TUESDAY = MONDAY.add({ days: 1 });
const EVENING = Temporal.Instant.from("2026-11-17T18:00:00Z");

let town: TestDatabase;
let facts: AttendanceFact[];
let left: UnitDay[];
beforeAll(async () => {
  town = await testDatabase();
  const at = centreTown(town);
  const centre = await at.centre({ units: [{ name: "Accueil" }] });
  const home = await at.family(centre, { children: ["Lina"] });
  const slots = [MONDAY, TUESDAY].map((date) => centre.slotOf("Accueil", date.toString()));
  await at.send(
    home,
    slots.map((slot) => lineOf("book", home, slot)),
  );
  const [lina] = home.children;
  const [monday] = slots;
  if (lina === undefined || monday === undefined) throw new Error("Nobody to note");
  const strike = { state: "absent", reason: "strike", proofOn: null, arrivedAt: null, leftAt: null } as const;
  const line = { ...strike, slotId: monday, participantId: lina.id, householdId: home.id, shown: 0 };
  await noteDay(
    { actor: agentWith(["attendance.write"]), database: town.database, now: EVENING, address: "192.0.2.1" },
    { key: newId<"attendanceForm">(), site: centre.siteId, date: MONDAY, lines: [line] },
  );
  [facts, left] = await town.database.read(async (reads) => [
    await attendanceFacts(reads, { first: MONDAY, last: TUESDAY, activityIds: null }),
    await daysToNote(reads, { first: MONDAY, last: TUESDAY, scope: "everywhere" }),
  ]);
}, 60_000);
afterAll(() => town.close());

test("every place is a fact, noted or not", () => {
  expect(facts.map(({ date, state, booked }) => [date.day, state, booked])).toEqual([
    [16, "absent", true],
    [17, null, true],
  ]);
});

test("the reason is a word of the price rules", () => {
  const [absence] = facts;
  const charge = readChargeCase({
    activity: "accueil",
    unit: "journee",
    date: absence?.date.toString(),
    absence: { reason: absence?.pricedReason, since: "2026-11-16T08:00" },
  });
  expect(charge).toMatchObject({ ok: true, value: { facts: { absence: { reason: "authority" } } } });
});

test("a day that nobody noted is told", () => {
  expect(left.map(({ date, unitName, expected, noted }) => [date.day, unitName, expected, noted])).toEqual([
    [17, "Accueil", 1, 0],
  ]);
});
