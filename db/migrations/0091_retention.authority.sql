-- owner: platform

-- Drops the months of the journal that ended before a day, and what of the default partition is older: how many lines
-- went. It runs as the owner, since the program may create, change and drop no table; it keeps six months whatever it is
-- asked, so that no error of the program can take away what somebody did last week.
create function platform_forget_journal(p_before date) returns bigint
  language plpgsql security definer as $$
declare
  -- Its own schema, whoever calls it.
  home constant text := current_schema();
  month record;
  gone bigint := 0;
  lines bigint;
begin
  if p_before > (now() at time zone 'UTC')::date - interval '6 months' then
    raise exception 'The journal keeps six months at least: % is refused', p_before;
  end if;
  perform pg_advisory_xact_lock(hashtext('preau.journal'));
  for month in
    select c.relname as name
    from pg_inherits i
    join pg_class c on c.oid = i.inhrelid
    where i.inhparent = format('%I.journal_entry', home)::regclass and c.relname ~ '^journal_entry_\d{4}_\d{2}$'
      and (to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month')::date <= p_before
    order by 1
  loop
    execute format('select count(*) from %I.%I', home, month.name) into lines;
    execute format('drop table %I.%I', home, month.name);
    gone := gone + lines;
  end loop;
  -- What was written before its month was made lies in the default partition.
  execute format('select count(*) from %I.journal_entry_default where at < $1', home)
    into lines using date_trunc('month', p_before::timestamp) at time zone 'UTC';
  if lines > 0 then
    execute format('alter table %I.journal_entry_default disable trigger append_only', home);
    execute format('delete from %I.journal_entry_default where at < $1', home) using date_trunc('month', p_before::timestamp) at time zone 'UTC';
    execute format('alter table %I.journal_entry_default enable trigger append_only', home);
    gone := gone + lines;
  end if;
  return gone;
end
$$;
revoke execute on function platform_forget_journal(date) from public;
do $$
begin
  execute format('alter function platform_forget_journal(date) set search_path = %I, pg_temp', current_schema());
end
$$;

-- owner: messaging

create index outbox_message_settled on outbox_message (settled_at) where settled_at is not null;

-- owner: documents

-- What of a kind is old enough to go: by the day on which it was sent or ended.
create index document_version_sent on document_version (sent_at);
create index document_version_superseded on document_version (superseded_at) where superseded_at is not null;

-- owner: families

-- Whether what told who they were was erased; their rows stay, for the accounts that name them by id.
alter table household add column forgotten boolean not null default false;

create index health_record_updated on health_record (updated_at);
create index authorised_person_ended on authorised_person (ended_at) where ended_at is not null;
create index authorised_person_over on authorised_person (last_day) where last_day is not null;

-- Published: since when each household is known, those that were erased left out.
create view families_known_since as
  select id as household_id, label, created_at from household where not forgotten;

-- owner: billing

-- Published: what each household owes or is owed, in cents, and the last day on which its accounts moved.
create view billing_household_account as
  select household_id, sum(amount_cents)::bigint as balance_cents, max(day) as last_day
  from ledger_entry group by household_id;

-- owner: requests

-- Whether what was said in it was erased: its number, its kind, its dates and its outcome stay.
alter table request add column forgotten boolean not null default false;

create index request_to_forget on request (moved_at)
  where not forgotten and state in ('accepted', 'refused', 'withdrawn', 'expired');

-- What was said and by whom may only be erased: the line, its act and its date stay.
create function refuse_all_but_silence() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.said = '' and new.by_label in (old.by_label, '')
     and to_jsonb(new) - array['said', 'by_label'] = to_jsonb(old) - array['said', 'by_label'] then
    return new;
  end if;
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end
$$;
drop trigger append_only on request_history;
create trigger forgotten_only before update or delete on request_history
  for each row execute function refuse_all_but_silence();

-- Published: when each household last asked for something, or was answered.
create view requests_last_moved as
  select household_id, max(moved_at) as moved_at from request group by household_id;

-- owner: privacy

-- How long each thing is kept, in months, from a day on; null while the authority has not chosen: nothing of it is erased.
create table retention_rule (
  valid_from        date primary key,
  health_months     smallint check (health_months between 0 and 12),
  persons_months    smallint check (persons_months between 0 and 24),
  documents_months  smallint check (documents_months between 1 and 60),
  requests_months   smallint check (requests_months between 6 and 60),
  messages_months   smallint check (messages_months between 1 and 36),
  files_months      smallint check (files_months between 12 and 120),
  journal_months    smallint check (journal_months between 6 and 36),
  -- How many days the copy of one's data may be fetched.
  export_days       smallint not null check (export_days between 1 and 30),
  by_label          text not null,
  at                timestamptz not null
);

-- One night of erasing, and what became of each kind of thing: its line is counted in the transactions that erase, so that
-- a night that was cut short says what it had done.
create table retention_run (
  day         date primary key,
  started_at  timestamptz not null,
  ended_at    timestamptz
);

create table retention_line (
  day       date not null references retention_run (day),
  kind      text not null check (kind in ('health-records', 'health-documents', 'persons', 'documents', 'requests',
                                          'messages', 'files', 'journal')),
  -- What was older than this day.
  before    date not null,
  erased    bigint not null default 0 check (erased >= 0),
  ended_at  timestamptz,
  primary key (day, kind)
);
