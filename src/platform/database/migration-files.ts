import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { projectRoot } from "../project-root.ts";

/** One step of the schema: run once per database, or once in each authority's schema. */
export interface Migration {
  version: number;
  name: string;
  scope: "database" | "authority";
  sql: string;
  checksum: string;
}

const FILE_NAME = /^(\d{4})_([a-z-]+)\.(database|authority)\.sql$/;

/** Reads db/migrations in order. A file that does not follow the naming, or a hole in the numbers, throws. */
export function readMigrations(folder = join(projectRoot, "db", "migrations")): Migration[] {
  const migrations = readdirSync(folder)
    .toSorted()
    .map((file) => readMigration(folder, file));
  migrations.forEach((migration, index) => {
    if (migration.version !== index + 1) {
      throw new Error(`Migration ${index + 1} is missing: found ${migration.name}`);
    }
  });
  return migrations;
}

function readMigration(folder: string, file: string): Migration {
  const [, version, name, scope] = FILE_NAME.exec(file) ?? [];
  if (version === undefined || name === undefined || (scope !== "database" && scope !== "authority")) {
    throw new Error(`Not a migration: ${file}`);
  }
  const sql = readFileSync(join(folder, file), "utf8");
  const checksum = createHash("sha256").update(sql).digest("hex");
  return { version: Number(version), name, scope, sql, checksum };
}
