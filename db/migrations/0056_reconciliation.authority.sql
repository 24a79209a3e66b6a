-- owner: billing

-- Published: what the ledger holds of each payment, in cents as people say them.
create view billing_payment_entry as
  select source_id as payment_id, household_id, guardian_id, 0 - amount_cents as cents, day
  from ledger_entry where kind = 'payment' and source_id is not null;

-- owner: payments

-- A report of PayFiP that an agent handed in, as it came. Refused ones are kept too: why is told on their page.
create table payment_report (
  id             uuid primary key,
  file_name      text not null,
  sha256         bytea not null check (octet_length(sha256) = 32),
  bytes          bytea not null,
  state          text not null check (state in ('reading', 'compared', 'refused')),
  -- PayFiP's numcli: what EN-TETE says, else the number of the setting that holds.
  account        text check (account ~ '^[0-9]{6}$'),
  -- How far it is: lines read, of so many.
  lines_read     integer not null default 0,
  lines_expected integer not null,
  -- Why it was refused: lines and sentences, the first fifty.
  findings       jsonb not null default '[]',
  by_label       text not null,
  at             timestamptz not null,
  ended_at       timestamptz,
  check ((state = 'reading') = (ended_at is null)),
  check (state <> 'compared' or account is not null)
);

-- The same file is compared once.
create unique index payment_report_file on payment_report (sha256) where state <> 'refused';
create index payment_report_at on payment_report (at desc, id);

-- The days that a report speaks of. Handed in before the day was over, it may lack the day's last payments.
create table payment_report_day (
  report_id  uuid not null references payment_report (id),
  account    text not null,
  day        date not null,
  whole      boolean not null,
  primary key (report_id, day)
);

create index payment_report_day_of on payment_report_day (account, day) where whole;

-- A line of a report, and what it was found to be when it was compared. Its attempt is the one of its reference: a foreign
-- key would hold fifty thousand attempts while a large file is compared.
create table payment_report_line (
  report_id     uuid not null references payment_report (id),
  line          integer not null,
  -- Null together: the line cannot be read.
  day           date,
  refdet        text,
  amount_cents  integer check (amount_cents >= 0),
  outcome       text not null check (outcome in
                  ('agrees', 'unfinished', 'unknown', 'not_opened', 'differs', 'repeated', 'twice', 'elsewhere',
                   'unpaid', 'unreadable')),
  primary key (report_id, line),
  check ((day is null) = (outcome = 'unreadable')),
  check ((refdet is null) = (outcome = 'unreadable')),
  check ((amount_cents is null) = (outcome = 'unreadable'))
);

create index payment_report_line_refdet on payment_report_line (refdet);
create index payment_report_line_day on payment_report_line (day);

create trigger append_only before update or delete on payment_report_line
  for each row execute function refuse_change();

-- What does not agree between a report and what is known here: an agent looks, no account is touched before.
create table report_difference (
  id           uuid primary key default gen_random_uuid(),
  report_id    uuid not null references payment_report (id),
  -- Null for a payment that the report lacks.
  line         integer,
  kind         text not null check (kind in
                 ('unknown', 'not_opened', 'differs', 'twice', 'elsewhere', 'unreadable', 'contradicted', 'absent')),
  attempt_id   uuid references payment_attempt (id),
  refdet       text,
  day          date,
  here_cents   integer,
  there_cents  integer,
  -- Field by field, what is known here and what the report says.
  differences  jsonb not null default '[]',
  sentence     text,
  at           timestamptz not null,
  -- « found »: a later report held it.
  outcome      text check (outcome in ('recorded', 'set_aside', 'found')),
  why          text check (why <> ''),
  settled_by   text,
  settled_at   timestamptz,
  check ((kind = 'absent') = (line is null)),
  check ((outcome is null) = (why is null)),
  check ((outcome is null) = (settled_by is null)),
  check ((outcome is null) = (settled_at is null))
);

create unique index report_difference_line on report_difference (report_id, line) where line is not null;
-- A payment is said to be absent once.
create unique index report_difference_absent on report_difference (attempt_id) where kind = 'absent';
create index report_difference_report on report_difference (report_id, line);
create index report_difference_attempt on report_difference (attempt_id);
create index report_difference_waiting on report_difference (at, id) where settled_at is null;

create index payment_day on payment (day);

-- A payment by which an agent tries or activates the authority's number at PayFiP: it settles no invoice.
create table activation_payment (
  id           uuid primary key,
  setting_id   uuid not null references gateway_setting (id),
  refdet       text not null unique check (refdet ~ '^[0-9]{6,30}$'),
  amount_cents integer not null check (amount_cents > 0),
  state        text not null check (state in
                 ('opening', 'failed', 'open', 'refused', 'abandoned', 'gone', 'differing', 'paid')),
  means        text check (means in ('card', 'debit')),
  by_label     text not null,
  at           timestamptz not null,
  reference    text unique check (reference ~ '^[0-9a-f-]{36}$'),
  page_url     text,
  -- Why PayFiP opened nothing.
  why          text,
  -- What PayFiP answered last, as it came, and when.
  raw          text,
  answered_at  timestamptz,
  check ((reference is null) = (page_url is null)),
  check (state <> 'paid' or means is not null),
  check (why is null or state = 'failed')
);

create index activation_payment_setting on activation_payment (setting_id);
create index activation_payment_at on activation_payment (at desc, id);
