-- Once per authority: what every capability stands on.

-- owner: platform

-- Guards the three append-only records (history, journal, ledger) against the program itself:
-- a correction is a new row. Dropping a whole month of the journal is DDL and passes.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end
$$;

-- The journal: who read or did what, when, for whom, from where. Partitioned by month so that
-- retention drops whole months; the default partition means that no act is ever lost for want of one.
create table journal_entry (
  id            bigint generated always as identity,
  at            timestamptz not null,
  account_id    uuid,
  by_label      text not null,
  act           text not null,
  object_kind   text,
  object_id     uuid,
  household_id  uuid,
  reason        text,
  facts         jsonb not null default '{}',
  address       text,
  primary key (at, id)
) partition by range (at);

create table journal_entry_default partition of journal_entry default;

create index journal_entry_account on journal_entry (account_id, at);
create index journal_entry_household on journal_entry (household_id, at);

create trigger append_only before update or delete on journal_entry
  for each row execute function refuse_change();

-- Published: announces an event from inside a statement that families wait for. As graphile_worker.add_job, but
-- without its NOTIFY, under which one commit at a time reaches the disk (docs/decisions, 2026-11-23: 16 clients
-- booked four times less). The worker finds the event when it next looks, within two seconds.
create function platform_announce(p_authority uuid, p_type text, p_facts json) returns void language plpgsql as $$
declare
  event json := json_build_object('authority', p_authority, 'type', p_type, 'facts', p_facts);
begin
  insert into graphile_worker._private_jobs (task_id, payload)
  select id, event from graphile_worker._private_tasks where identifier = 'event';
  if not found then
    perform graphile_worker.add_job('event', event);
  end if;
end
$$;
