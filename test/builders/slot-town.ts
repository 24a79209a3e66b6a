import { recordClosure } from "#activities";
import { alignSlots, submitBookings } from "#bookings";
import type { Id } from "#kernel";

import type { TestDatabase } from "../postgres/test-database.ts";
import { guardianOf } from "./actors.ts";
import { newId, type Canteen } from "./canteen.ts";
import { buildHousehold } from "./household.ts";
import { buildOfferedCanteen, buildZoneB } from "./offered-canteen.ts";

/** Monday 2 November 2026, 9 h in Paris: the first day after the holidays of Toussaint. */
export const SLOT_TOWN_NOW = Temporal.Instant.from("2026-11-02T08:00:00Z");

/** Who closes days and changes seasons in these tests. */
const AGENT = { name: "Paul Martin", accountId: newId<"account">() };

interface SlotRow {
  state: string;
  because: string | null;
  places: number;
  taken: number;
  surplus: number;
  bookUntil: Temporal.Instant;
  facts: unknown;
  booked: number;
}

/** What tests of slots do with an authority of zone B, at `SLOT_TOWN_NOW` unless told otherwise. */
export async function slotTown(town: TestDatabase) {
  const { authority, database } = town;
  const now = SLOT_TOWN_NOW;
  await database.write((writes) => buildZoneB(writes, authority.id));
  return {
    canteen: (settings: Partial<Parameters<typeof buildOfferedCanteen>[1]> = {}) =>
      database.write((writes) =>
        buildOfferedCanteen(writes, { authorityId: authority.id, now, ...settings }),
      ),
    align: (at: readonly Canteen[], when = now) =>
      database.write((writes) =>
        alignSlots(writes, {
          authorityId: authority.id,
          activityIds: at.map((canteen) => canteen.activityId),
          now: when,
          by: AGENT,
        }),
      ),
    close: (at: Canteen, first: string, last = first, message = "Grève du personnel") =>
      database.write((writes) =>
        recordClosure(writes, {
          siteId: at.siteId,
          firstDay: Temporal.PlainDate.from(first),
          lastDay: Temporal.PlainDate.from(last),
          message,
          by: AGENT,
          now,
        }),
      ),
    /** A new family whose child eats on these days. */
    eating: async (at: Canteen, ...days: readonly string[]) => {
      const family = await familyOf(town, at);
      if (days.length === 0) return family;
      const outcomes = await family.book(...days);
      if (days.some((_, index) => outcomes[index] !== "booked"))
        throw new Error(`Not booked: ${String(outcomes)}`);
      return family;
    },
    slot: (at: Canteen, on: string) =>
      database.read((reads) =>
        reads.row<SlotRow>(
          "test_slot",
          `select state, closed_because as because, places, taken, surplus, book_until as "bookUntil",
                  deadline_facts as facts,
                  (select count(*) from booking where slot_id = slot.id and state = 'booked') as booked
           from slot where activity_id = $1 and date = $2`,
          [at.activityId, on],
        ),
      ),
    /** The events of a type that speak of this slot. */
    eventsAbout: async (type: string, slotId: Id<"slot">) => {
      const { rows } = await town.pool.query<{ facts: { slots: Id<"slot">[] } }>(
        `select payload->'facts' as facts from graphile_worker._private_jobs where payload->>'type' = $1`,
        [type],
      );
      return rows.map((row) => row.facts.slots.toSorted()).filter((slots) => slots.includes(slotId));
    },
    historyOf: (household: Id<"household">) =>
      database.read((reads) =>
        reads.rows<{ act: string; by: string; byAgent: boolean; reason: string | null }>(
          "test_history",
          `select act, by_label as by, by_agent as "byAgent", reason from booking_history
           where household_id = $1 order by id`,
          [household],
        ),
      ),
  };
}

/** A family of its own with one child enrolled, who books and cancels days; the outcomes, or the refusal. */
async function familyOf({ authority, database }: TestDatabase, at: Canteen) {
  const household = await database.write((writes) => buildHousehold(writes, { enrolledIn: [at] }));
  const [child] = household.children;
  if (child === undefined) throw new Error("No child");
  const send = async (act: "book" | "cancel", on: readonly string[]) => {
    const lines = on.map((day) => ({ act, participantId: child.id, slotId: at.slotOn(day) }));
    const visit = { actor: guardianOf(household), authority, database, now: SLOT_TOWN_NOW };
    const result = await submitBookings(visit, { key: newId<"submission">(), lines });
    return result.ok ? result.value.lines.map((line) => line.outcome) : result.refusal.code;
  };
  return {
    household,
    book: (...on: string[]) => send("book", on),
    cancel: (...on: string[]) => send("cancel", on),
  };
}
