import { afterAll, beforeAll, expect, test } from "vitest";

import { importSchoolCalendar } from "#activities";
import { testDatabase, type TestDatabase } from "#test";

import type { Canteen } from "../../../test/builders/canteen.ts";
import { literalRule } from "../../../test/builders/offered-canteen.ts";
import { slotTown } from "../../../test/builders/slot-town.ts";
import { setDeadlineRule } from "../deadlines/deadline-rules.ts";
import type { DeadlineRule } from "../rules/deadline/deadline-rule.ts";
import { followCalendar } from "./follow-changes.ts";

let town: TestDatabase;
let slots: Awaited<ReturnType<typeof slotTown>>;
beforeAll(async () => {
  town = await testDatabase();
  slots = await slotTown(town);
});
afterAll(() => town.close());

const HEADER = "school_year,kind,first_day_off,last_day_off,label,evidence";

/** Imports a file of one line, and lets the slots follow as the job does. */
async function importLine(line: string) {
  const { authority, database } = town;
  await database.write((writes) =>
    importSchoolCalendar(writes, {
      text: `${HEADER}\n${line}\n`,
      zone: "B",
      authorityId: authority.id,
      by: "Hélène Caron",
    }),
  );
  const now = Temporal.Instant.from("2026-11-02T08:00:00Z");
  await followCalendar({ authority, database, now }, { by: "Hélène Caron" });
  await followCalendar({ authority, database, now }, { by: "Hélène Caron" });
}

test("holidays that move close their new days, open their old ones, and keep every other booking", async () => {
  const rue = await slots.canteen();
  const before = await slots.eating(rue, "2026-12-15", "2026-12-17", "2026-12-18");
  // Noël was known from Saturday 19 December to 3 January: it now begins on Friday 18, and ends on 1 January.
  await importLine("2026-2027,holiday,2026-12-18,2027-01-01,Noël,C");
  expect(await slots.slot(rue, "2026-12-18")).toMatchObject({
    state: "closed",
    because: "Vacances de Noël",
    booked: 0,
  });
  expect(await slots.slot(rue, "2026-12-15")).toMatchObject({ state: "open", booked: 1 });
  expect(await slots.slot(rue, "2026-12-17")).toMatchObject({ state: "open", booked: 1 });
  expect((await slots.historyOf(before.household.id)).at(-1)).toMatchObject({
    act: "cancelled",
    by: "Hélène Caron",
    reason: "Vacances de Noël",
  });
  expect(await slots.eventsAbout("bookings.closed", rue.slotOn("2026-12-18"))).toHaveLength(1);
  // And back again: the slot opens once more, its family is told, the booking is not restored in silence.
  await importLine("2026-2027,holiday,2026-12-19,2027-01-03,Noël,C");
  expect(await slots.slot(rue, "2026-12-18")).toMatchObject({ state: "open", because: null, booked: 0 });
  expect(await slots.eventsAbout("bookings.reopened", rue.slotOn("2026-12-18"))).toHaveLength(1);
});

const setRule = (at: Canteen, rule: DeadlineRule, validFrom: string) =>
  town.database.write((writes) =>
    setDeadlineRule(writes, {
      activityId: at.activityId,
      act: "book",
      validFrom: Temporal.PlainDate.from(validFrom),
      rule,
    }),
  );

test("a deadline rule holds for the slots from its date on; bookings and the other act stay", async () => {
  const rue = await slots.canteen();
  await slots.eating(rue, "2026-11-16", "2026-12-01");
  const cutOff = { kind: "time" as const, time: new Temporal.PlainTime(10) };
  await setRule(rue, { ...literalRule, days: 2, cutOff }, "2026-12-01");
  const report = await slots.align([rue]);
  expect(report).toMatchObject({ created: 0, closed: 0, cancelled: 0 });
  expect(report.changed).toBeGreaterThan(50);
  const until = async (on: string) => (await slots.slot(rue, on))?.bookUntil.toString();
  // Monday 16 November: Friday 13 at 12 h, as before.
  expect(await until("2026-11-16")).toBe("2026-11-13T11:00:00Z");
  // Tuesday 1 December: two working days before, Friday 27 November at 10 h.
  expect(await until("2026-12-01")).toBe("2026-11-27T09:00:00Z");
  expect(await slots.slot(rue, "2026-12-01")).toMatchObject({ booked: 1 });
});

test("a closure moves the deadlines that do not count closures", async () => {
  const notCounted = { ...literalRule.notCounted, closures: true };
  const rue = await slots.canteen({ rule: { ...literalRule, notCounted } });
  const until = async () => (await slots.slot(rue, "2026-11-20"))?.bookUntil.toString();
  expect(await until()).toBe("2026-11-19T11:00:00Z");
  await slots.close(rue, "2026-11-19");
  await slots.align([rue]);
  expect(await until()).toBe("2026-11-18T11:00:00Z");
});

test("without a deadline rule there is no slot, and it is said", async () => {
  const rue = await slots.canteen();
  await town.database.write((writes) =>
    writes.run("test_no_rule", `delete from deadline_rule where activity_id = $1 and act = 'cancel'`, [
      rue.activityId,
    ]),
  );
  expect((await slots.align([rue])).missing).toMatchObject([{ because: { code: "noDeadlineRule" } }]);
});
