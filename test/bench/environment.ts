import { cpus } from "node:os";
import pg from "pg";

const SETTINGS = [
  ...["fsync", "synchronous_commit", "full_page_writes", "wal_level", "wal_compression", "wal_sync_method"],
  ...["shared_buffers", "work_mem", "max_connections", "max_wal_size", "io_method", "jit"],
];

/** Where the figures were taken: the first line of the report. */
export async function environmentLine(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const version = await client.query<{ server_version: string }>("show server_version");
    const settings = await client.query<{ name: string; setting: string }>(
      "select name, current_setting(name) as setting from pg_settings where name = any ($1) order by name",
      [SETTINGS],
    );
    return JSON.stringify({
      name: "environment",
      cpu: cpus()[0]?.model ?? "unknown",
      cores: cpus().length,
      node: process.version,
      postgresql: version.rows[0]?.server_version ?? "unknown",
      settings: Object.fromEntries(settings.rows.map(({ name, setting }) => [name, setting])),
    });
  } finally {
    await client.end();
  }
}
