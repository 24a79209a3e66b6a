import { vacuumWritten } from "./vacuum-written.ts";
import type { ClientBase } from "pg";

import { bookingStatements } from "./bookings.ts";
import { createTown } from "./directory.ts";
import { familyStatements } from "./families.ts";
import { BENCH_ID_FUNCTION } from "./ids.ts";
import { offerStatements } from "./offer.ts";
import { openSessions } from "./sessions.ts";
import type { Town } from "./town.ts";
import { withoutIndexes } from "./without-indexes.ts";

/**
 * Creates an authority with its families, sessions, slots and bookings, set-based, and has the planner look at it.
 * @param client a connection of the server's owner of its own: its settings are those of a bulk load (no foreign
 *   key is checked row by row, sorts stay in memory)
 */
export async function fillTown(client: ClientBase, town: Town, now: Temporal.Instant): Promise<void> {
  const today = now.toZonedDateTimeISO("Europe/Paris").toPlainDate().toString();
  await client.query(
    "set session_replication_role = replica; set work_mem = '512MB'; set maintenance_work_mem = '512MB'",
  );
  await client.query(BENCH_ID_FUNCTION);
  await createTown(client, town, now);
  await runAll(client, [...familyStatements(town), ...offerStatements(town, today)]);
  await withoutIndexes(client, ["booking", "booking_history", "submission"], () =>
    runAll(client, bookingStatements(town)),
  );
  await openSessions(client, town);
  await vacuumWritten(client);
  // What was written goes to the disk now, not under the first figure.
  await client.query("checkpoint");
}

async function runAll(client: ClientBase, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await client.query(statement);
}
