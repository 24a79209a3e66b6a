import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";
import { guardianOf } from "../../../test/builders/actors.ts";
import type { Centre } from "../../../test/builders/centre.ts";
import { centreTown, later, lineOf } from "../../../test/builders/centre-town.ts";
import type { Household } from "../../../test/builders/household.ts";
import { PlaceModel, type PlaceAct, type PlaceState } from "../../../test/waiting/place-model.ts";

let town: TestDatabase;
let at: ReturnType<typeof centreTown>;
beforeAll(async () => {
  town = await testDatabase();
  at = centreTown(town);
}, 60_000);
afterAll(() => town.close());

const FAMILIES = 5;
const DAY = "2026-11-18";

type Work = Parameters<typeof lineOf>[0] | "expire";

/** What somebody does: a family's act, or time that passes and ends offers (they last three minutes). */
const act = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        "wait",
        "wait",
        "book",
        "cancel",
        "cancel",
        "accept",
        "accept",
        "decline",
        "leave",
      ),
      family: fc.nat({ max: FAMILIES - 1 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "expire", family: 0 }) },
);

/** Clients at work at the same time, then the authority changes the day: other places, closed, open again. */
const phase = fc.record({
  clients: fc.array(fc.array(act, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
  change: fc.oneof(
    fc.record({ kind: fc.constant("places" as const), places: fc.nat({ max: 3 }) }),
    fc.constant({ kind: "close" as const }),
    fc.constant({ kind: "nothing" as const }),
  ),
});

test(
  "any acts, from any number of clients, leave what a simple model says",
  { timeout: 180_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 2 }),
        fc.option(fc.constant(3)),
        fc.array(phase, { minLength: 1, maxLength: 3 }),
        async (places, minutes, phases) => {
          const centre = await at.centre({
            units: [{ name: "Journée", places }],
            judgedBy: "slot",
            waiting: { minutes },
          });
          const families = await Promise.all(Array.from({ length: FAMILIES }, () => at.family(centre)));
          const model = new PlaceModel(places);
          let seen = "0";
          let minute = 0;
          const nextInstant = () => later(minute++);
          for (const { clients, change: made } of phases) {
            await Promise.all(clients.map((acts) => work(centre, families, acts, nextInstant)));
            seen = await replay(centre, model, seen);
            if (made.kind === "places") model.offer(made.places);
            if (made.kind !== "nothing") await change(centre, made);
            seen = await replay(centre, model, seen);
            expect(await stateOf(centre)).toEqual(model.state);
            // No free place is lost while somebody waits.
            if (model.state.waiting.length > 0) expect(model.free).toBeLessThanOrEqual(0);
            if (made.kind === "close") await change(centre, { kind: "open" });
          }
        },
      ),
      { numRuns: 15, seed: 20261125 },
    );
  },
);

async function work(
  centre: Centre,
  families: readonly Household[],
  acts: readonly { kind: Work; family: number }[],
  nextInstant: () => Temporal.Instant,
): Promise<void> {
  const slot = centre.slotOf("Journée", DAY);
  for (const { kind, family } of acts) {
    const now = nextInstant();
    const home = families[family];
    if (home === undefined) throw new Error("No such family");
    if (kind === "expire") await at.expire(now);
    else await at.sendAs(guardianOf(home), [lineOf(kind, home, slot)], now);
  }
}

/** Gives the day other places, closes it or opens it, as an alignment does. */
async function change(
  centre: Centre,
  to: { kind: "places"; places: number } | { kind: "close" } | { kind: "open" },
): Promise<void> {
  const found = await town.database.read((reads) =>
    reads.row<{ unit: string; offered: number }>(
      "test_property_unit",
      `select unit_id as unit, places - surplus as offered from slot where id = $1`,
      [centre.slotOf("Journée", DAY)],
    ),
  );
  if (found === undefined) throw new Error("No slot");
  const open = to.kind !== "close";
  const one = <T>(value: T) => (open ? [value] : []);
  const places = to.kind === "places" ? to.places : found.offered;
  await town.database.write((writes) =>
    writes.run(
      "test_property_align",
      `select align_slots($1, $2, '2026-11-02', 'Préau', null, $3::uuid[], $4::uuid[], $5::date[],
         $6::timestamptz[], $7::integer[], $8::smallint[], $9::smallint[],
         array_fill(null::smallint, array[cardinality($3::uuid[])]), $10::text[], $11::timestamptz[],
         $11::timestamptz[], array_fill(null::timestamptz, array[cardinality($3::uuid[])]), $12::jsonb[],
         $13::uuid[], $14::date[], $15::text[], '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')`,
      [
        town.authority.id,
        later(0).toString(),
        one(found.unit),
        one(centre.seasonId),
        one(DAY),
        one("2026-11-18T07:00:00Z"),
        one(places),
        one(480),
        one(1080),
        one("slot"),
        one("2026-11-17T11:00:00Z"),
        one("{}"),
        open ? [] : [found.unit],
        open ? [] : [DAY],
        open ? [] : ["Neige"],
      ],
    ),
  );
}

/** Replays what is new in the history; returns the last line that was seen. */
async function replay(centre: Centre, model: PlaceModel, seen: string): Promise<string> {
  const history = await town.database.read((reads) =>
    reads.rows<PlaceAct & { id: string }>(
      "test_property_history",
      `select id::text, act, participant_id as participant, to_char(at, 'YYYY-MM-DD"T"HH24:MI') as at,
              turn_id is not null as turn
       from booking_history where slot_id = $1 and id > $2 order by booking_history.id`,
      [centre.slotOf("Journée", DAY), seen],
    ),
  );
  for (const entry of history) model.apply(entry);
  return history.at(-1)?.id ?? seen;
}

async function stateOf(centre: Centre): Promise<PlaceState> {
  const row = await town.database.read((reads) =>
    reads.row<PlaceState & { taken: number; live: number; waitingCount: number }>(
      "test_property_state",
      `select taken, waiting as "waitingCount",
              array(select participant_id::text from booking where slot_id = slot.id and state = 'booked' order by 1) as holders,
              array(select participant_id::text from waiting_turn where slot_id = slot.id and state = 'offered' order by 1) as offered,
              array(select participant_id::text from waiting_turn where slot_id = slot.id and state = 'waiting' order by asked_at) as waiting
       from slot where id = $1`,
      [centre.slotOf("Journée", DAY)],
    ),
  );
  if (row === undefined) throw new Error("No slot");
  const { taken, waitingCount, holders, offered, waiting } = row;
  expect(taken).toBe(holders.length + offered.length);
  expect(waitingCount).toBe(offered.length + waiting.length);
  return { holders, offered, waiting };
}
