-- owner: access

-- Published: the accounts of agents that may sign in, to name them: whatever their roles.
create view access_agent_card as
  select account_id, display_name, email
  from identity_open_account account
  where exists (select from agent_role held where held.account_id = account.account_id);

-- owner: billing

-- So much at most of each document that a payment chooses, in the order of `toward`; empty: as much as is owed. A CESU
-- pays the care of an invoice and not its meals.
alter table ledger_entry
  add column toward_cents integer[] not null default '{}',
  add constraint ledger_entry_toward_cents_check
    check (toward_cents = '{}' or cardinality(toward_cents) = cardinality(toward));

-- Published: the lines of what was issued, by which a means of payment knows what it may pay.
create view billing_invoice_line_card as
  select i.id as invoice_id, i.household_id, i.guardian_id, i.kind as document_kind, l.position, c.participant_id,
         c.activity_id, c.activity_name, c.day, c.kind, c.amount_cents, c.corrects
  from invoice i
  join invoice_line l on l.invoice_id = i.id
  join charge c on c.id = l.charge_id;

-- Published: what each payer owes, for lists of payers; where one account decides, `balanceOn` is asked under its lock.
create view billing_balance_card as
  select household_id, guardian_id, sum(amount_cents)::integer as balance_cents
  from ledger_entry
  group by household_id, guardian_id;

-- owner: payments

-- A desk where an agent takes money for the authority. What it may do holds from a day on: regie_setting. Its row is held
-- by whatever moves in it.
create table regie (
  id         uuid primary key,
  by_label   text not null,
  at         timestamptz not null
);

-- What the act of a régie says, from a day on; the last one written for a day holds.
create table regie_setting (
  id                     uuid primary key,
  regie_id               uuid not null references regie (id),
  valid_from             date not null,
  name                   text not null check (name <> ''),
  opened_on              date not null,
  -- The sites of which it takes money; empty: every site.
  site_ids               uuid[] not null,
  means                  text[] not null check (means <@ array['cash', 'cheque', 'desk_card', 'cesu', 'ancv', 'transfer']),
  -- Who holds the money, who replaces, who only takes it: accounts.
  regisseur_id           uuid not null,
  deputy_ids             uuid[] not null,
  taker_ids              uuid[] not null,
  cash_ceiling_cents     integer not null check (cash_ceiling_cents > 0),
  cheque_deposit_days    smallint not null check (cheque_deposit_days between 1 and 90),
  -- Activities that CESU and ANCV may pay; the young ones for children below an age, on the day of the line.
  cesu_activity_ids      uuid[] not null,
  cesu_young_activity_ids uuid[] not null,
  cesu_young_age         smallint not null check (cesu_young_age between 1 and 17),
  ancv_activity_ids      uuid[] not null,
  by_label               text not null,
  at                     timestamptz not null
);

create index regie_setting_from on regie_setting (regie_id, valid_from desc, at desc);

create trigger append_only before update or delete on regie_setting
  for each row execute function refuse_change();

-- Money received, whatever the means: also at a desk.
alter table payment
  drop constraint payment_means_check,
  alter column attempt_id drop not null;

alter table payment
  add constraint payment_means_check
    check (means in ('card', 'debit', 'cash', 'cheque', 'desk_card', 'cesu', 'ancv', 'transfer')),
  add constraint payment_attempt_check check ((attempt_id is not null) = (means in ('card', 'debit')));

-- The last number given, by what is numbered, régie and year: moved only under its row lock, in the transaction that
-- writes what bears it.
create table regie_counter (
  regie_id     uuid not null references regie (id),
  kind         text not null check (kind in ('receipt', 'deposit')),
  year         smallint not null,
  last_number  integer not null default 0 check (last_number >= 0),
  primary key (regie_id, kind, year)
);

-- The numbered receipt of a payment taken at a desk (« quittance »).
create table desk_receipt (
  payment_id      uuid primary key references payment (id),
  regie_id        uuid not null references regie (id),
  -- Under which act of the régie it was taken.
  setting_id      uuid not null references regie_setting (id),
  year            smallint not null,
  number          integer not null check (number > 0),
  payer_name      text not null,
  -- Cash: what was handed over, the change included.
  handed_cents    integer check (handed_cents > 0),
  -- Cheque: who signed it, on which bank, which number. TPE, transfer, titles: what names them.
  drawer          text,
  bank            text,
  reference       text,
  -- What it settles of each document, as it was printed: [{"invoice", "cents"}]; the rest is a credit.
  settles         jsonb not null,
  account_id      uuid not null,
  by_label        text not null,
  at              timestamptz not null,
  unique (regie_id, year, number)
);

create index desk_receipt_setting on desk_receipt (setting_id);
create index desk_receipt_at on desk_receipt (regie_id, at desc);

create trigger append_only before update or delete on desk_receipt
  for each row execute function refuse_change();

-- The journal of a régie: what came in and went out, by day and means. What it holds is the sum of `held_cents`: money
-- that goes straight to the bank (card, transfer) is told and never held.
create table desk_entry (
  id            bigint generated always as identity primary key,
  regie_id      uuid not null references regie (id),
  day           date not null,
  means         text not null check (means in ('cash', 'cheque', 'desk_card', 'cesu', 'ancv', 'transfer')),
  kind          text not null check (kind in ('receipt', 'correction', 'refund', 'deposit', 'difference')),
  amount_cents  integer not null check (amount_cents <> 0),
  held_cents    integer not null,
  -- The payment, the reversal, the refund, the deposit or the closing that posts it: once.
  source_id     uuid not null,
  payment_id    uuid references payment (id),
  account_id    uuid not null,
  by_label      text not null,
  at            timestamptz not null,
  check (held_cents = 0 or held_cents = amount_cents),
  check (held_cents = 0 or means in ('cash', 'cheque', 'cesu', 'ancv')),
  check (case kind when 'receipt' then amount_cents > 0
                   when 'difference' then means = 'cash'
                   else amount_cents < 0 end),
  check ((payment_id is null) = (kind in ('deposit', 'difference'))),
  unique (kind, source_id)
);

create index desk_entry_day on desk_entry (regie_id, day, id);
create index desk_entry_payment on desk_entry (payment_id) where payment_id is not null;

create trigger append_only before update or delete on desk_entry
  for each row execute function refuse_change();

-- What leaves a régie for the Treasury, with its slip (« bordereau »).
create table desk_deposit (
  id               uuid primary key,
  regie_id         uuid not null references regie (id),
  year             smallint not null,
  number           integer not null check (number > 0),
  day              date not null,
  means            text not null check (means in ('cash', 'cheque', 'cesu', 'ancv')),
  amount_cents     integer not null check (amount_cents > 0),
  -- Cash: what was meant to leave, and the notes and coins that were counted: {"5000": 2}; why both differ.
  announced_cents  integer,
  counted          jsonb,
  explanation      text check (explanation <> ''),
  account_id       uuid not null,
  by_label         text not null,
  at               timestamptz not null,
  check ((means = 'cash') = (announced_cents is not null)),
  check ((means = 'cash') = (counted is not null)),
  check (announced_cents is null or announced_cents = amount_cents or explanation is not null),
  unique (regie_id, year, number)
);

create index desk_deposit_day on desk_deposit (regie_id, day);

create trigger append_only before update or delete on desk_deposit
  for each row execute function refuse_change();

-- The cheques and titles of a slip; each leaves once.
create table desk_deposit_item (
  payment_id  uuid primary key references payment (id),
  deposit_id  uuid not null references desk_deposit (id),
  position    smallint not null
);

create index desk_deposit_item_deposit on desk_deposit_item (deposit_id, position);

create trigger append_only before update or delete on desk_deposit_item
  for each row execute function refuse_change();

-- A day that is closed, and all before it: nothing of them changes any more.
create table desk_closing (
  id           uuid primary key,
  regie_id     uuid not null references regie (id),
  day          date not null,
  -- By means: [{"means", "expected", "counted"}].
  counts       jsonb not null,
  explanation  text check (explanation <> ''),
  account_id   uuid not null,
  by_label     text not null,
  at           timestamptz not null,
  unique (regie_id, day)
);

create trigger append_only before update or delete on desk_closing
  for each row execute function refuse_change();
