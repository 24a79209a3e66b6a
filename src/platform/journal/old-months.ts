import type { Reads, Writes } from "../database/handles.ts";

/** The lines of the journal that lie in months before a day: whole months go, by the owner's function. */
export const oldJournal = {
  async count(reads: Reads, before: Temporal.PlainDate): Promise<number> {
    const row = await reads.row<{ count: number }>(
      "platform_count_old_journal",
      `select count(*)::int as count from journal_entry where at < date_trunc('month', $1::timestamp) at time zone 'UTC'`,
      [before.toString()],
    );
    return row?.count ?? 0;
  },
  /** Months are dropped at once, however many lines they hold: nothing is left for a second time. */
  async erase(writes: Writes, before: Temporal.PlainDate): Promise<number> {
    const row = await writes.row<{ gone: number }>(
      "platform_erase_old_journal",
      `select platform_forget_journal($1)::int as gone`,
      [before.toString()],
    );
    return row?.gone ?? 0;
  },
};
