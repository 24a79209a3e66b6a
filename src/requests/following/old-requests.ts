import type { Erasable } from "#identity";
import type { Id } from "#kernel";
import type { Writes } from "#platform";

const OLD = `not r.forgotten and r.state in ('accepted', 'refused', 'withdrawn', 'expired')
  and r.moved_at < ($1::date)::timestamp at time zone 'Europe/Paris'`;

/** The requests that were closed before a day. Their number, their kind, their dates and their outcome stay. */
export const oldRequests: Erasable = {
  async count(reads, before) {
    const row = await reads.row<{ count: number }>(
      "requests_count_old",
      `select count(*)::int as count from request r where ${OLD}`,
      [before.toString()],
    );
    return row?.count ?? 0;
  },
  async names(reads, before, most) {
    const rows = await reads.rows<{ name: string }>(
      "requests_name_old",
      `select k.label || ', n°\u00a0' || r.number || ', ' || r.by_label as name
       from request r join request_kind k on k.id = r.kind_id where ${OLD} order by r.moved_at, r.id limit $2`,
      [before.toString(), most],
    );
    return rows.map(({ name }) => name);
  },
  async erase(writes, before, most) {
    const old = await writes.rows<{ id: Id<"request"> }>(
      "requests_lock_old",
      `select r.id from request r where ${OLD} order by r.moved_at limit $2 for update`,
      [before.toString(), most],
    );
    await forgetRequests(
      writes,
      old.map(({ id }) => id),
    );
    return old.length;
  },
};

/** Erases what was said in every request of a household. */
export async function forgetRequestsOf(writes: Writes, householdId: Id<"household">): Promise<void> {
  const own = await writes.rows<{ id: Id<"request"> }>(
    "requests_lock_of_household",
    `select id from request where household_id = $1 and not forgotten for update`,
    [householdId],
  );
  await forgetRequests(
    writes,
    own.map(({ id }) => id),
  );
}

/** Answers, messages, names and certificates: what is left says that something was asked, when, and what became of it. */
async function forgetRequests(writes: Writes, ids: readonly Id<"request">[]): Promise<void> {
  if (ids.length === 0) return;
  for (const [name, sql] of FORGOTTEN) await writes.run(name, sql, [ids]);
}

const FORGOTTEN = [
  [
    "requests_forget_sent",
    `update request_submission set answers = '{}', known = '{}'
     where request_id = any ($1::uuid[]) and (answers <> '{}' or known <> '{}')`,
  ],
  [
    "requests_forget_said",
    `update request_history set said = '', by_label = case when by_agent then by_label else '' end
     where request_id = any ($1::uuid[]) and (said <> '' or not by_agent)`,
  ],
  ["requests_forget_certificates", `delete from request_certificate where request_id = any ($1::uuid[])`],
  [
    "requests_forget_requests",
    `update request set answers = '{}', known = '{}', by_label = '', concerns = '{}', forgotten = true
     where id = any ($1::uuid[])`,
  ],
] as const;
