import pg from "pg";

/**
 * Tries to connect once.
 * @returns undefined when the server lets us in, else what it or the network says, without any secret
 */
export async function reachDatabase(connectionString: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = "code" in error && typeof error.code === "string" ? error.code : "";
    return error.message === "" ? code : error.message;
  } finally {
    await client.end();
  }
}
