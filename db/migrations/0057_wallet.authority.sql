-- owner: billing

-- By what means a payment came; null for those that were posted before it was told. What is paid by CESU stands apart in
-- the tax certificate.
alter table ledger_entry
  add column means text check (means <> ''),
  add constraint ledger_entry_means_of_payment check (means is null or kind = 'payment');

-- Which services are care for the tax certificate, from a day of care on, and what a meal is worth in their prices: food
-- is no care. A service without a line is what usual_care says.
create table care_rule (
  activity_id  uuid not null,
  valid_from   date not null,
  counted      boolean not null,
  meal_cents   integer not null check (meal_cents >= 0),
  by_label     text not null,
  at           timestamptz not null,
  primary key (activity_id, valid_from)
);

-- Which services are care where nobody said: the rule is in src/billing/certificate/care-parts.ts.
create view usual_care as
  select activity_id, min(activity_name) as activity_name, min(site_name) as site_name, bool_or(with_meal) as with_meal,
         bool_or(audience <> 'adults' and booked_by <> 'season'
                 and (not with_meal or hour_step is not null or ends_at - starts_at > interval '3 hours')) as care
  from activities_unit_card
  group by activity_id;

-- A debt that the authority decided to give up: the act that decided it, and why.
create table write_off (
  id            uuid primary key,
  household_id  uuid not null,
  guardian_id   uuid not null,
  amount_cents  integer not null check (amount_cents > 0),
  decision      text not null check (decision <> ''),
  decided_on    date not null,
  reason        text not null check (reason <> ''),
  day           date not null,
  by_label      text not null,
  at            timestamptz not null,
  check (decided_on <= day)
);

create index write_off_payer on write_off (household_id, guardian_id, day);

create trigger append_only before update or delete on write_off
  for each row execute function refuse_change();

-- Whether families may pay in advance, from a day on, within which amounts, and below which balance they are told. What
-- is paid in advance is a credit of the account, and nothing else.
create table advance_rule (
  valid_from         date primary key,
  opened             boolean not null,
  least_cents        integer not null check (least_cents >= 100),
  most_cents         integer not null,
  -- The family's own choice lies between these; who has not chosen is told below the usual one.
  alert_least_cents  integer not null check (alert_least_cents >= 0),
  alert_cents        integer not null,
  alert_most_cents   integer not null,
  by_label           text not null,
  at                 timestamptz not null,
  check (least_cents <= most_cents),
  check (alert_least_cents <= alert_cents and alert_cents <= alert_most_cents)
);

-- Who pays in advance, and below which balance he or she is told; told once for each time that it falls.
create table balance_alert (
  household_id  uuid not null,
  guardian_id   uuid not null,
  below_cents   integer not null check (below_cents >= 0),
  by_label      text not null,
  at            timestamptz not null,
  told_at       timestamptz,
  primary key (household_id, guardian_id)
);

-- owner: payments

-- A family asks for what is in its favour: an agent gives it back, or says why not.
create table refund_request (
  id            uuid primary key,
  household_id  uuid not null,
  guardian_id   uuid not null,
  amount_cents  integer not null check (amount_cents > 0),
  account_id    uuid not null,
  by_label      text not null,
  email         text not null,
  at            timestamptz not null,
  outcome       text check (outcome in ('given_back', 'refused')),
  -- How it was given back, or why it was not: what the family reads.
  answer        text check (answer <> ''),
  given_cents   integer check (given_cents > 0),
  answered_by   text,
  answered_at   timestamptz,
  check ((outcome is null) = (answer is null)),
  check ((outcome is null) = (answered_by is null)),
  check ((outcome is null) = (answered_at is null)),
  check ((outcome is not distinct from 'given_back') = (given_cents is not null))
);

create unique index refund_request_open on refund_request (household_id, guardian_id) where answered_at is null;
create index refund_request_payer on refund_request (household_id, guardian_id, at);
create index refund_request_waiting on refund_request (at) where answered_at is null;
