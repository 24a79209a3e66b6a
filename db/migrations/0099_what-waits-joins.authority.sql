-- owner: billing

-- What waits for a document, as a run finds it: it joins the bills of the first run of a month that is issued, where the month
-- is after the one that it comes from. Any other run leaves it waiting. The rule: src/billing/run/write-documents.ts.
create function charges_waiting(p_run uuid)
returns table (charge_id uuid, household_id uuid, guardian_id uuid, amount_cents integer, joins boolean)
language sql stable as $$
  select w.charge_id, w.household_id, w.guardian_id, c.amount_cents,
         origin.month < run.month
           and not exists (select from billing_run other
                           where other.month = run.month and other.state = 'issued' and other.id <> run.id)
  from billing_run run
  cross join carried_charge w
  join charge c on c.id = w.charge_id
  join billing_run origin on origin.id = w.run_id
  where run.id = p_run and w.invoice_id is null
$$;

-- As before, but for what waits and does not join. It counts in the payer's total, and what is given back is taken from it
-- first: it waits beside, where a credit note would give back what no bill has asked.
create or replace function due_documents(p_run uuid, p_month date, p_carry_over_below integer)
returns table (household_id uuid, guardian_id uuid, credit boolean, cents integer, kind text) language sql stable as $$
  select total.household_id, total.guardian_id, part.credit, part.cents,
         case when total.cents >= 0 and total.cents < coalesce(p_carry_over_below, 0) then null
              when part.credit and total.cents - total.charged >= 0 then null
              when part.credit then 'credit_note'
              when part.cents < coalesce(p_carry_over_below, 0) then null
              when exists (select from invoice i
                           where i.household_id = total.household_id and i.guardian_id = total.guardian_id
                             and i.month = p_month) then 'complement'
              else 'invoice' end
  from (select c.household_id, c.guardian_id, sum(c.amount_cents) as cents,
               coalesce(sum(c.amount_cents) filter (where c.joins and c.amount_cents > 0), 0)::integer as charged,
               coalesce(sum(c.amount_cents) filter (where c.joins and c.amount_cents < 0), 0)::integer as given
        from (select own.household_id, own.guardian_id, own.amount_cents, true as joins
              from charge own where own.run_id = p_run
              union all
              select w.household_id, w.guardian_id, w.amount_cents, w.joins from charges_waiting(p_run) w) c
        group by c.household_id, c.guardian_id) total
  cross join lateral (values (false, total.charged), (true, total.given)) as part (credit, cents)
  where part.cents <> 0
$$;

drop function charges_to_issue(uuid);

create or replace function payer_charges_to_issue(p_run uuid, p_household uuid, p_guardian uuid)
returns table (id uuid, run_id uuid, credit boolean, participant_name text, activity_name text, day date, source_key text)
language sql stable as $$
  select c.id, c.run_id, c.amount_cents < 0 or max(c.amount_cents) over () <= 0,
         c.participant_name, c.activity_name, c.day, c.source_key
  from (select * from charge
        where charge.run_id = p_run and charge.household_id = p_household and charge.guardian_id = p_guardian
        union all
        select own.* from charges_waiting(p_run) w join charge own on own.id = w.charge_id
        where w.household_id = p_household and w.guardian_id = p_guardian and w.joins) c
$$;
