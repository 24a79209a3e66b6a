-- owner: billing

-- The account of a payer also holds what is received, given back, given up, bounced, and handed over as a claim.
alter table ledger_entry
  -- What posts the entry, in its own folder's table: a payment, a refund… Posted once.
  add column source_id  uuid,
  -- The documents that a payment chooses to settle, in order; what is left settles the oldest.
  add column toward     uuid[] not null default '{}',
  -- The payment that did not hold: a debit that bounces weeks later.
  add column reverses   bigint references ledger_entry (id),
  drop constraint ledger_entry_kind_check;

alter table ledger_entry
  add constraint ledger_entry_kind_check
    check (kind in ('invoice', 'complement', 'credit_note', 'payment', 'refund', 'write_off', 'reversal', 'transfer')),
  add constraint ledger_entry_source_check
    check ((kind in ('invoice', 'complement', 'credit_note')) = (invoice_id is not null)
           and (invoice_id is null) = (source_id is not null)),
  add constraint ledger_entry_sign_check
    check (case when kind in ('payment', 'write_off', 'transfer') then amount_cents < 0
                when kind in ('refund', 'reversal') then amount_cents > 0
                else true end),
  add constraint ledger_entry_reverses_check check ((kind = 'reversal') = (reverses is not null)),
  add constraint ledger_entry_toward_check check (toward = '{}' or kind in ('payment', 'write_off', 'transfer'));

create unique index ledger_entry_source on ledger_entry (kind, source_id) where source_id is not null;
-- A payment bounces once.
create unique index ledger_entry_reverses on ledger_entry (reverses) where reverses is not null;

-- Published: the documents by which a payment is named and counted.
create view billing_invoice_card as
  select id as invoice_id, household_id, guardian_id, series, year, number, kind, month, due_on, total_cents, payer_name
  from invoice;

-- owner: payments

-- Through which service families pay on line, since when. The last one written holds; an attempt keeps its own.
create table gateway_setting (
  id             uuid primary key,
  -- Whether families may pay on line.
  opened         boolean not null,
  -- Where the program asks and the payer is sent: « https://www.payfip.gouv.fr », the simulator…
  origin         text not null check (origin ~ '^https?://[^/]+$'),
  -- The authority's number at the service: PayFiP's numcli.
  account        text not null check (account ~ '^[0-9]{6}$'),
  mode           text not null check (mode in ('test', 'activation', 'production')),
  -- Whether a family may pay a part of what it owes.
  part_allowed   boolean not null,
  by_label       text not null,
  at             timestamptz not null
);

create index gateway_setting_at on gateway_setting (at desc, id);

create trigger append_only before update or delete on gateway_setting
  for each row execute function refuse_change();

create sequence payment_attempt_number;

-- Somebody is sent to the service to pay: what was asked, and what became of it.
create table payment_attempt (
  id             uuid primary key,
  -- Of whom the account is.
  household_id   uuid not null,
  guardian_id    uuid not null,
  -- Who pays.
  account_id     uuid not null,
  by_label       text not null,
  email          text not null check (email ~ '@'),
  setting_id     uuid not null references gateway_setting (id),
  refdet         text not null unique check (refdet ~ '^[0-9]{6,30}$'),
  amount_cents   integer not null check (amount_cents > 0),
  year           smallint not null,
  state          text not null check (state in
                   ('opening', 'failed', 'open', 'expired', 'refused', 'abandoned', 'gone', 'differing', 'paid')),
  at             timestamptz not null,
  -- The service's own name for it, and where the browser is sent.
  reference      text unique check (reference ~ '^[0-9a-f-]{36}$'),
  page_url       text,
  -- When somebody last asked what became of it: forms, notifications and returns are not asked on twice in a moment.
  asked_at       timestamptz,
  -- When the service is asked next; null once its answer is final.
  next_look_up   timestamptz,
  -- Seven days without an answer: an agent is told.
  alerted_at     timestamptz,
  check ((reference is null) = (page_url is null)),
  check (reference is not null or state in ('opening', 'failed'))
);

create index payment_attempt_setting on payment_attempt (setting_id);
create index payment_attempt_payer on payment_attempt (household_id, guardian_id, at);
create index payment_attempt_due on payment_attempt (next_look_up) where next_look_up is not null;
create index payment_attempt_alerted on payment_attempt (alerted_at) where alerted_at is not null;

-- What an attempt pays. While it lives, nobody opens another for the same document.
create table attempt_debt (
  attempt_id    uuid not null references payment_attempt (id),
  position      smallint not null,
  invoice_id    uuid not null,
  amount_cents  integer not null check (amount_cents > 0),
  live          boolean not null,
  primary key (attempt_id, position)
);

create unique index attempt_debt_live on attempt_debt (invoice_id) where live;
create index attempt_debt_invoice on attempt_debt (invoice_id);

-- Every answer of the service, as it came.
create table look_up_entry (
  id          bigint generated always as identity primary key,
  attempt_id  uuid not null references payment_attempt (id),
  cause       text not null check (cause in ('notification', 'return', 'poll', 'family', 'agent')),
  answer      jsonb not null,
  raw         text,
  at          timestamptz not null
);

create index look_up_entry_attempt on look_up_entry (attempt_id, id);

create trigger append_only before update or delete on look_up_entry
  for each row execute function refuse_change();

-- Money received, whatever the means. It is never changed: what is put right is a row more elsewhere.
create table payment (
  id             uuid primary key,
  household_id   uuid not null,
  guardian_id    uuid not null,
  means          text not null check (means in ('card', 'debit')),
  amount_cents   integer not null check (amount_cents > 0),
  day            date not null,
  -- When the service says that it was paid, on the clocks of Paris, as it came; null where it does not say.
  paid_at        text,
  attempt_id     uuid not null unique references payment_attempt (id),
  authorisation  text,
  at             timestamptz not null
);

create index payment_payer on payment (household_id, guardian_id, day);

create trigger append_only before update or delete on payment
  for each row execute function refuse_change();

-- Money given back to a payer in whose favour the account is.
create table refund (
  id            uuid primary key,
  payment_id    uuid not null references payment (id),
  amount_cents  integer not null check (amount_cents > 0),
  means         text not null check (means in ('transfer', 'cash', 'cheque', 'card')),
  day           date not null,
  reason        text not null check (reason <> ''),
  by_label      text not null,
  at            timestamptz not null
);

create index refund_payment on refund (payment_id);

create trigger append_only before update or delete on refund
  for each row execute function refuse_change();

-- A payment that did not hold: a debit is refused by the bank weeks later.
create table payment_reversal (
  id          uuid primary key,
  payment_id  uuid not null unique references payment (id),
  day         date not null,
  reason      text not null check (reason <> ''),
  by_label    text not null,
  at          timestamptz not null
);

create trigger append_only before update or delete on payment_reversal
  for each row execute function refuse_change();

-- The service's answer is not what was asked: an agent looks, no account is touched before.
create table payment_anomaly (
  id            uuid primary key default gen_random_uuid(),
  attempt_id    uuid not null unique references payment_attempt (id),
  -- What was asked and what came, field by field.
  differences   jsonb not null,
  -- What the service says: to be recorded as it is where an agent says so.
  answer        jsonb not null,
  at            timestamptz not null,
  outcome       text check (outcome in ('recorded', 'set_aside')),
  why           text check (why <> ''),
  settled_by    text,
  settled_at    timestamptz,
  check ((outcome is null) = (why is null)),
  check ((outcome is null) = (settled_by is null)),
  check ((outcome is null) = (settled_at is null))
);

create index payment_anomaly_waiting on payment_anomaly (at) where settled_at is null;
