-- owner: pricing

-- How the authority treats « quotients familiaux » and resources, from a day on.
create table qf_setting (
  valid_from          date primary key,
  -- From when a new one counts: the day it came, the next month, the next year.
  effect              text not null check (effect in ('day', 'month', 'year')),
  year_start_month    smallint not null check (year_start_month between 1 and 12),
  -- It counts from the day of the situation that it tells, even when it comes later.
  retroactive         boolean not null,
  -- A household that has none which holds does not wait: it counts from the day it came.
  first_at_once       boolean not null,
  -- The last day of the year on which one may count; both null: it never expires.
  expires_month       smallint check (expires_month between 1 and 12),
  expires_day         smallint check (expires_day between 1 and 31),
  -- One whose situation is nearer to that day than this lives until the same day of the next year.
  expires_least_days  smallint not null check (expires_least_days between 0 and 364),
  warn_days           smallint not null check (warn_days between 0 and 180),
  -- What a family declares counts only once an agent has accepted it.
  verify              boolean not null,
  by_label            text not null,
  at                  timestamptz not null,
  check ((expires_month is null) = (expires_day is null))
);

-- Until an authority writes its own: the next month, no retroactivity, a new one each January.
insert into qf_setting (valid_from, effect, year_start_month, retroactive, first_at_once, expires_month, expires_day,
                        expires_least_days, warn_days, verify, by_label, at)
values ('2000-01-01', 'month', 1, false, true, 1, 31, 31, 45, true, 'Préau', '2000-01-01T00:00:00Z');

-- What is known of a household's income: its « quotient familial », its resources, or both. Restricted: who reads it
-- needs a right of its own. Each household has its own: separated parents never see each other's.
create table qf_entry (
  id                  uuid primary key,
  -- The order in which they were written: for one day of effect, the last word holds.
  number              bigint generated always as identity,
  household_id        uuid not null references household (id),
  -- 699.99 is 69999.
  value_hundredths    integer check (value_hundredths between 0 and 10000000),
  -- A month's, in cents.
  resources_cents     bigint check (resources_cents between 0 and 100000000),
  -- Why there are none to be told: nil, a child placed by the « ASE », neither benefits nor payslips, not given.
  resources_case      text check (resources_case in ('nil', 'placed', 'noProof', 'notGiven')),
  dependent_children  smallint check (dependent_children between 0 and 20),
  aeeh_children       smallint check (aeeh_children between 0 and 20),
  scheme              text not null check (scheme in ('caf', 'msa', 'other')),
  source              text not null check (source in ('family', 'agent', 'api')),
  situation_on        date not null,
  received_on         date not null,
  first_day           date not null,
  last_day            date check (last_day >= first_day),
  -- Which part of the setting gave the first day, or the agent's choice.
  because             text not null default 'chosen'
                      check (because in ('first', 'day', 'month', 'year', 'situation', 'chosen')),
  to_check            boolean not null,
  -- Why an agent made it count from another day than the setting's.
  reason              text not null default '',
  by_label            text not null,
  at                  timestamptz not null,
  check (resources_cents is null or resources_case is null),
  check (value_hundredths is not null or resources_cents is not null or resources_case is not null),
  check ((resources_cents is null and resources_case is null) or dependent_children is not null),
  check (aeeh_children is null or aeeh_children <= dependent_children)
);

create index qf_entry_household on qf_entry (household_id, first_day desc, number desc);

create trigger append_only before update or delete on qf_entry
  for each row execute function refuse_change();

-- What an agent decided on one: accepted or refused what was declared, or took back what was written by mistake. The
-- last word holds.
create table qf_verdict_entry (
  qf_id     uuid not null references qf_entry (id),
  -- The first, the second…: of two agents who decide at once, one only is heard.
  step      smallint not null check (step > 0),
  verdict   text not null check (verdict in ('accepted', 'refused', 'withdrawn')),
  reason    text not null default '',
  by_label  text not null,
  at        timestamptz not null,
  primary key (qf_id, step),
  check (verdict = 'accepted' or reason <> '')
);

create trigger append_only before update or delete on qf_verdict_entry
  for each row execute function refuse_change();

-- Each entry and where it stands: accepted, to check, refused, withdrawn.
create view qf_standing as
  select e.*, coalesce(v.verdict, case when e.to_check then 'toCheck' else 'accepted' end) as standing,
         coalesce(v.reason, '') as verdict_reason,
         v.by_label as verdict_by, v.at as verdict_at, coalesce(v.step, 0) as steps
  from qf_entry e
  left join lateral (
    select verdict, reason, by_label, at, step from qf_verdict_entry where qf_id = e.id order by step desc limit 1
  ) v on true;

-- Published: what counts for each of these households on each of these days (the two lists go together, pair by pair).
-- For each day, the last day of effect that has come, and for that day the last word. « last_day » is the day on which
-- it stops, by its own expiry or because another begins; one that is over is told too, so that a rule may say what
-- becomes of it. No row: nothing was ever known.
create function pricing_quotient_on(p_households uuid[], p_days date[])
returns table (household_id uuid, day date, value_hundredths integer, value_first_day date, value_last_day date,
               resources_cents bigint, resources_case text, dependent_children smallint, aeeh_children smallint,
               resources_first_day date, resources_last_day date, scheme text)
language sql stable rows 1 as $$
  select asked.household_id, asked.day, qf.value_hundredths, qf.first_day, least(qf.last_day, next_qf.first_day - 1),
         income.resources_cents, income.resources_case, income.dependent_children, income.aeeh_children,
         income.first_day, least(income.last_day, next_income.first_day - 1),
         case when income.first_day > qf.first_day then income.scheme else coalesce(qf.scheme, income.scheme) end
  from unnest(p_households, p_days) as asked (household_id, day)
  left join lateral (
    select s.* from qf_standing s
    where s.household_id = asked.household_id and s.standing = 'accepted' and s.value_hundredths is not null
      and s.first_day <= asked.day
    order by s.first_day desc, s.number desc limit 1
  ) qf on true
  left join lateral (
    select s.first_day from qf_standing s
    where s.household_id = asked.household_id and s.standing = 'accepted' and s.value_hundredths is not null
      and s.first_day > asked.day
    order by s.first_day limit 1
  ) next_qf on true
  left join lateral (
    select s.* from qf_standing s
    where s.household_id = asked.household_id and s.standing = 'accepted'
      and (s.resources_cents is not null or s.resources_case is not null) and s.first_day <= asked.day
    order by s.first_day desc, s.number desc limit 1
  ) income on true
  left join lateral (
    select s.first_day from qf_standing s
    where s.household_id = asked.household_id and s.standing = 'accepted'
      and (s.resources_cents is not null or s.resources_case is not null) and s.first_day > asked.day
    order by s.first_day limit 1
  ) next_income on true
  where qf.id is not null or income.id is not null
$$;

-- The floor and the ceiling of a month's resources that the authority wrote itself, from a day on: those of a year that
-- the program does not know yet. They come before the national ones of reference/psu.yaml.
create table psu_limit (
  first_day      date primary key,
  floor_cents    integer not null check (floor_cents > 0),
  ceiling_cents  integer not null check (ceiling_cents >= floor_cents),
  -- The rate goes on above the ceiling.
  above_ceiling  boolean not null,
  by_label       text not null,
  at             timestamptz not null
);
