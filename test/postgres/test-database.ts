import { randomBytes } from "node:crypto";

import pg from "pg";
import { inject } from "vitest";

import type { Authority } from "#identity";
import { parseId } from "#kernel";
import { openDatabase, type Database, type SchemaDatabase } from "#platform";

import { TEMPLATE } from "./global-setup.ts";

/** A database of its own for one test file, migrated, with one authority and nothing else. */
export interface TestDatabase {
  /** The owner's connection string. */
  url: string;
  authority: Authority;
  /** The pool under the program's restricted role. */
  server: Database;
  pool: pg.Pool;
  database: SchemaDatabase;
  close(): Promise<void>;
}

/** Copies the template into a new database; `close` drops it. */
export async function testDatabase(): Promise<TestDatabase> {
  const { admin, authorityId, schema } = inject("server");
  const name = `t_${randomBytes(6).toString("hex")}`;
  // Copied as files: block by block, through the log, it costs four times as much.
  await onAdmin(admin, `create database ${name} template ${TEMPLATE} strategy file_copy`);
  const url = withDatabase(admin, name);
  const server = openDatabase(url, { role: "preau_program" });
  return {
    url,
    authority: authorityNamed(authorityId, schema),
    server,
    pool: server.pool,
    database: server.schema(schema),
    close: async () => {
      await server.close();
      await onAdmin(admin, `drop database ${name} with (force)`);
    },
  };
}

function authorityNamed(authorityId: string, schema: string): Authority {
  const id = parseId<"authority">(authorityId);
  if (id === undefined) throw new Error("The template has no authority");
  return {
    id,
    schema,
    name: "Communauté de communes Ponthieu-Marquenterre",
    host: "espace.exemple.fr",
    demonstration: false,
    brand: {
      stylesheet: "/marque/couleurs.css",
      logo: null,
      contact: {
        phone: "03 22 27 00 00",
        email: "accueil@exemple.fr",
        hours: "du lundi au vendredi, de 9 h à 12 h",
      },
    },
  };
}

/** Two workers may copy the template at the same moment; PostgreSQL then asks the second to come back. */
export async function onAdmin(admin: string, statement: string, attemptsLeft = 50): Promise<void> {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query(statement);
  } catch (error) {
    const busy = error instanceof pg.DatabaseError && error.code === "55006";
    if (!busy || attemptsLeft === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await onAdmin(admin, statement, attemptsLeft - 1);
  } finally {
    await client.end();
  }
}

/** The same server, another database. */
export function withDatabase(connectionString: string, name: string): string {
  const [address = "", query] = connectionString.split("?");
  const base = address.slice(0, address.lastIndexOf("/") + 1);
  return query === undefined ? `${base}${name}` : `${base}${name}?${query}`;
}
