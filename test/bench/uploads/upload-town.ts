import { openDatabase, useEmbeddedPostgres, type SchemaDatabase } from "#platform";

import { STORM_TOWN } from "../data/town.ts";

/** The town of the storm beside the program that runs on it. */
interface UploadTown {
  authorityId: string;
  database: SchemaDatabase;
}

/** Looks into the database while the program runs. */
export async function inTown<T>(dataDir: string, work: (town: UploadTown) => Promise<T>): Promise<T> {
  const server = await useEmbeddedPostgres({ dataDir });
  if (!server.ok) throw new Error(server.refusal.sentence);
  const pool = openDatabase(server.value.connectionString, { role: null, connections: 2 });
  try {
    const found = await pool.pool.query<{ id: string }>(
      `select id from directory.authority where schema_name = $1`,
      [STORM_TOWN.schema],
    );
    const authorityId = found.rows[0]?.id ?? "";
    return await work({ authorityId, database: pool.schema(STORM_TOWN.schema) });
  } finally {
    await pool.close();
    await server.value.release();
  }
}
