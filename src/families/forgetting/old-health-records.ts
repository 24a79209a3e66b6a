import type { Erasable } from "#identity";

// Seen again by nobody since, and no PAI that holds still.
const OLD = `h.updated_at < ($1::date)::timestamp at time zone 'Europe/Paris'
  and (not h.has_pai or h.pai_until is null or h.pai_until < $1::date)`;

/** The health records that nobody has seen to since a day, and whose PAI is over. */
export const oldHealthRecords: Erasable = {
  async count(reads, before) {
    const row = await reads.row<{ count: number }>(
      "families_count_old_health",
      `select count(*)::int as count from health_record h where ${OLD}`,
      [before.toString()],
    );
    return row?.count ?? 0;
  },
  async names(reads, before, most) {
    const rows = await reads.rows<{ name: string }>(
      "families_name_old_health",
      `select p.first_name || ' ' || p.last_name as name
       from health_record h join participant p on p.id = h.participant_id
       where ${OLD} order by h.updated_at, h.participant_id limit $2`,
      [before.toString(), most],
    );
    return rows.map(({ name }) => name);
  },
  erase(writes, before, most) {
    return writes.run(
      "families_erase_old_health",
      `delete from health_record where participant_id in (
         select h.participant_id from health_record h where ${OLD} order by h.updated_at limit $2 for update)`,
      [before.toString(), most],
    );
  },
};
