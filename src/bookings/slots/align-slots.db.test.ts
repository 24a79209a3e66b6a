import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { liftClosure } from "#activities";
import { testDatabase, type TestDatabase } from "#test";

import { SLOT_TOWN_NOW, slotTown } from "../../../test/builders/slot-town.ts";

let town: TestDatabase;
let slots: Awaited<ReturnType<typeof slotTown>>;
beforeAll(async () => {
  town = await testDatabase();
  slots = await slotTown(town);
});
afterAll(() => town.close());

describe("the slots of a canteen", () => {
  test("exist on every school day of its weekdays, and on no other", async () => {
    const rue = await slots.canteen();
    const days = rue.slots.map((known) => known.date.toString());
    // From today on: the days before were past when the canteen was entered.
    expect(days[0]).toBe("2026-11-02");
    expect(days.at(-1)).toBe("2027-07-02");
    for (const closed of [
      "2026-11-04", // a Wednesday
      "2026-11-11", // Armistice
      "2026-12-21", // holidays of Noël
      "2027-05-06", // Ascension
      "2027-05-07", // the bridge
    ]) {
      expect(days).not.toContain(closed);
    }
    expect(days).toContain("2026-11-12");
  });

  test("keep both deadlines as instants, with the days that were skipped", async () => {
    const rue = await slots.canteen();
    const thursday = await slots.slot(rue, "2026-11-12");
    expect(thursday?.bookUntil.toString()).toBe("2026-11-10T11:00:00Z");
    expect(thursday?.facts).toEqual({
      book: ["mercredi 11 novembre est férié (Armistice 1918)"],
      cancel: ["mercredi 11 novembre est férié (Armistice 1918)"],
    });
  });

  test("do not change when nothing changed", async () => {
    const rue = await slots.canteen();
    expect(await slots.align([rue])).toEqual({
      created: 0,
      changed: 0,
      closed: 0,
      reopened: 0,
      cancelled: 0,
      missing: [],
    });
  });

  test("are not created where the school calendar is not known, and the year is named", async () => {
    const rue = await slots.canteen({ lastDay: "2027-09-30" });
    expect(rue.slots.at(-1)?.date.toString()).toBe("2027-07-02");
    expect((await slots.align([rue])).missing).toEqual([
      {
        activityName: "Restauration scolaire – Rue",
        because: { code: "schoolYearMissing", schoolYear: "2027-2028" },
        firstDate: Temporal.PlainDate.from("2027-07-05"),
      },
    ]);
  });
});

describe("a date that closes", () => {
  test("loses its bookings, says why, and the families are told once", async () => {
    const rue = await slots.canteen();
    const lefebvre = await slots.eating(rue, "2026-11-16", "2026-11-17", "2026-11-19");
    await slots.close(rue, "2026-11-16", "2026-11-17");
    expect(await slots.align([rue])).toMatchObject({ closed: 2, cancelled: 2, created: 0, changed: 0 });
    expect(await slots.slot(rue, "2026-11-16")).toMatchObject({
      state: "closed",
      because: "Grève du personnel",
      taken: 0,
      booked: 0,
    });
    expect(await slots.slot(rue, "2026-11-19")).toMatchObject({ state: "open", taken: 1, booked: 1 });
    const cancelled = { act: "cancelled", by: "Paul Martin", byAgent: true, reason: "Grève du personnel" };
    expect((await slots.historyOf(lefebvre.household.id)).slice(3)).toEqual([cancelled, cancelled]);
    expect(await slots.eventsAbout("bookings.closed", rue.slotOn("2026-11-16"))).toEqual([
      [rue.slotOn("2026-11-16"), rue.slotOn("2026-11-17")].toSorted(),
    ]);
    expect(await slots.align([rue])).toMatchObject({ closed: 0, cancelled: 0 });
  });

  test("opens again when the closure is lifted: bookings stay cancelled, their families are told", async () => {
    const rue = await slots.canteen();
    const lefebvre = await slots.eating(rue, "2026-11-16");
    const closureId = await slots.close(rue, "2026-11-16", "2026-11-17");
    await slots.align([rue]);
    await town.database.write((writes) => liftClosure(writes, { closureId, now: SLOT_TOWN_NOW }));
    expect(await slots.align([rue])).toMatchObject({ reopened: 2, changed: 0, created: 0, closed: 0 });
    expect(await slots.slot(rue, "2026-11-16")).toMatchObject({ state: "open", because: null, booked: 0 });
    // The 17th had no booking to lose: nobody waits to hear of it.
    expect(await slots.eventsAbout("bookings.reopened", rue.slotOn("2026-11-16"))).toEqual([
      [rue.slotOn("2026-11-16")],
    ]);
    expect(await lefebvre.book("2026-11-16")).toEqual(["booked"]);
  });

  test("says its new reason when another one remains", async () => {
    const rue = await slots.canteen();
    const first = await slots.close(rue, "2026-11-16");
    await slots.close(rue, "2026-11-16", "2026-11-16", "Travaux");
    await slots.align([rue]);
    await town.database.write((writes) => liftClosure(writes, { closureId: first, now: SLOT_TOWN_NOW }));
    expect(await slots.align([rue])).toMatchObject({ closed: 0, reopened: 0 });
    expect(await slots.slot(rue, "2026-11-16")).toMatchObject({ state: "closed", because: "Travaux" });
  });

  test("concerns neither another site nor a past day", async () => {
    const rue = await slots.canteen();
    const quend = await slots.canteen({ name: "Quend" });
    await slots.close(rue, "2026-11-03", "2026-11-05");
    const wednesday = SLOT_TOWN_NOW.add({ hours: 48 });
    await slots.align([rue, quend], wednesday);
    expect(await slots.slot(rue, "2026-11-03")).toMatchObject({ state: "open" });
    expect(await slots.slot(rue, "2026-11-05")).toMatchObject({ state: "closed" });
    expect(await slots.slot(quend, "2026-11-05")).toMatchObject({ state: "open" });
  });
});

test("a slot that has started keeps its bookings, whatever closes", async () => {
  const rue = await slots.canteen();
  await slots.eating(rue, "2026-11-05", "2026-11-06");
  await slots.close(rue, "2026-11-05", "2026-11-06", "Neige");
  // Thursday 5 November, at the very start of the meal.
  const report = await slots.align([rue], Temporal.Instant.from("2026-11-05T11:00:00Z"));
  expect(report).toMatchObject({ closed: 1, cancelled: 1 });
  expect(await slots.slot(rue, "2026-11-05")).toMatchObject({ state: "open", booked: 1 });
  expect(await slots.slot(rue, "2026-11-06")).toMatchObject({ state: "closed", booked: 0 });
});

test("bookings and a closing at the same time leave counters that agree", async () => {
  const rue = await slots.canteen({ places: 500 });
  const families = await Promise.all(Array.from({ length: 8 }, () => slots.eating(rue)));
  const days = rue.slots.slice(10, 40).map((known) => known.date.toString());
  await slots.close(rue, days[5] ?? "", days[20]);
  await Promise.all([
    ...families.flatMap((family) => [family.book(...days), family.book(...days.toReversed())]),
    slots.align([rue]),
    slots.align([rue]),
  ]);
  await slots.align([rue]);
  const wrong = await town.database.read((reads) =>
    reads.rows(
      "test_wrong_counters",
      `select date, taken from slot
       where activity_id = $1 and taken <> (select count(*) from booking
                                            where slot_id = slot.id and state = 'booked')`,
      [rue.activityId],
    ),
  );
  expect(wrong).toEqual([]);
  expect(await slots.slot(rue, days[5] ?? "")).toMatchObject({ state: "closed", booked: 0 });
  expect(await slots.slot(rue, days[0] ?? "")).toMatchObject({ state: "open", booked: 8 });
});
