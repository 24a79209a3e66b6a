-- owner: identity

-- Published: the accounts that may sign in, for a letter to an agent.
create view identity_open_account as
  select id as account_id, display_name, email from account where disabled_at is null;

-- owner: billing

-- Published: the months of which something was issued.
create view billing_issued_month as
  select distinct month from billing_run where state = 'issued';

-- Published: what was issued of each month, charge by charge.
create view billing_issued_charge as
  select r.month, c.household_id, c.guardian_id, c.participant_id, c.activity_id, c.unit_id, c.day, c.kind,
         c.amount_cents
  from billing_run r
  join charge c on c.run_id = r.id
  where r.state = 'issued';

-- owner: watchdog

-- What is watched, from a day on, and how soon it is told; null: that watch is off.
create table watch_rule (
  valid_from            date primary key,
  -- A day is late once so many days have passed since it.
  unpointed_after_days  smallint check (unpointed_after_days between 0 and 60),
  unbilled              boolean not null,
  -- A month is late from this day of the next one.
  unissued_from_day     smallint check (unissued_from_day between 1 and 28),
  -- A payer's total moved by both, at least.
  jump_percent          smallint check (jump_percent between 1 and 999),
  jump_cents            integer check (jump_cents between 0 and 1000000),
  quotient_days         smallint check (quotient_days between 0 and 180),
  by_label              text not null,
  at                    timestamptz not null,
  check ((jump_percent is null) = (jump_cents is null))
);

insert into watch_rule (valid_from, unpointed_after_days, unbilled, unissued_from_day, jump_percent, jump_cents,
                        quotient_days, by_label, at)
values ('2000-01-01', 3, true, 10, 100, 5000, 30, 'Préau', '2000-01-01T00:00:00Z');

-- What a morning found: seen first then, last then, and gone since then. What comes back is a row more.
create table alarm (
  id          bigint generated always as identity primary key,
  watch       text not null check (watch in ('unpointed', 'unbilled', 'unissued', 'jump', 'quotient')),
  -- What it is about, once among those that are there: « <site>/2026-11-23 ».
  subject     text not null check (subject <> ''),
  -- What is told on one line, and put to sleep together: « <site> ».
  topic       text not null check (topic <> ''),
  -- Whose agents are told; null: those of every site.
  site_id     uuid references site (id),
  count       integer not null check (count > 0),
  facts       jsonb not null,
  first_seen  timestamptz not null,
  last_seen   timestamptz not null check (last_seen >= first_seen),
  gone_at     timestamptz,
  -- The morning whose letters told it.
  told_at     timestamptz
);

create unique index alarm_live on alarm (watch, subject) where gone_at is null;
create index alarm_site on alarm (site_id);

-- Until when a topic is not told, and why; each change is in the journal.
create table alarm_sleep (
  watch     text not null,
  topic     text not null,
  -- The last day of it.
  until     date not null,
  reason    text not null check (reason <> ''),
  by_label  text not null,
  at        timestamptz not null,
  primary key (watch, topic)
);

-- When somebody last looked: an empty list says nothing if nobody did.
create table watch_look (
  only_row  boolean primary key default true check (only_row),
  at        timestamptz not null
);

-- The agents who want a letter each morning on which something is new.
create table watch_letter_choice (
  account_id  uuid primary key references account (id),
  at          timestamptz not null
);

-- owner: families

-- Published: how a participant is called, whatever households he or she is or was of.
create view families_participant_name as
  select id as participant_id, first_name, case when usage_name = '' then last_name else usage_name end as last_name,
         birth_date
  from participant;

-- owner: attendance

-- The months that were billed, told by billing: what is noted of them afterwards is given back or asked for by the next
-- run of the month.
create table attendance_billed_month (
  month  date primary key check (extract(day from month) = 1),
  at     timestamptz not null
);

insert into attendance_billed_month (month, at)
select month, max(ended_at) from billing_run where state = 'issued' group by month;

-- Which days somebody was absent, of those a proof is for.
create index attendance_absent on attendance (participant_id) where state = 'absent';

-- Writes a proof on every absence of somebody from a day to a day, at these sites (null: everywhere), with its reason
-- and the day it was received. Waits for the forms of these days. Sent again, it changes nothing. Returns how many
-- absences were changed.
create function prove_absences(
  p_key uuid, p_account uuid, p_by text, p_now timestamptz, p_sites uuid[], p_participant uuid, p_first date, p_last date,
  p_reason text, p_received date
) returns integer language plpgsql as $$
declare
  changed integer;
begin
  perform pg_advisory_xact_lock(hashtextextended('attendance ' || day.site_id || day.date, 0))
  from (select distinct u.site_id, s.date
        from attendance a
        join bookings_slot_card s on s.slot_id = a.slot_id and s.date between p_first and p_last
        join activities_unit_card u on u.unit_id = s.unit_id and (p_sites is null or u.site_id = any (p_sites))
        where a.participant_id = p_participant and a.state = 'absent'
        order by u.site_id, s.date) day;

  with remembered as (
    insert into attendance_history (at, slot_id, participant_id, household_id, state, reason, proof_on, account_id,
                                    by_label, form_key)
    select p_now, a.slot_id, a.participant_id, a.household_id, 'absent', p_reason, p_received, p_account, p_by, p_key
    from attendance a
    join bookings_slot_card s on s.slot_id = a.slot_id and s.date between p_first and p_last
    join activities_unit_card u on u.unit_id = s.unit_id and (p_sites is null or u.site_id = any (p_sites))
    where a.participant_id = p_participant and a.state = 'absent'
      and (a.reason, a.proof_on) is distinct from (p_reason, p_received)
    order by s.date, a.slot_id
    returning *
  )
  update attendance a
  set reason = r.reason, proof_on = r.proof_on, version = r.id, by_label = r.by_label, at = r.at
  from remembered r
  where a.slot_id = r.slot_id and a.participant_id = r.participant_id;
  get diagnostics changed = row_count;
  return changed;
end
$$;
