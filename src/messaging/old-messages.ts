import type { Reads, Writes } from "#platform";

const OLD = `settled_at < ($1::date)::timestamp at time zone 'Europe/Paris'`;

/** The messages that were settled before a day: sent, kept or refused. Those that wait stay. */
export const oldMessages = {
  async count(reads: Reads, before: Temporal.PlainDate): Promise<number> {
    const row = await reads.row<{ count: number }>(
      "messaging_count_old",
      `select count(*)::int as count from outbox_message where ${OLD}`,
      [before.toString()],
    );
    return row?.count ?? 0;
  },
  erase(writes: Writes, before: Temporal.PlainDate, most: number): Promise<number> {
    return writes.run(
      "messaging_erase_old",
      `delete from outbox_message where id in (
         select id from outbox_message where ${OLD} order by settled_at limit $2 for update)`,
      [before.toString(), most],
    );
  },
};
