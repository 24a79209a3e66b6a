import { createHash } from "node:crypto";

import { parseId, type Id } from "#kernel";

/**
 * The id of the n-th made-up thing of a kind: random-looking, as real ids are (an index that grows at one end
 * would flatter us), and found again without asking the database. `bench_id` says the same in SQL.
 */
export function benchId<Name extends string>(kind: Name, n: number): Id<Name> {
  const hex = createHash("md5").update(`${kind}:${n}`).digest("hex");
  const versioned = `${hex.slice(0, 12)}4${hex.slice(13, 16)}8${hex.slice(17)}`;
  const id = parseId<Name>(versioned.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"));
  if (id === undefined) throw new Error(`Not an id: ${versioned}`);
  return id;
}

/** `benchId` for statements of the data generator; lives as long as the connection. */
export const BENCH_ID_FUNCTION = `
  create or replace function pg_temp.bench_id(kind text, n bigint) returns uuid language sql immutable as
    $$ select overlay(overlay(md5(kind || ':' || n) placing '4' from 13) placing '8' from 17)::uuid $$`;
