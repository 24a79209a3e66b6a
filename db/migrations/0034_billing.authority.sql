-- owner: bookings

-- Published: what happened to a booking, for whoever must show it as evidence.
create view bookings_history_line as
  select id, booking_id, household_id, participant_id, at, act, by_label, by_agent, reason from booking_history;

-- Published: who holds a place on a day, and which adult of the household pays for it on that day.
create view bookings_paid_booking as
  select b.id as booking_id, b.participant_id, b.household_id, coalesce(p.guardian_id, e.payer_guardian_id) as guardian_id,
         s.activity_id, s.unit_id, s.date
  from slot s
  join booking b on b.slot_id = s.id and b.state = 'booked'
  join enrolment e on e.id = b.enrolment_id
  left join payer_period p
    on p.participant_id = b.participant_id and p.household_id = b.household_id and p.activity_id = s.activity_id
    and p.first_day <= s.date and (p.last_day is null or p.last_day >= s.date);

-- owner: billing

-- How the authority bills, from a day on.
create table billing_rule (
  valid_from              date primary key,
  invoice_series          text not null check (invoice_series ~ '^[A-Z]{1,4}$'),
  credit_series           text not null check (credit_series ~ '^[A-Z]{1,4}$'),
  due_days                smallint not null check (due_days between 0 and 365),
  -- Where claims are issued: what is less waits for the next run (15 €, CGCT D1611-1). Null: a régie cashes anything.
  carry_over_below_cents  integer check (carry_over_below_cents > 0),
  by_label                text not null,
  at                      timestamptz not null,
  check (invoice_series <> credit_series)
);

insert into billing_rule (valid_from, invoice_series, credit_series, due_days, by_label, at)
values ('2000-01-01', 'F', 'A', 30, 'Préau', '2000-01-01 00:00:00+00');

-- The billing of a month, from its draft to its issue. A month is billed by as many runs as its facts need.
create table billing_run (
  id                   uuid primary key,
  month                date not null check (extract(day from month) = 1),
  state                text not null check (state in ('drafting', 'draft', 'issued', 'abandoned')),
  account_id           uuid not null,
  by_label             text not null,
  started_at           timestamptz not null,
  -- The last payer whose charges are drafted: whoever goes on begins after it.
  cursor_household_id  uuid,
  cursor_guardian_id   uuid,
  payers_done          integer not null default 0,
  payers_expected      integer not null,
  drafted_at           timestamptz,
  -- Why the month is billed though nobody pointed some of its days, and who said so.
  unpointed_reason     text check (unpointed_reason <> ''),
  unpointed_by         text,
  unpointed_at         timestamptz,
  ended_at             timestamptz,
  ended_by             text,
  check ((cursor_household_id is null) = (cursor_guardian_id is null)),
  check ((unpointed_reason is null) = (unpointed_at is null)),
  check ((state in ('issued', 'abandoned')) = (ended_at is not null))
);

create unique index billing_run_open on billing_run (month) where state in ('drafting', 'draft');
create index billing_run_month on billing_run (month, started_at);

-- What is issued, or given up, stays as it is, whatever program tries.
create function refuse_ended_run() returns trigger language plpgsql as $$
begin
  if old.state in ('issued', 'abandoned') then
    raise exception 'the run of % is %: % refused', old.month, old.state, tg_op using errcode = 'insufficient_privilege';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;

create trigger ended_is_final before update or delete on billing_run
  for each row execute function refuse_ended_run();

-- One priced fact, or the correction of one. The names are those of the day: an invoice never changes.
create table charge (
  id                uuid primary key default gen_random_uuid(),
  run_id            uuid not null references billing_run (id),
  household_id      uuid not null,
  guardian_id       uuid not null,
  -- Null for what a whole household owes: a yearly file.
  participant_id    uuid,
  participant_name  text not null,
  activity_id       uuid,
  activity_name     text not null,
  unit_id           uuid,
  unit_name         text not null,
  day               date not null,
  -- Where it comes from: « booking:<id> ». What a month owes for a key is the sum of its charges.
  source_key        text not null check (source_key <> ''),
  kind              text not null check (kind in ('unit', 'absence', 'supplement', 'penalty', 'contract', 'fee')),
  amount_cents      integer not null,
  -- What the key costs once this charge is counted.
  owed_cents        integer not null,
  facts             jsonb not null,
  -- The invoice that had charged the key before.
  corrects          uuid,
  -- The order of the draft by batches and of the lines of a payer, too.
  unique (run_id, household_id, guardian_id, source_key)
);

create function refuse_issued_charge() returns trigger language plpgsql as $$
begin
  if exists (select from billing_run where id = old.run_id and state = 'issued') then
    raise exception 'charge % is issued: % refused', old.id, tg_op using errcode = 'insufficient_privilege';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;

create trigger issued_is_final before update or delete on charge
  for each row execute function refuse_issued_charge();

-- The last number given, by series and year: moved only under its row lock, in the transaction that issues.
create table invoice_counter (
  series       text not null check (series ~ '^[A-Z]{1,4}$'),
  year         smallint not null,
  last_number  integer not null default 0 check (last_number >= 0),
  primary key (series, year)
);

create table invoice (
  id            uuid primary key default gen_random_uuid(),
  run_id        uuid not null references billing_run (id),
  series        text not null,
  year          smallint not null,
  number        integer not null check (number > 0),
  kind          text not null check (kind in ('invoice', 'complement', 'credit_note')),
  household_id  uuid not null,
  guardian_id   uuid not null,
  month         date not null,
  issued_on     date not null,
  due_on        date not null,
  total_cents   integer not null,
  payer_name    text not null,
  address_line  text not null,
  postcode      text not null,
  commune       text not null,
  check ((kind = 'credit_note') = (total_cents < 0)),
  check (due_on >= issued_on),
  unique (series, year, number),
  unique (run_id, household_id, guardian_id)
);

create index invoice_payer on invoice (household_id, guardian_id, month);

alter table charge add foreign key (corrects) references invoice (id);
create index charge_corrects on charge (corrects) where corrects is not null;

create trigger append_only before update or delete on invoice
  for each row execute function refuse_change();

create table invoice_line (
  invoice_id  uuid not null references invoice (id),
  position    integer not null check (position > 0),
  charge_id   uuid not null unique references charge (id),
  primary key (invoice_id, position)
);

create trigger append_only before update or delete on invoice_line
  for each row execute function refuse_change();

-- Charges of issued runs that wait for a document: too little for a claim.
create table carried_charge (
  charge_id     uuid primary key references charge (id),
  household_id  uuid not null,
  guardian_id   uuid not null
);

create index carried_charge_payer on carried_charge (household_id, guardian_id);

-- The charges that an issue may put on a document: those of the run, and those that wait since an earlier one.
create function charges_to_issue(p_run uuid) returns setof charge language sql stable as $$
  select * from charge where run_id = p_run
  union all
  select c.* from carried_charge w join charge c on c.id = w.charge_id
$$;

-- The same, of one payer: looked up by index, whatever the server knows of tables that were empty a moment ago.
create function payer_charges_to_issue(p_run uuid, p_household uuid, p_guardian uuid) returns setof charge
language sql stable as $$
  select * from charge where run_id = p_run and household_id = p_household and guardian_id = p_guardian
  union all
  select c.* from carried_charge w join charge c on c.id = w.charge_id
  where w.household_id = p_household and w.guardian_id = p_guardian
$$;

-- Who is due a document, which, and of how much; for those whose total waits, the kind is null. A payer to whom nothing
-- is charged and nothing given back is not told. The rule: src/billing/run/write-documents.ts.
create function due_documents(p_run uuid, p_month date, p_carry_over_below integer)
returns table (household_id uuid, guardian_id uuid, cents integer, kind text) language sql stable as $$
  select total.household_id, total.guardian_id, total.cents,
         case when total.cents >= 0 and total.cents < coalesce(p_carry_over_below, 0) then null
              when total.cents < 0 then 'credit_note'
              when exists (select from invoice i
                           where i.household_id = total.household_id and i.guardian_id = total.guardian_id
                             and i.month = p_month) then 'complement'
              else 'invoice' end
  from (select c.household_id, c.guardian_id, sum(c.amount_cents)::integer as cents
        from charges_to_issue(p_run) c
        group by c.household_id, c.guardian_id
        having bool_or(c.amount_cents <> 0)) total
$$;

-- The account of each payer: its balance is the sum of its entries. What is owed counts up.
create table ledger_entry (
  id            bigint generated always as identity primary key,
  household_id  uuid not null,
  guardian_id   uuid not null,
  kind          text not null check (kind in ('invoice', 'complement', 'credit_note')),
  amount_cents  integer not null,
  day           date not null,
  invoice_id    uuid unique references invoice (id),
  at            timestamptz not null
);

create index ledger_entry_payer on ledger_entry (household_id, guardian_id, day, id);

create trigger append_only before update or delete on ledger_entry
  for each row execute function refuse_change();

-- What an agent should look at before the month is issued. A price that nobody can tell keeps the month from it,
-- until the fact is settled (then the draft is made again) or an agent leaves it out and says why.
create table billing_oddity (
  id              uuid primary key default gen_random_uuid(),
  run_id          uuid not null references billing_run (id),
  household_id    uuid not null,
  guardian_id     uuid not null,
  kind            text not null
                  check (kind in ('unpriced', 'no_charge', 'unattended', 'jump', 'no_qf', 'no_address')),
  source_key      text not null default '',
  facts           jsonb not null,
  left_out_by     text,
  left_out_at     timestamptz,
  left_out_why    text check (left_out_why <> ''),
  check ((left_out_at is null) = (left_out_why is null)),
  check (left_out_at is null or kind = 'unpriced'),
  unique (run_id, kind, household_id, guardian_id, source_key)
);

-- « Je conteste cette ligne », and the answer.
create table line_dispute (
  id            uuid primary key,
  charge_id     uuid not null references charge (id),
  invoice_id    uuid not null references invoice (id),
  account_id    uuid not null,
  -- The adult who disputes, to whom the answer is written.
  guardian_id   uuid not null,
  by_label      text not null,
  reason        text not null check (reason <> ''),
  at            timestamptz not null,
  -- Accepted: the fact is put right, and the next run of the month makes the credit note.
  outcome       text check (outcome in ('accepted', 'refused')),
  answer        text check (answer <> ''),
  answered_by   text,
  answered_at   timestamptz,
  check ((outcome is null) = (answer is null)),
  check ((answer is null) = (answered_at is null))
);

create unique index line_dispute_open on line_dispute (charge_id) where answered_at is null;
create index line_dispute_charge on line_dispute (charge_id, at);
create index line_dispute_invoice on line_dispute (invoice_id);
create index line_dispute_waiting on line_dispute (at) where answered_at is null;
