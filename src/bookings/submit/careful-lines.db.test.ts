import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";
import { agentWith, guardianOf } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { CENTRE_WEEK, centreTown, later, lineOf } from "../../../test/builders/centre-town.ts";
import type { Household } from "../../../test/builders/household.ts";
import { cellsOfHouseholds } from "../planning/planning-cells.ts";
import { previewBookings } from "./preview-bookings.ts";
import { submitBookings } from "./submit-bookings.ts";

let town: TestDatabase;
let at: ReturnType<typeof centreTown>;
beforeAll(async () => {
  town = await testDatabase();
  at = centreTown(town);
}, 60_000);
afterAll(() => town.close());

describe("rules of the units", () => {
  test("a package is booked and cancelled whole, for what is left of its week", async () => {
    const centre = await at.centre({ units: [{ name: "Semaine", bookedBy: "week" }] });
    const home = await at.family(centre);
    const all = (act: "book" | "cancel", days = CENTRE_WEEK) =>
      days.map((day) => lineOf(act, home, centre.slotOf("Semaine", day)));
    expect(await at.send(home, all("book", CENTRE_WEEK.slice(0, 4)))).toEqual(
      Array.from({ length: 4 }, () => "incomplete_package"),
    );
    expect(await at.slots(centre)).toEqual([]);
    expect(await at.send(home, all("book"))).toEqual(CENTRE_WEEK.map(() => "booked"));
    expect(await at.send(home, all("cancel", CENTRE_WEEK.slice(1)))).toEqual(
      CENTRE_WEEK.slice(1).map(() => "incomplete_package"),
    );
    expect(await at.send(home, all("cancel"))).toEqual(CENTRE_WEEK.map(() => "cancelled"));
    expect(await at.slots(centre)).toEqual([]);
  });

  test("two days at least in a week, or none; a swap keeps the week", async () => {
    const centre = await at.centre({ units: [{ name: "Journée", leastDays: 2 }] });
    const home = await at.family(centre);
    const day = (day: number) => centre.slotOf("Journée", CENTRE_WEEK[day] ?? "");
    expect(await at.send(home, [lineOf("book", home, day(0))])).toEqual(["below_minimum"]);
    expect(await at.send(home, [lineOf("book", home, day(0)), lineOf("book", home, day(1))])).toEqual([
      "booked",
      "booked",
    ]);
    expect(await at.send(home, [lineOf("cancel", home, day(0))])).toEqual(["below_minimum"]);
    expect(await at.send(home, [lineOf("book", home, day(3)), lineOf("cancel", home, day(0))])).toEqual([
      "booked",
      "cancelled",
    ]);
  });

  test("a half-day excludes the day, and evening care needs one of them", async () => {
    const centre = await at.centre({
      units: [
        { name: "Journée", excludes: ["Matin"] },
        { name: "Matin", from: 480, to: 720 },
        { name: "Soir", from: 1080, to: 1140, needs: ["Journée"] },
      ],
    });
    const home = await at.family(centre);
    const unit = (name: string) => lineOf("book", home, centre.slotOf(name, "2026-11-16"));
    expect(await at.send(home, [unit("Soir")])).toEqual(["needs_other"]);
    expect(await at.send(home, [unit("Journée"), unit("Matin")])).toEqual(["excluded", "excluded"]);
    expect(await at.send(home, [unit("Soir"), unit("Journée")])).toEqual(["booked", "booked"]);
    expect(await at.send(home, [lineOf("cancel", home, centre.slotOf("Journée", "2026-11-16"))])).toEqual([
      "needed",
    ]);
    expect(
      await at.send(home, [
        lineOf("cancel", home, centre.slotOf("Journée", "2026-11-16")),
        lineOf("cancel", home, centre.slotOf("Soir", "2026-11-16")),
      ]),
    ).toEqual(["cancelled", "cancelled"]);
  });

  test("each line of a week that is refused says what it breaks itself", async () => {
    const centre = await at.centre({
      units: [
        { name: "Journée", excludes: ["Après-midi"] },
        { name: "Matin", from: 480, to: 720 },
        { name: "Après-midi", from: 780, to: 1080 },
        { name: "Navette", from: 450, to: 480, needs: ["Journée"] },
      ],
    });
    const home = await at.family(centre);
    const unit = (name: string) => lineOf("book", home, centre.slotOf(name, "2026-11-16"));
    expect(await at.send(home, [unit("Journée"), unit("Après-midi"), unit("Navette")])).toEqual([
      "excluded",
      "excluded",
      "refused_with",
    ]);
    expect(await at.send(home, [unit("Matin"), unit("Navette")])).toEqual(["refused_with", "needs_other"]);
    const told = await previewBookings(
      { actor: guardianOf(home), authority: town.authority, database: town.database, now: later(0) },
      [unit("Matin"), unit("Navette")],
    );
    expect(told.ok ? told.value.map(({ refusedWith }) => refusedWith) : told).toEqual([
      [expect.objectContaining({ unitName: "Navette", date: Temporal.PlainDate.from("2026-11-16") })],
      [],
    ]);
  });

  test("what does not go with a place of the other household is already booked, on the planning too", async () => {
    const centre = await at.centre({
      units: [
        { name: "Journée", excludes: ["Après-midi"] },
        { name: "Après-midi", from: 780, to: 1080 },
      ],
    });
    const father = await at.family(centre, { children: ["Zoé"] });
    const mother = await at.family(centre, { children: [], sharedChildren: father.children });
    const [zoe] = father.children;
    if (zoe === undefined) throw new Error("No child");
    const line = (name: string) => ({
      act: "book" as const,
      participantId: zoe.id,
      slotId: centre.slotOf(name, "2026-11-16"),
    });
    expect(await at.send(father, [line("Journée")])).toEqual(["booked"]);
    expect(await at.send(mother, [line("Après-midi")])).toEqual(["excluded_elsewhere"]);
    const day = Temporal.PlainDate.from("2026-11-16");
    const cells = await town.database.read((reads) => cellsOfHouseholds(reads, [mother.id], day, day));
    expect(cells.map(({ held }) => held).toSorted()).toEqual(["another", "another-unit"]);
  });

  test("a week that breaks a rule leaves the other child's lines alone", async () => {
    const centre = await at.centre({ units: [{ name: "Journée", leastDays: 2 }] });
    const home = await at.family(centre, { children: ["Lina", "Hugo"] });
    const day = (day: number) => centre.slotOf("Journée", CENTRE_WEEK[day] ?? "");
    expect(
      await at.send(home, [
        lineOf("book", home, day(0)),
        lineOf("book", home, day(0), { child: 1 }),
        lineOf("book", home, day(1), { child: 1 }),
      ]),
    ).toEqual(["below_minimum", "booked", "booked"]);
    expect(await at.slots(centre)).toEqual(["Journée 2026-11-16 1/100", "Journée 2026-11-17 1/100"]);
  });
});

describe("chosen hours", () => {
  test("are within the unit's, in its steps, and may change", async () => {
    const centre = await at.centre({
      units: [{ name: "Matin", from: 450, to: 510, hourStep: 15 }],
      judgedBy: "slot",
    });
    const home = await at.family(centre);
    const slot = centre.slotOf("Matin", "2026-11-16");
    for (const hours of [
      { from: 440, to: 510 },
      { from: 450, to: 520 },
      { from: 455, to: 510 },
      { from: 480, to: 480 },
    ]) {
      expect(await at.send(home, [lineOf("book", home, slot, { hours })])).toEqual(["bad_hours"]);
    }
    expect(await at.send(home, [lineOf("book", home, slot, { hours: { from: 465, to: 510 } })])).toEqual([
      "booked",
    ]);
    expect(await at.send(home, [lineOf("change", home, slot, { hours: { from: 465, to: 510 } })])).toEqual([
      "same_hours",
    ]);
    expect(await at.send(home, [lineOf("change", home, slot, { hours: { from: 450, to: 495 } })])).toEqual([
      "changed",
    ]);
    expect(
      await at.send(home, [lineOf("change", home, slot)], Temporal.Instant.from("2026-11-15T12:00:00Z")),
    ).toEqual(["too_late_to_change"]);
  });

  test("are part of what a form asks: its key brings the first receipt back only with the same ones", async () => {
    const centre = await at.centre({
      units: [{ name: "Matin", from: 450, to: 510, hourStep: 15 }, { name: "Journée" }],
      judgedBy: "slot",
    });
    const home = await at.family(centre);
    const actor = guardianOf(home);
    const visit = { actor, authority: town.authority, database: town.database, now: later(0) };
    const hours = { from: 465, to: 510 };
    const named = lineOf("book", home, centre.slotOf("Matin", "2026-11-16"), { hours });
    const unnamed = lineOf("book", home, centre.slotOf("Matin", "2026-11-17"));
    const idle = lineOf("book", home, centre.slotOf("Journée", "2026-11-16"), { hours });
    for (const line of [named, unnamed, idle]) {
      const key = newId<"submission">();
      const other = line === unnamed ? { ...line, hours } : { ...line, hours: { from: 450, to: 510 } };
      const { hours: _, ...without } = line;
      const asks = [line, line, other, ...(line === unnamed ? [] : [without])];
      const answers: string[] = [];
      for (const asked of asks) {
        const sent = await submitBookings(visit, { key, lines: [asked] });
        answers.push(sent.ok ? "taken" : sent.refusal.code);
      }
      expect(answers).toEqual(["taken", "taken", ...asks.slice(2).map(() => "key-taken")]);
    }
  });

  test("take the nursery's half-hours, each by itself", async () => {
    const centre = await at.centre({
      units: [{ name: "Accueil", from: 480, to: 600, hourStep: 30 }],
      shares: [480, 510, 540, 570].map((from) => ({ from, to: from + 30, places: 1 })),
    });
    const [early, late, long] = [await at.family(centre), await at.family(centre), await at.family(centre)];
    const slot = centre.slotOf("Accueil", "2026-11-16");
    expect(await at.send(early, [lineOf("book", early, slot, { hours: { from: 480, to: 540 } })])).toEqual([
      "booked",
    ]);
    expect(await at.send(late, [lineOf("book", late, slot, { hours: { from: 510, to: 600 } })])).toEqual([
      "full",
    ]);
    expect(await at.send(late, [lineOf("book", late, slot, { hours: { from: 540, to: 600 } })])).toEqual([
      "booked",
    ]);
    expect(await at.send(long, [lineOf("wait", long, slot, { hours: { from: 480, to: 600 } })])).toEqual([
      "waiting",
    ]);
    expect(await at.send(early, [lineOf("change", early, slot, { hours: { from: 480, to: 510 } })])).toEqual([
      "changed",
    ]);
    expect(await at.shared(centre)).toEqual([
      "2026-11-16 480-510 0 1/1",
      "2026-11-16 540-570 0 1/1",
      "2026-11-16 570-600 0 1/1",
    ]);
  });
});

describe("shared places", () => {
  test("« Matin » and « Journée » take from the same morning; the other age's places are left alone", async () => {
    const centre = await at.centre({
      units: [{ name: "Journée" }, { name: "Matin", from: 480, to: 720 }],
      shares: [
        { from: 480, to: 720, fromMonths: 36, untilMonths: 72, places: 1 },
        { from: 480, to: 720, fromMonths: 72, untilMonths: 144, places: 1 },
        { from: 720, to: 1080, fromMonths: 72, untilMonths: 144, places: 1 },
      ],
    });
    // Born on 4 May 2018: 102 months.
    const [lina, hugo] = [await at.family(centre), await at.family(centre)];
    const day = "2026-11-18";
    expect(await at.send(lina, [lineOf("book", lina, centre.slotOf("Matin", day))])).toEqual(["booked"]);
    expect(await at.send(hugo, [lineOf("book", hugo, centre.slotOf("Journée", day))])).toEqual(["full"]);
    expect(await at.send(lina, [lineOf("cancel", lina, centre.slotOf("Matin", day))])).toEqual(["cancelled"]);
    expect(await at.send(hugo, [lineOf("book", hugo, centre.slotOf("Journée", day))])).toEqual(["booked"]);
    expect(await at.shared(centre)).toEqual(["2026-11-18 480-720 72 1/1", "2026-11-18 720-1080 72 1/1"]);
  });

  test("are refused to an age for which there is none; an agent with a reason goes over them", async () => {
    const centre = await at.centre({
      units: [{ name: "Journée", places: 1 }],
      shares: [{ fromMonths: 36, untilMonths: 72, places: 5 }],
      ages: [{ fromMonths: 36, untilMonths: 72 }],
    });
    const home = await at.family(centre);
    const slot = centre.slotOf("Journée", "2026-11-18");
    expect(await at.send(home, [lineOf("book", home, slot)])).toEqual(["wrong_age"]);
    const over = (household: Household) =>
      at.sendAs(agentWith(["bookings.write"]), [lineOf("book", household, slot)], later(0), {
        householdId: household.id,
        reason: "Accord de la directrice",
        overCapacity: true,
      });
    expect(await over(home)).toEqual(["booked"]);
    const second = await at.family(centre);
    expect(await over(second)).toEqual(["booked"]);
    expect(await at.slots(centre)).toEqual(["Journée 2026-11-18 2/2"]);
    expect(await at.send(second, [lineOf("cancel", second, slot)])).toEqual(["cancelled"]);
    // The place above what is offered went with it.
    expect(await at.slots(centre)).toEqual(["Journée 2026-11-18 1/1"]);
  });
});

test("a place that must be paid first is held, and released when it is not paid", async () => {
  const centre = await at.centre({
    units: [{ name: "Journée", places: 1 }],
    judgedBy: "slot",
    holdMinutes: 60,
  });
  const slot = centre.slotOf("Journée", "2026-11-18");
  const [home, other] = [await at.family(centre), await at.family(centre)];
  expect(await at.send(home, [lineOf("book", home, slot)])).toEqual(["held"]);
  expect(await at.send(other, [lineOf("book", other, slot)], later(59))).toEqual(["full"]);
  expect(await at.expire(later(61))).toBe(1);
  expect(await at.send(other, [lineOf("book", other, slot)], later(62))).toEqual(["held"]);
});
