import { afterAll, beforeAll, expect, test } from "vitest";

import type { NewClosure } from "#activities";
import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import type { SignedIn } from "#identity";

import { agentWith, guardianOf } from "../../../test/builders/actors.ts";
import { newId, type Canteen } from "../../../test/builders/canteen.ts";
import { buildHousehold } from "../../../test/builders/household.ts";
import { buildOfferedCanteen, buildZoneB } from "../../../test/builders/offered-canteen.ts";
import { submitBookings } from "../submit/submit-bookings.ts";
import { closeDays, previewClosing } from "./close-days.ts";
import { liftClosing } from "./lift-closing.ts";

let town: TestDatabase;
let rue: Canteen;
let quend: Canteen;

const NOW = Temporal.Instant.from("2026-11-02T08:00:00Z");
const date = (text: string) => Temporal.PlainDate.from(text);

beforeAll(async () => {
  town = await testDatabase();
  await town.database.write(async (writes) => {
    await buildZoneB(writes, town.authority.id);
    rue = await buildOfferedCanteen(writes, { authorityId: town.authority.id, now: NOW });
    quend = await buildOfferedCanteen(writes, { authorityId: town.authority.id, now: NOW, name: "Quend" });
  });
}, 60_000);
afterAll(() => town.close());

const visit = (actor: SignedIn) => ({
  actor,
  authority: town.authority,
  database: town.database,
  now: NOW,
  address: "192.0.2.7",
});

const strike = (siteId: Id<"site"> | null, first: string, last = first): NewClosure => ({
  siteId,
  firstDay: date(first),
  lastDay: date(last),
  message: "Grève du personnel",
});

async function eat(at: Canteen, on: string) {
  const household = await town.database.write((writes) =>
    buildHousehold(writes, { enrolledIn: [at], children: ["Lina", "Hugo"] }),
  );
  const lines = household.children.map((child) => ({
    act: "book" as const,
    participantId: child.id,
    slotId: at.slotOn(on),
  }));
  await submitBookings(visit(guardianOf(household)), { key: newId<"submission">(), lines });
}

const everywhere = agentWith(["closures.write"]);

test("the preview counts whom the closing concerns, and the closing does what it said", async () => {
  await eat(rue, "2026-11-16");
  await eat(rue, "2026-11-16");
  await eat(quend, "2026-11-16");
  const days = strike(rue.siteId, "2026-11-16", "2026-11-18");
  const manager = agentWith(["closures.write"], [rue.siteId]);
  expect(await previewClosing(visit(manager), days)).toEqual({
    ok: true,
    value: { bookings: 4, participants: 4, households: 2, slots: 2, toPhone: [] },
  });
  const closed = await closeDays(visit(manager), days);
  expect(closed).toMatchObject({ ok: true, value: { cancelled: 4, closed: 2 } });
  const journal = await town.database.read((reads) =>
    reads.rows("test_journal", `select act, by_label, reason, address, facts from journal_entry order by id`),
  );
  expect(journal.at(-1)).toMatchObject({
    act: "closures.record",
    by_label: "Paul Martin",
    reason: "Grève du personnel",
    address: "192.0.2.7",
    facts: { cancelled: 4, firstDay: "2026-11-16" },
  });
});

test("every site closes together, and opens again when the closure is lifted, once", async () => {
  await eat(rue, "2026-11-23");
  await eat(quend, "2026-11-23");
  const closed = await closeDays(visit(everywhere), strike(null, "2026-11-23"));
  if (!closed.ok) throw new Error(closed.refusal.code);
  expect(closed.value).toMatchObject({ cancelled: 4, closed: 2 });
  expect(await liftClosing(visit(everywhere), closed.value.closureId)).toMatchObject({
    ok: true,
    value: { reopened: 2 },
  });
  expect(await liftClosing(visit(everywhere), closed.value.closureId)).toEqual({
    ok: false,
    refusal: { code: "already-lifted" },
  });
});

test.each([
  ["a site of somebody else", () => strike(quend.siteId, "2026-11-26"), "unknown-site"],
  ["every site, from one of them", () => strike(null, "2026-11-26"), "unknown-site"],
  ["a site that does not exist", () => strike(newId<"site">(), "2026-11-26"), "unknown-site"],
  ["yesterday", () => strike(rue.siteId, "2026-11-01"), "past"],
  ["an end before the start", () => strike(rue.siteId, "2026-11-26", "2026-11-25"), "backwards"],
  ["the next century", () => strike(rue.siteId, "2026-11-26", "2126-11-26"), "too-long"],
])("refuses %s and writes nothing", async (_, closure, code) => {
  const manager = agentWith(["closures.write"], [rue.siteId]);
  const count = () =>
    town.database
      .read((reads) => reads.rows("test_closures", `select id from closure`))
      .then((r) => r.length);
  const before = await count();
  expect(await closeDays(visit(manager), closure())).toMatchObject({ ok: false, refusal: { code } });
  expect(await count()).toBe(before);
});

test("sent twice at once, days are closed once; lifted, they may be closed again", async () => {
  const days = strike(rue.siteId, "2026-12-03");
  const both = await Promise.all([closeDays(visit(everywhere), days), closeDays(visit(everywhere), days)]);
  const [done] = both.filter((result) => result.ok);
  const [again] = both.filter((result) => !result.ok);
  if (done?.ok !== true) throw new Error("Neither closed");
  const { closureId } = done.value;
  expect(again).toMatchObject({ refusal: { code: "already-closed", closureId, by: "Paul Martin" } });
  await liftClosing(visit(everywhere), closureId);
  expect(await closeDays(visit(everywhere), days)).toMatchObject({ ok: true });
});

test("a family that no e-mail reaches is named, before the closing", async () => {
  await eat(rue, "2026-12-08");
  await town.database.write((writes) => writes.run("test_no_email", `update guardian set email = ''`, []));
  const preview = await previewClosing(visit(everywhere), strike(rue.siteId, "2026-12-08"));
  expect(preview).toMatchObject({ value: { households: 1, toPhone: [{ label: "Foyer Lefebvre" }] } });
});

test("an agent of one site does not lift a closure of another", async () => {
  const closed = await closeDays(visit(everywhere), strike(quend.siteId, "2026-12-01"));
  if (!closed.ok) throw new Error(closed.refusal.code);
  const manager = agentWith(["closures.write"], [rue.siteId]);
  expect(await liftClosing(visit(manager), closed.value.closureId)).toEqual({
    ok: false,
    refusal: { code: "unknown-closure" },
  });
});
