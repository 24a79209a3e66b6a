-- owner: platform

-- Moves whenever a fact is written that a price may hang on: who asks twice, and reads the same number, knows that no
-- price has moved in between. A sequence, so that nobody waits for anybody; a write that is undone moves it too, which
-- costs whoever asks one comparison for nothing.
create sequence fact_change;

-- Named with its schema: a backup that is restored writes without a search path.
create function note_fact_change() returns trigger language plpgsql as $$
begin
  perform nextval(format('%I.fact_change', tg_table_schema)::regclass);
  return null;
end
$$;

-- Published: where it stands; null while somebody is writing, whose fact may be counted here and not be seen yet. Asked
-- before facts are read: what is written afterwards has a higher number. Whoever writes holds the lock of its own
-- transaction until all see what it wrote.
create function platform_facts_mark() returns bigint language plpgsql volatile as $$
declare
  mark bigint := coalesce(pg_sequence_last_value('fact_change'::regclass), 0);
begin
  if exists (
    select from pg_locks
    where locktype = 'transactionid' and mode = 'ExclusiveLock' and granted and pid <> pg_backend_pid()
  ) then
    return null;
  end if;
  return mark;
end
$$;

-- owner: activities

-- The offer and the calendar have their stamp, which every change of them writes anew.
create trigger note_fact_change after insert on offer_stamp
  for each statement execute function note_fact_change();

-- owner: families

create trigger note_fact_change after insert or update or delete on participant
  for each statement execute function note_fact_change();
create trigger note_fact_change after insert or update or delete on household_participant
  for each statement execute function note_fact_change();
create trigger note_fact_change after insert or update or delete on household
  for each statement execute function note_fact_change();
create trigger note_fact_change after insert or update or delete on health_record
  for each statement execute function note_fact_change();
create trigger note_fact_change after insert or update or delete on schooling
  for each statement execute function note_fact_change();
create trigger note_fact_change after insert or update or delete on territory_commune
  for each statement execute function note_fact_change();

-- owner: pricing

-- Tariffs, limits of the national scale and costs of outings have their stamp.
create trigger note_fact_change after insert on tariff_stamp
  for each statement execute function note_fact_change();
create trigger note_fact_change after insert or update or delete on qf_entry
  for each statement execute function note_fact_change();
create trigger note_fact_change after insert or update or delete on qf_verdict_entry
  for each statement execute function note_fact_change();
create trigger note_fact_change after insert or update or delete on qf_setting
  for each statement execute function note_fact_change();

-- owner: bookings

create trigger note_fact_change after insert or update or delete on enrolment
  for each statement execute function note_fact_change();
create trigger note_fact_change after insert or update or delete on payer_period
  for each statement execute function note_fact_change();
create trigger note_fact_change after insert or update or delete on agreed_term
  for each statement execute function note_fact_change();
create trigger note_fact_change after insert or update or delete on care_contract
  for each statement execute function note_fact_change();
create trigger note_fact_change after insert or update or delete on booking
  for each statement execute function note_fact_change();
create trigger note_fact_change after insert or update or delete on late_cancellation
  for each statement execute function note_fact_change();
create trigger note_fact_change after insert or update or delete on penalty_waiver
  for each statement execute function note_fact_change();
create trigger note_fact_change after insert or update or delete on absence_notice
  for each statement execute function note_fact_change();
create trigger note_fact_change after insert or update or delete on slot_move
  for each statement execute function note_fact_change();

-- owner: attendance

create trigger note_fact_change after insert or update or delete on attendance
  for each statement execute function note_fact_change();
create trigger note_fact_change after insert or update or delete on attendance_rounding
  for each statement execute function note_fact_change();
create trigger note_fact_change after insert or update or delete on supplement_note
  for each statement execute function note_fact_change();

-- owner: billing

-- Where the facts stood when the draft was begun; null where that cannot be told, as for a draft of an older release.
alter table billing_run add column facts_mark bigint;

-- A dispute that was accepted, and that nothing has put right since, is something to look at.
alter table billing_oddity drop constraint billing_oddity_kind_check;
alter table billing_oddity add constraint billing_oddity_kind_check
  check (kind in ('unpriced', 'no_charge', 'unattended', 'jump', 'no_qf', 'no_address', 'disputed'));

create index line_dispute_accepted on line_dispute (charge_id) where outcome = 'accepted';
