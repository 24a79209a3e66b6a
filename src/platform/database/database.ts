import pg from "pg";

import type { Parameter, Reads, SchemaDatabase, Writes } from "./handles.ts";
import { programRole } from "./program-role.ts";
import { valueTypes } from "./value-types.ts";

/** The server, seen through one small pool that every schema shares. */
export interface Database {
  /** The database of an authority's schema. Its connections are bound to it once, not at every statement. */
  schema(name: string): SchemaDatabase;
  /** What all authorities share: its statements name the schema themselves, « directory.authority ». */
  readonly directory: SchemaDatabase;
  /** For libraries that bring their own SQL (the job worker): connections bound to no schema. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** How many connections the program holds at most; two cores are busy well before that. */
const CONNECTIONS = 12;

/**
 * Statements keep the plan that they were given when the tables were empty: on the first opening morning, reading all
 * of them, which was best at nine o'clock, took ten times as long as the index a minute later. Every table that a page
 * reads has its index; a report that reads one whole does so through an index, some two times slower.
 */
const BY_INDEX = "-c enable_seqscan=off";

/**
 * Opens the pool. Connections act as the program's restricted role when the server has one
 * (see program-role.ts).
 * @param onLost told of a connection that broke while idle; the pool replaces it by itself
 */
export function openDatabase(
  connectionString: string,
  options: { role: string | null; connections?: number; onLost?: (error: Error) => void },
): Database {
  const pool = new pg.Pool({
    connectionString,
    max: options.connections ?? CONNECTIONS,
    types: valueTypes,
    application_name: "preau",
    connectionTimeoutMillis: 10_000,
    // Statements that a reader asks for together are sent together; one asked for after another still waits for it.
    pipeline: true,
    options: [...(options.role === null ? [] : [`-c role=${programRole}`]), BY_INDEX].join(" "),
  });
  pool.on("error", (error) => options.onLost?.(error));
  // A connection in use may break between two statements: the next statement tells, and nobody else needs to.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return {
    pool,
    schema: (name) => schemaDatabase(pool, name, true),
    directory: schemaDatabase(pool, "directory", false),
    close: () => pool.end(),
  };
}

/** The schema to which a pooled connection is bound at present. */
const boundTo = new WeakMap<pg.PoolClient, string>();

/**
 * @param binds whether connections are bound to the schema. Binding one to another schema makes PostgreSQL plan anew
 *   every statement and function that it knew, some 100 ms of work: a job that looked up its authority in between took
 *   longer from the pages that came after it than from itself.
 */
function schemaDatabase(pool: pg.Pool, schema: string, binds: boolean): SchemaDatabase {
  async function withConnection<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let broken = true;
    try {
      if (binds && boundTo.get(client) !== schema) {
        boundTo.delete(client);
        await client.query("select set_config('search_path', $1, false)", [schema]);
        boundTo.set(client, schema);
      }
      const result = await work(client);
      broken = false;
      return result;
    } catch (error) {
      broken = !(error instanceof pg.DatabaseError) || error.severity !== "ERROR";
      throw error;
    } finally {
      client.release(broken);
    }
  }
  return {
    schema,
    read: (work) => withConnection((client) => work(handleOf(client))),
    writeOnce: (work) => withConnection((client) => work(handleOf(client))),
    write: (work) => withConnection((client) => inTransaction(client, work)),
  };
}

async function inTransaction<T>(client: pg.PoolClient, work: (writes: Writes) => Promise<T>): Promise<T> {
  await client.query("begin");
  try {
    const result = await work(handleOf(client));
    await client.query("commit");
    return result;
  } catch (error) {
    // A connection that is gone cannot roll back, and needs not: the server has done it.
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

/** The handle of one connection: for a transaction of one's own (migrations, restore). */
export function handleOf(client: pg.ClientBase): Writes {
  const query = <Row extends object>(name: string, text: string, values: readonly Parameter[]) =>
    client.query<Row>({ name, text, values: values.slice() });
  const rows: Reads["rows"] = async <Row extends object>(
    name: string,
    sql: string,
    parameters: readonly Parameter[] = [],
  ) => (await query<Row>(name, sql, parameters)).rows;
  return {
    rows,
    row: async (name, sql, parameters) => (await rows<never>(name, sql, parameters))[0],
    run: async (name, sql, parameters = []) => (await query(name, sql, parameters)).rowCount ?? 0,
  };
}
