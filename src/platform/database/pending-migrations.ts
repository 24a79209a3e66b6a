import { AUTHORITY_SCHEMA } from "./authority-schemas.ts";
import type { Database } from "./database.ts";
import { readMigrations } from "./migration-files.ts";

/** How many steps of this program the database still lacks, all schemas together. */
export async function pendingMigrations(database: Database): Promise<number> {
  const steps = readMigrations();
  const perDatabase = steps.filter((step) => step.scope === "database").length;
  const row = await database.directory.read((reads) =>
    reads.row<{ missing: number }>(
      "pending_migrations",
      `select ($1::int
               + $2::int * (select count(*) from pg_namespace where nspname ~ $3)
               - (select count(*) from directory.applied_migration))::int as missing`,
      [perDatabase, steps.length - perDatabase, AUTHORITY_SCHEMA],
    ),
  );
  return row?.missing ?? 0;
}
