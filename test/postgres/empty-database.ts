import { randomBytes } from "node:crypto";

import { inject } from "vitest";

import { onAdmin, withDatabase } from "./test-database.ts";

/** A database without a table, for what migrates or restores by itself. */
export interface EmptyDatabase {
  /** The owner's connection string. */
  url: string;
  close(): Promise<void>;
}

/** Creates it on the run's server; `close` drops it. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  const { admin } = inject("server");
  const name = `e_${randomBytes(6).toString("hex")}`;
  await onAdmin(admin, `create database ${name}`);
  return {
    url: withDatabase(admin, name),
    close: () => onAdmin(admin, `drop database ${name} with (force)`),
  };
}
