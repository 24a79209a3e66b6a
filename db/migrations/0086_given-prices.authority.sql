-- owner: billing

-- The price that an agent gives to what the tariff has none for, with the reason that the family reads. It answers one
-- question: this source, for this cause; of several the last one holds. One form may answer many.
create table given_price (
  id            bigint generated always as identity primary key,
  form_id       uuid not null,
  household_id  uuid not null,
  source_key    text not null check (source_key <> ''),
  hole          jsonb not null,
  amount_cents  integer not null check (amount_cents >= 0),
  reason        text not null check (reason <> ''),
  by_label      text not null,
  at            timestamptz not null,
  unique (form_id, household_id, source_key)
);

create index given_price_source on given_price (household_id, source_key, id);

create trigger append_only before update or delete on given_price
  for each row execute function refuse_change();
create trigger note_fact_change after insert or update or delete on given_price
  for each statement execute function note_fact_change();

-- What an agent gave is read again before each issue.
alter table billing_oddity drop constraint billing_oddity_kind_check;
alter table billing_oddity add constraint billing_oddity_kind_check
  check (kind in ('unpriced', 'given', 'no_charge', 'unattended', 'jump', 'no_qf', 'no_address', 'disputed', 'left_out'));
