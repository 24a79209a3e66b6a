import pg from "pg";
import { to as copyTo } from "pg-copy-streams";

import type { Written } from "./archive-writer.ts";
import { NEUTRAL_SESSION } from "./catalogue.ts";
import { BackupStopped } from "./refusal.ts";
import { texts } from "./texts.fr.ts";

/** The database as it was at one moment, for as long as the work on it takes. */
export interface Snapshot {
  client: pg.Client;
  /** Copies what a query returns into `write`; gives back what was written and the number of rows. */
  copy(
    query: string,
    write: (content: AsyncIterable<Uint8Array>) => Promise<Written>,
  ): Promise<Written & { rows: number }>;
}

/**
 * Opens a read-only snapshot: whatever is booked meanwhile, everything read belongs to the same instant. Nobody
 * waits for it, except a migration, which would take the tables away from under it.
 */
export async function withSnapshot<T>(
  connectionString: string,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString, application_name: "preau-backup" });
  // Told to the statement in hand as well.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query(NEUTRAL_SESSION);
    await client.query("select pg_advisory_lock_shared(hashtext('preau.migrate'))");
    await client.query("begin isolation level repeatable read read only");
    const used = await client.query("select 1 where to_regclass('directory.applied_migration') is not null");
    if (used.rows.length === 0) throw new BackupStopped("not-migrated", texts.notMigrated);
    return await work({
      client,
      copy: async (query, write) => {
        const stream = client.query(copyTo(`copy (${query}) to stdout`));
        const written = await write(stream);
        return { ...written, rows: stream.rowCount };
      },
    });
  } finally {
    await client.end();
  }
}
