import { expect, test } from "vitest";

import { openDatabase } from "#platform";
import { testDatabase } from "#test";

import { guardianOf } from "../../../test/builders/actors.ts";
import { buildCanteen, newId } from "../../../test/builders/canteen.ts";
import { buildHousehold } from "../../../test/builders/household.ts";
import { onAdmin } from "../../../test/postgres/test-database.ts";
import type { Act } from "../rules/lines.ts";
import { submitBookings } from "./submit-bookings.ts";

const NOW = Temporal.Instant.from("2026-11-02T08:00:00Z");
const MONDAY = Temporal.PlainDate.from("2026-11-09");
const DATES = Array.from({ length: 40 }, (_, index) => MONDAY.add({ days: index }).toString());
/** The first four have a place, the others wait. */
const PLACES = 4;
const FAMILIES = 12;

/**
 * How many rows the forms of an opening morning read of two tables that were empty before them: each family asks for
 * every day. On one connection, whose plans are made by its first form.
 */
async function rowsRead(analysed: boolean): Promise<{ bookings: number; turns: number }> {
  const town = await testDatabase();
  const program = openDatabase(town.url, { role: "preau_program", connections: 1 });
  try {
    const families = await town.database.write(async (writes) => {
      const canteen = await buildCanteen(writes, { dates: DATES, places: PLACES });
      const built = [];
      for (let n = 0; n < FAMILIES; n++)
        built.push(await buildHousehold(writes, { enrolledIn: [canteen], lastName: `Famille ${n}` }));
      return built.map((household) => ({ household, canteen }));
    });
    if (analysed) await onAdmin(town.url, "analyze");
    const database = program.schema(town.authority.schema);
    const send = async (act: Act, { household, canteen }: (typeof families)[number]) => {
      const lines = household.children.flatMap(({ id }) =>
        DATES.map((date) => ({ act, participantId: id, slotId: canteen.slotOn(date) })),
      );
      const visit = { actor: guardianOf(household), authority: town.authority, database, now: NOW };
      const sent = await submitBookings(visit, { key: newId<"submission">(), lines });
      return sent.ok && new Set(sent.value.lines.map(({ outcome }) => outcome));
    };
    for (const [n, family] of families.entries())
      expect(await send("wait", family)).toEqual(new Set([n < PLACES ? "booked" : "waiting"]));
    await database.read((reads) => reads.rows("test_flush", "select pg_stat_force_next_flush()"));
    const read = await database.read((reads) =>
      reads.row<{ bookings: number; turns: number }>(
        "test_rows_read",
        `select sum(idx_tup_read) filter (where relname = 'booking')::float8 as bookings,
                sum(idx_tup_read) filter (where relname = 'waiting_turn')::float8 as turns
         from pg_stat_user_indexes where schemaname = current_schema()`,
      ),
    );
    if (read === undefined) throw new Error("Nothing is counted");
    return read;
  } finally {
    await program.close();
    await town.close();
  }
}

test("a database that was analysed while it was empty reads no more for a form than one that never was", async () => {
  const never = await rowsRead(false);
  const analysed = await rowsRead(true);
  const lines = FAMILIES * DATES.length;
  expect(never.turns).toBeGreaterThan(0);
  expect(analysed.bookings).toBeLessThan(2 * never.bookings + lines);
  expect(analysed.turns).toBeLessThan(2 * never.turns + lines);
}, 180_000);
