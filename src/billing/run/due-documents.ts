/** The charges that this issue may put on a document: those of the run, and those that wait since an earlier one. */
export const MINE = `
  select id, household_id, guardian_id, amount_cents, participant_name, activity_name, day, source_key
  from charge where run_id = $1
  union all
  select c.id, c.household_id, c.guardian_id, c.amount_cents, c.participant_name, c.activity_name, c.day, c.source_key
  from carried_charge w
  join charge c on c.id = w.charge_id`;

/**
 * Who is due a document, which, and of how much; those who are due none yet have `kind` null. Written for $1 the run,
 * $2 the first day of its month, $3 the amount under which a total waits. See writeDocuments for the rule.
 */
export const DUE = `total as (
  select household_id, guardian_id, sum(amount_cents)::integer as cents, bool_or(amount_cents <> 0) as says
  from (${MINE}) mine
  group by household_id, guardian_id
), due as (
  select household_id, guardian_id, cents,
         case when not says or (cents >= 0 and cents < coalesce($3::integer, 0)) then null
              when cents < 0 then 'credit_note'
              when exists (select from invoice i
                           where i.household_id = total.household_id and i.guardian_id = total.guardian_id
                             and i.month = $2) then 'complement'
              else 'invoice' end as kind
  from total
  where says
)`;
