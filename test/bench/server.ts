import pg from "pg";

import { startEmbeddedPostgres } from "#platform";

/** Servers that run in this process, for an interruption. */
const started = new Set<() => Promise<void>>();

/** Stops every server of this process, whoever started it. */
export async function stopServers(): Promise<void> {
  await Promise.all([...started].map((stop) => stop()));
}

/** An empty embedded server with the shipped settings, stopped with `running`. */
export async function startServer(dataDir: string, running: AsyncDisposableStack): Promise<string> {
  const server = await startEmbeddedPostgres({ dataDir });
  if (!server.ok) throw new Error(server.refusal.sentence);
  const { stop, connectionString } = server.value;
  started.add(stop);
  running.defer(async () => {
    await stop();
    started.delete(stop);
  });
  return connectionString;
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
