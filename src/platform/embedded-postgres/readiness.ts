import { DatabaseError, Client } from "pg";

import type { Address } from "./address.ts";

/** What a server answered to one attempt. */
export type Readiness = "ready" | "busy" | "silent";

/** Starting, stopping or recovering: « the database system is … » */
const CANNOT_CONNECT_NOW = "57P03";
const NO_SUCH_DATABASE = "3D000";
const DUPLICATE_DATABASE = "42P04";

/**
 * Asks the server for the program's database, which the first start creates.
 * @returns "busy" when it answered that it cannot yet or any more, "silent" when nothing answered in time
 */
export async function askServer(address: Address, timeoutMs: number): Promise<Readiness> {
  const answer = await attempt(address.to(), undefined, timeoutMs);
  if (answer !== NO_SUCH_DATABASE) return answer === "ready" || answer === "busy" ? answer : "silent";
  const created = await attempt(
    address.to("postgres"),
    "create database preau template template0",
    timeoutMs,
  );
  return created === "ready" || created === DUPLICATE_DATABASE ? "ready" : "silent";
}

async function attempt(connectionString: string, statement: string | undefined, timeoutMs: number) {
  const client = new Client({ connectionString, connectionTimeoutMillis: timeoutMs });
  // A server that dies under an open connection also says so outside the query.
  client.on("error", () => undefined);
  try {
    await client.connect();
    if (statement !== undefined) await client.query(statement);
    return "ready";
  } catch (error) {
    if (!(error instanceof DatabaseError)) return "silent";
    return error.code === CANNOT_CONNECT_NOW ? "busy" : (error.code ?? "silent");
  } finally {
    await client.end().catch(() => undefined);
  }
}
