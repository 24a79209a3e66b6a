import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** What an agent looks for. */
export const SETTLE_STATES = ["a-verifier", "manquants", "expires", "bientot"] as const;

export type SettleState = (typeof SETTLE_STATES)[number];

/** A household on which somebody must act; no amount. */
export interface HouseholdToSettle {
  readonly householdId: Id<"household">;
  readonly label: string;
  readonly commune: string;
  /** The last day of what counts, or counted. */
  readonly lastDay: Temporal.PlainDate | null;
  /** When the oldest one that waits was declared. */
  readonly declaredOn: Temporal.PlainDate | null;
}

/** The households in one of the states on a day, in the order of their names; one statement for all of them. */
export function householdsToSettle(
  reads: Reads,
  state: SettleState,
  { today, warnDays }: { today: Temporal.PlainDate; warnDays: number },
): Promise<HouseholdToSettle[]> {
  return reads.rows<HouseholdToSettle>(
    "pricing_households_to_settle",
    `with current as (
       select distinct on (household_id) household_id, last_day
       from qf_standing
       where standing = 'accepted' and value_hundredths is not null and first_day <= $2::date
       order by household_id, first_day desc, number desc
     ), coming as (
       select household_id, min(first_day) as first_day from qf_standing
       where standing = 'accepted' and value_hundredths is not null and first_day > $2::date group by household_id
     ), waiting as (
       select household_id, min(received_on) as declared_on from qf_standing
       where standing = 'toCheck' group by household_id
     )
     select h.household_id as "householdId", h.label, h.commune, c.last_day as "lastDay",
            w.declared_on as "declaredOn"
     from families_household_card h
     left join current c on c.household_id = h.household_id
     left join coming n on n.household_id = h.household_id
     left join waiting w on w.household_id = h.household_id
     where case $1
             when 'a-verifier' then w.household_id is not null
             when 'manquants' then c.household_id is null
             when 'expires' then c.last_day < $2::date
             else c.last_day between $2::date and $2::date + $3::integer
                  and (n.first_day is null or n.first_day > c.last_day + 1)
           end
     order by h.label, h.household_id`,
    [state, today.toString(), warnDays],
  );
}
