import type { Visit } from "#identity";
import type { Id } from "#kernel";

import type { moveBookings } from "../../src/bookings/slot-moves/move-bookings.ts";
import { submitBookings } from "../../src/bookings/submit/submit-bookings.ts";
import type { TestDatabase } from "../postgres/test-database.ts";
import { agentWith, guardianOf } from "./actors.ts";
import { newId } from "./canteen.ts";
import { familyTown } from "./family-town.tsx";
import type { Household, HouseholdSettings } from "./household.ts";

/** An agent who moves bookings. */
export const mover = agentWith(["bookings.write"]);

/** The form that moves these bookings. */
export const move = (from: Id<"slot">, to: Id<"slot">, bookings: readonly Id<"booking">[], changes = {}) => ({
  key: newId<"slotMove">(),
  from,
  to,
  bookings,
  reason: "Le car ne passe pas",
  over: "",
  ...changes,
});

/** What became of each booking, or why nothing was done. */
export const outcomes = (moved: Awaited<ReturnType<typeof moveBookings>>) =>
  moved.ok ? moved.value.lines.map(({ outcome }) => outcome) : moved.refusal.code;

/** Two canteens, Rue and Quend, families who eat at Rue, and an agent who moves them. */
export async function moveTown(town: TestDatabase) {
  const at = await familyTown(town, []);
  const { rue } = at;
  const quend = await at.canteen({ name: "Quend", places: 2 });
  const visitOf = (actor = mover, now?: Temporal.Instant) => {
    const visit: Visit = at.visit(actor, now);
    return { ...visit, actor };
  };
  const book = async (home: Household, slotId: Id<"slot">, act: "book" | "wait" = "book") => {
    const actor = guardianOf(home);
    const lines = home.children.map((child) => ({ act, participantId: child.id, slotId }));
    const sent = await submitBookings({ ...visitOf(), actor }, { key: newId<"submission">(), lines });
    return sent.ok ? sent.value.lines.map(({ outcome }) => outcome) : [sent.refusal.code];
  };
  const bookingsOf = async (home: Household, slotId: Id<"slot">) => {
    const rows = await town.database.read((reads) =>
      reads.rows<{ id: Id<"booking">; child: string }>(
        "test_bookings_of",
        `select id, participant_id as child from booking where slot_id = $1 and state = 'booked' and household_id = $2`,
        [slotId, home.id],
      ),
    );
    return home.children.flatMap(({ id }) => rows.find(({ child }) => child === id)?.id ?? []);
  };
  return {
    ...at,
    quend,
    visitOf,
    book,
    bookingsOf,
    /** A family whose children have a place at Rue that day, and their bookings in the order of the children. */
    eats: async (day: string, settings: HouseholdSettings = {}) => {
      const home = await at.family(settings);
      await book(home, rue.slotOn(day));
      return { home, bookings: await bookingsOf(home, rue.slotOn(day)) };
    },
    taken: (...slots: readonly Id<"slot">[]) =>
      town.database.read(async (reads) => {
        const rows = await reads.rows<{ taken: number }>(
          "test_taken",
          `select taken from unnest($1::uuid[]) with ordinality as asked (id, position) join slot using (id) order by position`,
          [slots],
        );
        return rows.map((row) => row.taken);
      }),
  };
}
