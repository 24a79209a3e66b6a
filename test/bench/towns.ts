import { join } from "node:path";
import pg from "pg";

import { migrateDatabase, startEmbeddedPostgres } from "#platform";

import { fillTown } from "./data/fill-town.ts";
import { LARGE_TOWN, SMALL_TOWN } from "./data/town.ts";
import type { TownServer } from "./figure.ts";

/** Starts the server of the figures with 1,000,000 bookings, under the shipped settings, and fills it. */
export async function startTowns(
  folder: string,
  say: (progress: string) => void,
  running: AsyncDisposableStack,
): Promise<TownServer> {
  const server = await startServer(join(folder, "towns"), running);
  const migrated = await migrateDatabase(server);
  if (!migrated.ok) throw new Error(migrated.refusal.sentence);
  for (const town of [LARGE_TOWN, SMALL_TOWN]) {
    say(`writing ${town.bookings} bookings`);
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    try {
      await fillTown(client, town, Temporal.Now.instant());
    } finally {
      await client.end();
    }
  }
  return { connectionString: server, role: migrated.role };
}

/** An empty embedded server with the shipped settings, stopped with `running`. */
export async function startServer(dataDir: string, running: AsyncDisposableStack): Promise<string> {
  const started = await startEmbeddedPostgres({ dataDir });
  if (!started.ok) throw new Error(started.refusal.sentence);
  running.defer(() => started.value.stop());
  return started.value.connectionString;
}
