-- owner: bookings

-- The last day that was signed, once a contract was ended before it or changed: its months were shared out until then,
-- and what was billed is made up for in the last one. Null: it runs to its day; or it ended before this was kept.
alter table care_contract add column agreed_last_day date check (agreed_last_day >= last_day);

create or replace view bookings_care_contract as
  select c.id as contract_id, e.participant_id, e.household_id, e.activity_id, e.season_id, c.unit_id, c.first_day,
         c.last_day, c.week, c.adapting_until, c.adapting_week,
         coalesce(c.agreed_last_day, c.last_day) as agreed_last_day
  from care_contract c
  join enrolment e on e.id = c.enrolment_id
  where c.last_day >= c.first_day;

-- What an agent agreed with a family for an enrolment, from a day on, where a price hangs on it: that the child brings
-- its own meal under a PAI, a category that the authority's tariff names. The line of the last day that has come holds,
-- and of one day the last word. No line: no category; and whether a child with a PAI brings its meal is not known.
create table agreed_term (
  id            bigint generated always as identity primary key,
  enrolment_id  uuid not null references enrolment (id),
  first_day     date not null,
  own_meal      boolean not null,
  category      text check (category <> '' and length(category) <= 60),
  by_label      text not null,
  at            timestamptz not null
);

create index agreed_term_enrolment on agreed_term (enrolment_id, first_day, id);

create trigger append_only before update or delete on agreed_term
  for each row execute function refuse_change();

-- owner: pricing

-- A floor of the national scale changes what nurseries cost, as a tariff does.
create trigger stamp_tariffs after insert or update or delete or truncate on psu_limit
  for each statement execute function stamp_tariffs();

-- What an outing or a stay costs the authority for one person: the prices that are a part of it are counted from it.
create table outing_cost (
  activity_id  uuid not null references activity (id),
  unit_code    text not null,
  date         date not null,
  cost_cents   integer not null check (cost_cents between 0 and 10000000),
  by_label     text not null,
  at           timestamptz not null,
  primary key (activity_id, unit_code, date)
);

create trigger stamp_tariffs after insert or update or delete or truncate on outing_cost
  for each statement execute function stamp_tariffs();

-- owner: billing

-- A contract of a nursery that ended early is made up for on a line of its own.
alter table charge drop constraint charge_kind_check;
alter table charge add constraint charge_kind_check
  check (kind in ('unit', 'absence', 'supplement', 'penalty', 'contract', 'regularisation', 'fee'));
