import type { ClientBase } from "pg";

/**
 * Drops the events announced so far in the caller's transaction, unhandled: for the demonstration, which replays
 * weeks that nobody is to be told about.
 */
export async function forgetAnnounced(client: ClientBase, authority: string): Promise<void> {
  await client.query(
    `select graphile_worker.complete_jobs(array(
       select id from graphile_worker._private_jobs where payload ->> 'authority' = $1
     ))`,
    [authority],
  );
}
