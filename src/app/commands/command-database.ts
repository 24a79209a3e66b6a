import { ok, refuse, type Result } from "#kernel";
import { migrateDatabase, openDatabase, reachDatabase, useEmbeddedPostgres, type Database } from "#platform";

import { clockOfCommand } from "../kept-clock.ts";
import { readSettings } from "../settings.ts";
import { texts } from "../texts.fr.ts";

/** The database as a command sees it: as its owner, up to date, beside a running program or alone. */
export interface CommandDatabase {
  /** The owner's own connection, for what the program's role may not do. */
  connectionString: string;
  database: Database;
  /** Now, as the program that runs on this database tells it. */
  now: Temporal.Instant;
}

/**
 * Opens the database of the settings for the time of a command. Everything is closed by `running`; a server
 * that was started for the command stops with it. A refusal is one sentence.
 */
export async function commandDatabase(
  running: AsyncDisposableStack,
): Promise<Result<CommandDatabase, string>> {
  const server = await serverOfCommand(running);
  if (!server.ok) return server;
  const migrated = await migrateDatabase(server.value);
  if (!migrated.ok) return refuse(migrated.refusal.sentence);
  const database = openDatabase(server.value, { role: migrated.role, connections: 4 });
  running.defer(() => database.close());
  const settings = readSettings(process.env);
  const now = settings.ok ? clockOfCommand(settings.value)() : Temporal.Now.instant();
  return ok({ connectionString: server.value, database, now });
}

/** The server alone, not migrated: for what works on whole databases (restore). */
export async function serverOfCommand(running: AsyncDisposableStack): Promise<Result<string, string>> {
  const settings = readSettings(process.env);
  if (!settings.ok) return settings;
  const { databaseUrl, dataDir } = settings.value;
  if (databaseUrl !== null) {
    const why = await reachDatabase(databaseUrl);
    return why === undefined ? ok(databaseUrl) : refuse(texts.databaseUnreachable(why));
  }
  const embedded = await useEmbeddedPostgres({ dataDir });
  if (!embedded.ok) return refuse(embedded.refusal.sentence);
  running.defer(() => embedded.value.release());
  return ok(embedded.value.connectionString);
}
