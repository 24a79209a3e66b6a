import { join } from "node:path";

import { migrateDatabase } from "#platform";

import { fillTown } from "./data/fill-town.ts";
import { LARGE_TOWN, SMALL_TOWN, type Town } from "./data/town.ts";
import type { TownServer } from "./figure.ts";
import { startServer, withClient } from "./server.ts";

/** Starts the server of the figures with 1,000,000 bookings, under the shipped settings, and fills it. */
export async function startTowns(
  folder: string,
  say: (progress: string) => void,
  running: AsyncDisposableStack,
): Promise<TownServer> {
  say("writing 1,010,000 bookings");
  const connectionString = await startServer(join(folder, "towns"), running);
  return fillServer(connectionString, [LARGE_TOWN, SMALL_TOWN]);
}

/** Migrates an empty server and writes the towns. */
export async function fillServer(connectionString: string, towns: readonly Town[]): Promise<TownServer> {
  const migrated = await migrateDatabase(connectionString);
  if (!migrated.ok) throw new Error(migrated.refusal.sentence);
  for (const town of towns) {
    await withClient(connectionString, (client) => fillTown(client, town, Temporal.Now.instant()));
  }
  return { connectionString, role: migrated.role };
}
