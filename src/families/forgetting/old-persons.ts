import type { Erasable } from "#identity";

// A person who is forbidden on a decision stays while it holds: only what is over, or was taken back, goes.
const OLD = `(a.ended_at < ($1::date)::timestamp at time zone 'Europe/Paris' or a.last_day < $1::date)`;

/** Who could fetch a child, or could not, until before a day. */
export const oldPersons: Erasable = {
  async count(reads, before) {
    const row = await reads.row<{ count: number }>(
      "families_count_old_persons",
      `select count(*)::int as count from authorised_person a where ${OLD}`,
      [before.toString()],
    );
    return row?.count ?? 0;
  },
  async names(reads, before, most) {
    const rows = await reads.rows<{ name: string }>(
      "families_name_old_persons",
      `select a.first_name || ' ' || a.last_name as name from authorised_person a
       where ${OLD} order by a.created_at, a.id limit $2`,
      [before.toString(), most],
    );
    return rows.map(({ name }) => name);
  },
  erase(writes, before, most) {
    return writes.run(
      "families_erase_old_persons",
      `delete from authorised_person where id in (
         select a.id from authorised_person a where ${OLD} order by a.created_at limit $2 for update)`,
      [before.toString(), most],
    );
  },
};
