-- owner: bookings

-- Whether families may give a place back after its deadline, until the slot starts: its penalty is told before.
alter table place_rule add column late_cancellation boolean not null default false;

-- Who a cancellation after the deadline comes from, as it was said when it was made. A penalty is the family's lateness only.
create table late_cancellation (
  booking_id  uuid primary key references booking (id),
  cause       text not null check (cause in ('family', 'authority', 'leaving'))
);

create trigger append_only before update or delete on late_cancellation
  for each row execute function refuse_change();

-- A penalty that an agent does not ask, with the reason that the family reads.
create table penalty_waiver (
  booking_id  uuid primary key references late_cancellation (booking_id),
  reason      text not null check (reason <> ''),
  by_label    text not null,
  at          timestamptz not null
);

create trigger append_only before update or delete on penalty_waiver
  for each row execute function refuse_change();

-- Keeps who the cancellations of a form that came after their deadline come from, and why the penalty is not asked.
create function note_late_cancellations(
  p_key uuid, p_slots uuid[], p_participants uuid[], p_cause text, p_waived text, p_by text, p_now timestamptz
) returns void language sql as $$
  with late as (
    insert into late_cancellation (booking_id, cause)
    select distinct b.id, p_cause
    from unnest(p_slots, p_participants) as line (slot_id, participant_id)
    join slot s on s.id = line.slot_id and s.cancel_until < p_now
    join booking b on b.participant_id = line.participant_id and b.slot_id = s.id and b.state = 'cancelled'
      and b.cancelled_at = p_now
    where not class_lifts_deadline(b.participant_id, s.activity_id, s.date)
      and exists (select from booking_history h
                  where h.booking_id = b.id and h.act = 'cancelled' and h.submission_key = p_key)
    returning booking_id
  )
  insert into penalty_waiver (booking_id, reason, by_label, at)
  select booking_id, p_waived, p_by, p_now from late where p_cause = 'family' and p_waived is not null
$$;

-- Published: the places that families gave back after their deadline, who pays for them that day, and whether an agent asks
-- no penalty. Not those of a slot that closed since, nor what the absence of a class or of its teacher excuses; nor a place
-- that is held again. Given back twice, the first time.
create or replace view bookings_late_cancelled as
  select distinct on (b.participant_id, b.household_id, s.id)
         b.id as booking_id, b.participant_id, b.household_id,
         coalesce(p.guardian_id, e.payer_guardian_id) as guardian_id, s.activity_id, s.unit_id, s.date, s.id as slot_id,
         coalesce(b.from_minute, s.from_minute) as from_minute, coalesce(b.to_minute, s.to_minute) as to_minute,
         b.cancelled_at, s.cancel_until, w.reason as waived_because
  from slot s
  join booking b on b.slot_id = s.id and b.state = 'cancelled' and b.cancelled_at > s.cancel_until
  join late_cancellation c on c.booking_id = b.id and c.cause = 'family'
  left join penalty_waiver w on w.booking_id = b.id
  join enrolment e on e.id = b.enrolment_id
  left join payer_period p
    on p.participant_id = b.participant_id and p.household_id = b.household_id and p.activity_id = s.activity_id
    and p.first_day <= s.date and (p.last_day is null or p.last_day >= s.date)
  where s.state = 'open'
    and not exists (select from booking again
                    where again.slot_id = s.id and again.participant_id = b.participant_id
                      and again.state in ('held', 'booked'))
    and not class_lifts_deadline(b.participant_id, s.activity_id, s.date)
  order by b.participant_id, b.household_id, s.id, b.cancelled_at;

-- owner: attendance

-- What somebody took besides a place, as an agent noted it: a snack, a shuttle, an outing. A correction is a line with the
-- opposite quantity; the sum of the lines is what was taken.
create table supplement_note (
  form_key        uuid primary key,
  slot_id         uuid not null references slot (id),
  participant_id  uuid not null references participant (id),
  household_id    uuid not null references household (id),
  code            text not null,
  quantity        smallint not null check (quantity <> 0 and quantity between -20 and 20),
  by_label        text not null,
  at              timestamptz not null
);

create index supplement_note_place on supplement_note (slot_id, participant_id, code);
create index supplement_note_participant on supplement_note (participant_id);
create index supplement_note_household on supplement_note (household_id);

create trigger append_only before update or delete on supplement_note
  for each row execute function refuse_change();

-- Published: what somebody took in a slot, with the household on whose account he or she came.
create view attendance_supplement as
  select n.slot_id, n.participant_id, n.household_id, s.date, n.code, sum(n.quantity)::integer as quantity
  from supplement_note n
  join bookings_slot_card s on s.slot_id = n.slot_id
  group by n.slot_id, n.participant_id, n.household_id, s.date, n.code
  having sum(n.quantity) > 0;

-- owner: billing

-- Of one issue a payer has at most one document to pay and one credit note: the Treasury takes no line below zero among
-- others (PES V2: credits are a bordereau of their own).
alter table invoice drop constraint invoice_run_id_household_id_guardian_id_key;
create unique index invoice_of_run on invoice (run_id, household_id, guardian_id, (kind = 'credit_note'));

-- Who is due a document, which, and of how much; for those whose total waits, the kind is null. What is charged and what is
-- given back stand apart (`credit`). A payer of whom nothing is charged and nothing given back is not told. The rule:
-- src/billing/run/write-documents.ts.
drop function due_documents(uuid, date, integer);
create function due_documents(p_run uuid, p_month date, p_carry_over_below integer)
returns table (household_id uuid, guardian_id uuid, credit boolean, cents integer, kind text) language sql stable as $$
  select total.household_id, total.guardian_id, part.credit, part.cents,
         case when total.charged + total.given >= 0 and total.charged + total.given < coalesce(p_carry_over_below, 0)
                then null
              when part.credit then 'credit_note'
              when part.cents < coalesce(p_carry_over_below, 0) then null
              when exists (select from invoice i
                           where i.household_id = total.household_id and i.guardian_id = total.guardian_id
                             and i.month = p_month) then 'complement'
              else 'invoice' end
  from (select c.household_id, c.guardian_id,
               coalesce(sum(c.amount_cents) filter (where c.amount_cents > 0), 0)::integer as charged,
               coalesce(sum(c.amount_cents) filter (where c.amount_cents < 0), 0)::integer as given
        from charges_to_issue(p_run) c
        group by c.household_id, c.guardian_id) total
  cross join lateral (values (false, total.charged), (true, total.given)) as part (credit, cents)
  where part.cents <> 0
$$;

-- The charges that an issue may put on the documents of a payer, each with the document that it is for: what costs nothing
-- stands with what is charged, or else with what is given back.
drop function payer_charges_to_issue(uuid, uuid, uuid);
create function payer_charges_to_issue(p_run uuid, p_household uuid, p_guardian uuid)
returns table (id uuid, run_id uuid, credit boolean, participant_name text, activity_name text, day date, source_key text)
language sql stable as $$
  select c.id, c.run_id, c.amount_cents < 0 or max(c.amount_cents) over () <= 0,
         c.participant_name, c.activity_name, c.day, c.source_key
  from (select * from charge
        where charge.run_id = p_run and charge.household_id = p_household and charge.guardian_id = p_guardian
        union all
        select own.* from carried_charge w join charge own on own.id = w.charge_id
        where w.household_id = p_household and w.guardian_id = p_guardian) c
$$;

-- A line is of a charge and a document that exist, of one payer: looked at once for all the lines of a statement. Two keys
-- looked at line by line were half of the time of an issue. Neither charge nor document can go once it has a line: their
-- own triggers refuse it.
alter table invoice_line drop constraint invoice_line_charge_id_fkey, drop constraint invoice_line_invoice_id_fkey;

create function refuse_strange_lines() returns trigger language plpgsql as $$
begin
  if exists (
    select from added
    left join charge c on c.id = added.charge_id
    left join invoice i on i.id = added.invoice_id
    where c.id is null or i.id is null or c.household_id <> i.household_id or c.guardian_id <> i.guardian_id
  ) then
    raise exception 'a line is of no charge, of no document, or of another payer' using errcode = 'foreign_key_violation';
  end if;
  return null;
end
$$;

create trigger lines_of_a_payer after insert on invoice_line referencing new table as added
  for each statement execute function refuse_strange_lines();
