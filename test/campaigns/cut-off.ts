import type pg from "pg";

const MOST_LOOKS = 40;

/**
 * Ends every connection of this database that is in the middle of writing, as soon as there is one; how many they were, 0
 * when nobody wrote for a while.
 * @param outside a connection of its own, of the server's owner
 */
export async function cutOff(outside: pg.Client): Promise<number> {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const { rowCount } = await outside.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
         and backend_xid is not null`,
    );
    if (rowCount !== null && rowCount > 0) return rowCount;
  }
  return 0;
}
