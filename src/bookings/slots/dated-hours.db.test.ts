import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { activityOffer, applyOffer, readOffer, type OfferDocument } from "#activities";
import { testDatabase, type TestDatabase } from "#test";

import { guardianOf } from "../../../test/builders/actors.ts";
import { newId, type Canteen } from "../../../test/builders/canteen.ts";
import { SLOT_TOWN_NOW, slotTown } from "../../../test/builders/slot-town.ts";
import { submitBookings } from "../submit/submit-bookings.ts";

let town: TestDatabase;
let slots: Awaited<ReturnType<typeof slotTown>>;
beforeAll(async () => {
  town = await testDatabase();
  slots = await slotTown(town);
});
afterAll(() => town.close());

const FIRST = "2026-11-02";
const DECEMBER = "2026-12-01";

type Unit = NonNullable<OfferDocument["activities"]>[number]["units"][number];

/** Imports the rule set with other hours of a canteen's meal from a day on, and lets its slots follow. */
async function hoursFrom(
  at: Canteen,
  day: string,
  hours: Pick<Unit, "from" | "to" | "hourStep">,
  now = SLOT_TOWN_NOW,
) {
  const from = Temporal.PlainDate.from(day);
  const [offer] = await town.database.read((reads) => activityOffer(reads, [at.activityId]));
  const result = await town.database.write(async (writes) => {
    const { activities = [] } = await readOffer(writes, from);
    const changed = activities
      .filter(({ code }) => code === offer?.activityCode)
      .map((activity) => ({
        ...activity,
        units: activity.units.map(({ code, name }) => ({ code, name, ...hours })),
      }));
    return applyOffer(
      writes,
      { activities: changed },
      { from, authorityId: town.authority.id, by: "Hélène" },
    );
  });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return slots.align([at], now);
}

/** « 12:00 720-810/30 »: the start of a slot in Paris, its minutes and its step. */
async function hoursOfSlot(at: Canteen, date: string) {
  const row = await town.database.read((reads) =>
    reads.row<{ said: string }>(
      "test_slot_hours",
      `select to_char(starts_at at time zone 'Europe/Paris', 'HH24:MI') || ' ' || from_minute || '-' || to_minute
              || '/' || coalesce(hour_step::text, '–') as said
       from slot where activity_id = $1 and date = $2`,
      [at.activityId, date],
    ),
  );
  return row?.said;
}

describe("hours and their step that hold from a day on", () => {
  test("change the slots from that day on, and no other", async () => {
    const rue = await slots.canteen();
    const report = await hoursFrom(rue, DECEMBER, { from: "11:45", to: "13:45", hourStep: 30 });
    expect(report.changed).toBe(rue.slots.filter(({ date }) => date.toString() >= DECEMBER).length);
    expect(await hoursOfSlot(rue, "2026-11-30")).toBe("12:00 720-810/–");
    expect(await hoursOfSlot(rue, "2026-12-01")).toBe("11:45 705-825/30");
    expect(await slots.align([rue])).toMatchObject({ changed: 0, created: 0, closed: 0 });
  });

  test("a step alone, too: the days before are judged by theirs", async () => {
    const rue = await slots.canteen();
    await hoursFrom(rue, FIRST, { from: "12:00", to: "13:30", hourStep: 30 });
    await hoursFrom(rue, DECEMBER, { from: "12:00", to: "13:30", hourStep: 15 });
    expect(await hoursOfSlot(rue, "2026-11-30")).toBe("12:00 720-810/30");
    expect(await hoursOfSlot(rue, "2026-12-01")).toBe("12:00 720-810/15");

    const { household } = await slots.eating(rue);
    const [child] = household.children;
    if (child === undefined) throw new Error("No child");
    const { authority, database } = town;
    const visit = { actor: guardianOf(household), authority, database, now: SLOT_TOWN_NOW };
    // A quarter past twelve to one o'clock.
    const hours = { from: 735, to: 780 };
    const result = await submitBookings(visit, {
      key: newId<"submission">(),
      lines: ["2026-11-30", "2026-12-01"].map((date) => ({
        act: "book" as const,
        participantId: child.id,
        slotId: rue.slotOn(date),
        hours,
      })),
    });
    expect(result.ok && result.value.lines.map(({ outcome }) => outcome)).toEqual(["bad_hours", "booked"]);
  });

  test("from a past day on, what has begun keeps its hours", async () => {
    const rue = await slots.canteen();
    const later = Temporal.Instant.from("2026-11-23T08:00:00Z");
    await hoursFrom(rue, "2026-09-01", { from: "11:30", to: "13:00", hourStep: 15 }, later);
    expect(await hoursOfSlot(rue, "2026-11-20")).toBe("12:00 720-810/–");
    expect(await hoursOfSlot(rue, "2026-11-23")).toBe("11:30 690-780/15");
  });
});
