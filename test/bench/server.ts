import pg from "pg";

import { startEmbeddedPostgres } from "#platform";

/** An empty embedded server with the shipped settings, stopped with `running`. */
export async function startServer(dataDir: string, running: AsyncDisposableStack): Promise<string> {
  const started = await startEmbeddedPostgres({ dataDir });
  if (!started.ok) throw new Error(started.refusal.sentence);
  running.defer(() => started.value.stop());
  return started.value.connectionString;
}

/** Lends a connection of the server's owner. */
export async function withClient<T>(
  connectionString: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
