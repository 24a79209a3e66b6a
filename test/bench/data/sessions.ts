import { createHash } from "node:crypto";
import type { ClientBase } from "pg";

import { tokenHash } from "#identity";

import type { Town } from "./town.ts";

/** The session token of the first parent of household n: the cookie that a signed-in browser would send. */
export function benchToken(n: number): string {
  return createHash("sha256").update(`session:${n}`).digest("base64url");
}

/**
 * Signs in the first parent of every household, as signing in with a password would: the passwords of thousands
 * of families, 13 ms each, are not what is measured.
 * @param client a connection whose search_path is the town, with `bench_id`
 */
export async function openSessions(client: ClientBase, town: Pick<Town, "households">): Promise<void> {
  const numbers = Array.from({ length: town.households }, (_, index) => index + 1);
  await client.query(
    `insert into signed_in_session
       (token_hash, account_id, created_at, last_seen_at, idle_until, expires_at, device)
     select token_hash, pg_temp.bench_id('account', n), now(), now(), now() + interval '14 days',
            now() + interval '60 days', 'mesure'
     from unnest($1::bigint[], $2::bytea[]) as session (n, token_hash)`,
    [numbers, numbers.map((n) => tokenHash(benchToken(n)))],
  );
}
