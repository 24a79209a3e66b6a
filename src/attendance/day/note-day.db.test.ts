import { afterAll, beforeAll, expect, test } from "vitest";

import { householdHistory } from "#bookings";
import { everyoneOf } from "#identity";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { centreTown, later, lineOf } from "../../../test/builders/centre-town.ts";
import { attendanceFacts } from "../facts/attendance-facts.ts";
import { setRounding } from "../facts/set-rounding.ts";
import { daysToNote, siteDays } from "../month/month-days.ts";
import { NOTHING, type Noted } from "../rules/noted-state.ts";
import { daySheet } from "./day-sheet.ts";
import { noteDay, type WantedNote } from "./note-day.ts";

const MONDAY = Temporal.PlainDate.from("2026-11-16");
/** Monday 16 November 2026, 9 h in Paris. */
const THAT_DAY = Temporal.Instant.from("2026-11-16T08:00:00Z");
const time = (text: string) => Temporal.PlainTime.from(text);
const paul = agentWith(["attendance.write"]);

let town: TestDatabase;
let at: ReturnType<typeof centreTown>;
beforeAll(async () => {
  town = await testDatabase();
  at = centreTown(town);
}, 60_000);
afterAll(() => town.close());

/** A centre where Lina and Hugo have a place on Monday, and Zoé is enrolled without one. */
async function monday() {
  const centre = await at.centre({ units: [{ name: "Accueil", hourStep: 30 }] });
  const home = await at.family(centre, { children: ["Lina", "Hugo"] });
  const other = await at.family(centre, { children: ["Zoé"], lastName: "Autre" });
  const slotId = centre.slotOf("Accueil", MONDAY.toString());
  await at.send(home, [lineOf("book", home, slotId), lineOf("book", home, slotId, { child: 1 })]);
  const line = (who: typeof home, child: number, noted: Partial<Noted>, shown = 0): WantedNote => {
    const participant = who.children[child];
    if (participant === undefined) throw new Error("No such child");
    return { ...NOTHING, ...noted, participantId: participant.id, householdId: who.id, slotId, shown };
  };
  const note = async (lines: readonly WantedNote[], changes: object = {}, actor = paul, now = THAT_DAY) => {
    const wanted = { key: newId<"attendanceForm">(), site: centre.siteId, date: MONDAY, lines, ...changes };
    const visit = { actor, database: town.database, now, address: "192.0.2.1" };
    const result = await noteDay(visit, wanted);
    return result.ok ? result.value.map(({ outcome }) => outcome) : result.refusal.code;
  };
  const read = async () => {
    const sheet = await town.database.read((reads) =>
      daySheet(reads, { site: centre.siteId, date: MONDAY, withForbidden: false, withHealth: false }),
    );
    return sheet.lines;
  };
  const versionOf = async (firstName: string) =>
    (await read()).find((known) => known.firstName === firstName)?.version ?? -1;
  const facts = async () => {
    const asked = { first: MONDAY, last: MONDAY, activityIds: [centre.activityId] };
    const found = await town.database.read((reads) => attendanceFacts(reads, asked));
    const names = new Map([...home.children, ...other.children].map(({ id, firstName }) => [id, firstName]));
    return found
      .map((fact) => ({ ...fact, who: names.get(fact.participantId) }))
      .toSorted((a, b) => (a.who ?? "").localeCompare(b.who ?? ""));
  };
  return { centre, home, other, slotId, line, note, read, versionOf, facts };
}

test("a day is noted, corrected by a new line of the history, and taken back", async () => {
  const { home, line, note, versionOf, facts, slotId } = await monday();
  const present = line(home, 0, { state: "present", arrivedAt: time("08:40"), leftAt: time("17:10") });
  expect(await note([present, line(home, 1, { state: "absent" })])).toEqual(["noted", "noted"]);
  const hugo = await versionOf("Hugo");
  const ill = { state: "absent", reason: "illness", proofOn: MONDAY } as const;
  expect(await note([line(home, 1, ill, hugo)])).toEqual(["noted"]);
  expect(await facts()).toMatchObject([
    { who: "Hugo", booked: true, state: "absent", reason: "illness", pricedReason: "illness", minutes: null },
    { who: "Lina", state: "present", minutes: 540, bookedMinutes: 600, householdId: home.id },
  ]);
  expect(await note([line(home, 0, {}, await versionOf("Lina"))])).toEqual(["taken_back"]);
  expect((await facts()).map(({ state }) => state)).toEqual(["absent", null]);
  const history = await town.database.read((reads) =>
    reads.rows<{ state: string }>(
      "test_attendance_history",
      `select state from attendance_history where slot_id = $1 order by id`,
      [slotId],
    ),
  );
  expect(history.map(({ state }) => state)).toEqual(["present", "absent", "absent", "none"]);
});

test("the family's history says what was noted of its places", async () => {
  const { home, line, note, versionOf } = await monday();
  const told = async () => {
    const found = await town.database.read((reads) => householdHistory(reads, everyoneOf([home.id]), null));
    return found.entries.map(({ firstName, noted }) => `${firstName} ${noted ?? "-"}`).toSorted();
  };
  await note([line(home, 0, { state: "present" }), line(home, 1, { state: "absent" })]);
  expect(await told()).toEqual(["Hugo absent", "Lina present"]);
  await note([line(home, 1, {}, await versionOf("Hugo"))]);
  expect(await told()).toEqual(["Hugo -", "Lina present"]);
});

test("the same form sent twice, and another one that says the same, count once", async () => {
  const { home, line, note } = await monday();
  const key = newId<"attendanceForm">();
  const lines = [line(home, 0, { state: "present" })];
  expect(await note(lines, { key })).toEqual(["noted"]);
  expect(await note([line(home, 0, { state: "absent" })], { key })).toEqual(["noted"]);
  expect(await note(lines)).toEqual([]);
  expect(await note(lines, { key }, agentWith(["attendance.write"]))).toBe("key-taken");
});

test("an old page does not undo a colleague's note", async () => {
  const { home, line, note, read } = await monday();
  await note([line(home, 0, { state: "present" })]);
  const sofia = agentWith(["attendance.write"]);
  // Her page was made before: it shows that nothing was noted of both.
  expect(await note([line(home, 0, {}), line(home, 1, { state: "absent" })], {}, sofia)).toEqual(["noted"]);
  expect(await note([line(home, 0, { state: "absent" })], {}, sofia)).toEqual(["changed"]);
  expect((await read()).map(({ firstName, state }) => `${firstName} ${state}`)).toEqual([
    "Hugo absent",
    "Lina present",
  ]);
});

test("who comes without a place is an unbooked presence, and no absence", async () => {
  const { centre, other, line, note, read, facts } = await monday();
  expect(await note([line(other, 0, { state: "absent" })])).toEqual(["not_expected"]);
  expect(await note([line(other, 0, { state: "present" })])).toEqual(["noted"]);
  expect((await facts()).at(-1)).toMatchObject({
    who: "Zoé",
    booked: false,
    state: "present",
    householdId: other.id,
  });
  const days = { first: MONDAY, last: MONDAY, scope: new Set([centre.siteId]) };
  expect(await town.database.read((reads) => siteDays(reads, days))).toMatchObject([
    { expected: 2, noted: 0 },
  ]);
  const zoe = (await read()).find(({ firstName }) => firstName === "Zoé");
  expect(zoe?.booked).toBe(false);
  expect(await note([line(other, 0, {}, zoe?.version)])).toEqual(["taken_back"]);
  expect(await read()).toHaveLength(2);
});

test("a place given back afterwards leaves no absence, and leaves a presence without a place", async () => {
  const { home, line, note, facts, slotId } = await monday();
  await note([line(home, 0, { state: "present" }), line(home, 1, { state: "absent" })]);
  const reception = agentWith(["bookings.write"]);
  const lines = [lineOf("cancel", home, slotId), lineOf("cancel", home, slotId, { child: 1 })];
  await at.sendAs(reception, lines, later(0), { householdId: home.id, reason: "Erreur de saisie." });
  expect(await facts()).toMatchObject([{ who: "Lina", booked: false, state: "present" }]);
});

test("days to note are those of which something remains, and only of the sites of the right", async () => {
  const { centre, home, line, note } = await monday();
  const days = (sites: readonly (typeof centre.siteId)[]) =>
    town.database.read((reads) => daysToNote(reads, { first: MONDAY, last: MONDAY, scope: new Set(sites) }));
  await note([line(home, 0, { state: "present" })]);
  expect(await days([centre.siteId])).toMatchObject([{ unitName: "Accueil", expected: 2, noted: 1 }]);
  expect(await days([newId<"site">()])).toEqual([]);
  await note([line(home, 1, { state: "absent" })]);
  expect(await days([centre.siteId])).toEqual([]);
});

test("is refused at another's site, in advance, and what cannot be is not written", async () => {
  const { centre, home, line, note, slotId } = await monday();
  const lines = [line(home, 0, { state: "present" })];
  expect(await note(lines, {}, agentWith(["attendance.write"], [newId<"site">()]))).toBe("unknown-site");
  expect(await note(lines, {}, agentWith(["bookings.write"]))).toBe("unknown-site");
  expect(await note(lines, {}, paul, later(0))).toBe("future");
  const backwards = { state: "present", arrivedAt: time("17:00"), leftAt: time("08:00") } as const;
  expect(await note([line(home, 0, backwards)])).toBe("unfit");
  const elsewhere = { date: MONDAY.subtract({ days: 1 }) };
  expect(await note(lines, elsewhere)).toEqual(["unknown"]);
  expect(await note([{ ...line(home, 0, { state: "present" }), participantId: newId() }])).toEqual([
    "unknown",
  ]);
  expect(await note([...lines, ...lines])).toEqual(["noted", "repeated"]);
  await town.database.write((writes) =>
    writes.run(
      "test_close",
      `update slot set state = 'closed', closed_because = 'Grève', taken = 0 where id = $1`,
      [slotId],
    ),
  );
  expect(await note([line(home, 1, { state: "present" })])).toEqual(["closed"]);
  expect(centre.siteId).toBeDefined();
});

test("minutes are counted as the unit says on that day", async () => {
  const { centre, home, line, note, facts } = await monday();
  await note([line(home, 0, { state: "present", arrivedAt: time("08:40"), leftAt: time("17:10") })]);
  const [fact] = await facts();
  if (fact === undefined) throw new Error("No fact");
  const say = (from: string, slice: number) =>
    town.database.write((writes) =>
      setRounding(writes, {
        unitId: fact.unitId,
        from: Temporal.PlainDate.from(from),
        rounding: { slice, counted: "duration" },
        by: "Paul",
        now: THAT_DAY,
      }),
    );
  const minutes = async () => (await facts()).find(({ who }) => who === "Lina")?.minutes;
  await say("2026-11-17", 60);
  expect(await minutes()).toBe(540);
  await say("2026-11-01", 15);
  expect(await minutes()).toBe(510);
  expect(centre.activityId).toBe(fact.activityId);
});
