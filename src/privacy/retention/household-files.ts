import { forgetAccountsOf } from "#access";
import { forgetDocumentsOf } from "#documents";
import { forgetHousehold } from "#families";
import type { Background, Erasable } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";
import { forgetRequestsOf } from "#requests";

// Nobody of it has been enrolled, at school, asked for anything or owed anything since; and it was known before.
const OLD = `since.created_at < ($1::date)::timestamp at time zone 'Europe/Paris'
  and not exists (select from bookings_enrolment_card e
                  where e.household_id = since.household_id and e.last_day >= $1::date)
  and not exists (select from families_participant_card p
                  join families_schooling s on s.participant_id = p.participant_id
                  where p.household_id = since.household_id and p.left_on is null
                    and make_date(right(s.school_year, 4)::int, 8, 31) >= $1::date)
  and not exists (select from requests_last_moved r
                  where r.household_id = since.household_id
                    and r.moved_at >= ($1::date)::timestamp at time zone 'Europe/Paris')
  and not exists (select from billing_household_account a
                  where a.household_id = since.household_id and (a.balance_cents <> 0 or a.last_day >= $1::date))`;

/**
 * The files of households that nobody has used since a day: names, addresses, documents, requests and accounts go; what
 * the accounts need stays, under ids and the names that invoices bear.
 */
export const householdFiles = ({ now }: Pick<Background, "now">): Erasable => ({
  async count(reads, before) {
    const row = await reads.row<{ count: number }>(
      "privacy_count_files",
      `select count(*)::int as count from families_known_since since where ${OLD}`,
      [before.toString()],
    );
    return row?.count ?? 0;
  },
  async names(reads, before, most) {
    return (await oldFiles(reads, before, most)).map(({ label }) => label);
  },
  async erase(writes, before, most) {
    const files = await oldFiles(writes, before, most);
    for (const { householdId } of files) {
      const adults = await forgetHousehold(writes, householdId);
      await forgetAccountsOf(writes, adults, now);
      await forgetDocumentsOf(writes, householdId);
      await forgetRequestsOf(writes, householdId);
    }
    return files.length;
  },
});

function oldFiles(
  reads: Reads,
  before: Temporal.PlainDate,
  most: number,
): Promise<{ householdId: Id<"household">; label: string }[]> {
  return reads.rows(
    "privacy_old_files",
    `select since.household_id as "householdId", since.label from families_known_since since
     where ${OLD} order by since.created_at, since.household_id limit $2`,
    [before.toString(), most],
  );
}
