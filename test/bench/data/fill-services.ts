import { vacuumWritten } from "./vacuum-written.ts";
import { alignSlots } from "#bookings";
import { migrateDatabase, openDatabase, type Database } from "#platform";

import type { TownServer } from "../figure.ts";
import { withClient } from "../server.ts";
import { createTown, townId } from "./directory.ts";
import { familyStatements } from "./families.ts";
import { BENCH_ID_FUNCTION } from "./ids.ts";
import { serviceStatements, type ServiceTown } from "./services.ts";
import { openSessions } from "./sessions.ts";

/** Migrates an empty server and writes the town: families, sessions, offer; no slots. */
export async function fillServices(connectionString: string, town: ServiceTown): Promise<TownServer> {
  const migrated = await migrateDatabase(connectionString);
  if (!migrated.ok) throw new Error(migrated.refusal.sentence);
  const now = Temporal.Now.instant();
  const today = now.toZonedDateTimeISO("Europe/Paris").toPlainDate().toString();
  await withClient(connectionString, async (client) => {
    await client.query(BENCH_ID_FUNCTION);
    await createTown(client, town, now);
    for (const statement of [...familyStatements(town), ...serviceStatements(town, today)]) {
      await client.query(statement);
    }
    await openSessions(client, town);
    await vacuumWritten(client);
  });
  return { connectionString, role: migrated.role };
}

/** Creates every slot of the town, as the program would: how many, and how long the use case took. */
export async function alignTown(
  database: Database,
  town: ServiceTown,
): Promise<{ created: number; ms: number }> {
  const begun = performance.now();
  const { created, missing } = await database.schema(town.schema).write((writes) =>
    alignSlots(writes, {
      authorityId: townId(town),
      activityIds: null,
      now: Temporal.Now.instant(),
      by: { name: "Mesures", accountId: null },
    }),
  );
  if (missing.length > 0) throw new Error(`Slots are missing: ${JSON.stringify(missing)}`);
  return { created, ms: performance.now() - begun };
}

/** A town as above with its slots. */
export async function fillServicesWithSlots(
  connectionString: string,
  town: ServiceTown,
): Promise<TownServer> {
  const server = await fillServices(connectionString, town);
  const database = openDatabase(connectionString, { role: server.role });
  try {
    await alignTown(database, town);
  } finally {
    await database.close();
  }
  await withClient(connectionString, vacuumWritten);
  return server;
}
