-- owner: activities

-- Codes name things in the file of the rule set; they never change once chosen.
alter table site add column code text not null unique default 'lieu-' || gen_random_uuid()
  check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
alter table activity
  add column code text not null unique default 'activite-' || gen_random_uuid()
    check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- Who may take part.
  add column audience text not null default 'children' check (audience in ('children', 'adults', 'everyone'));

alter table unit
  add column code text not null default 'unite-' || gen_random_uuid()
    check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add constraint unit_code_in_activity unique (activity_id, code),
  add column with_meal boolean not null default false,
  -- Chosen hours: the family gives arrival and departure, in steps of so many minutes within the unit's hours.
  add column hour_step smallint check (hour_step in (15, 30, 60)),
  -- What is booked together: one slot, every slot of the week (a package), every slot of the season (a stay, a course).
  add column booked_by text not null default 'slot' check (booked_by in ('slot', 'week', 'season')),
  -- The fewest days of a week in which the unit, or another of its activity that has one, is booked.
  add column least_days_a_week smallint check (least_days_a_week between 2 and 7);

-- Units of one activity that exclude each other on a day, or of which one needs the other on that day.
create table unit_relation (
  unit_id        uuid not null references unit (id),
  kind           text not null check (kind in ('excludes', 'needs')),
  other_unit_id  uuid not null references unit (id),
  primary key (unit_id, kind, other_unit_id),
  check (unit_id <> other_unit_id)
);

create index unit_relation_other on unit_relation (other_unit_id);

-- On which days a season opens among its weekdays: school days, the holidays, or both.
alter table season add column opens_on text not null default 'school' check (opens_on in ('school', 'holidays', 'any'));
update season set opens_on = case when school_days_only then 'school' else 'any' end;
alter table season drop column school_days_only;

-- Several seasons of an activity may move in one statement.
alter table season
  drop constraint season_activity_id_daterange_excl,
  add constraint season_one_at_a_time
    exclude using gist (activity_id with =, daterange(first_day, last_day, '[]') with &&) deferrable initially immediate;

-- An opening holds from a date on, until the next one of the same weekday; one that is not offered closes it.
-- Hours of its own replace the unit's.
alter table opening
  add column valid_from date not null default '0001-01-01',
  add column offered boolean not null default true,
  add column starts_at time,
  add column ends_at time,
  add constraint opening_hours check ((starts_at is null) = (ends_at is null) and ends_at > starts_at),
  drop constraint opening_pkey,
  add primary key (season_id, unit_id, weekday, valid_from);

-- A unit that opens on dates and not on weekdays: an outing, a workshop, a stay.
create table opening_date (
  season_id  uuid not null references season (id),
  unit_id    uuid not null references unit (id),
  date       date not null,
  places     integer not null check (places >= 0),
  starts_at  time,
  ends_at    time,
  primary key (season_id, unit_id, date),
  check ((starts_at is null) = (ends_at is null) and ends_at > starts_at)
);

create index opening_date_unit on opening_date (unit_id);

-- Ages in whole months on the day of the slot, the last one excluded; the staff ratio says how many children an adult
-- may look after (8, 10, 12, 14, 18 by age and frame).
create table age_group (
  id                  uuid primary key default gen_random_uuid(),
  activity_id         uuid not null references activity (id),
  code                text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name                text not null check (name <> ''),
  from_months         smallint not null check (from_months >= 0),
  until_months        smallint not null,
  children_per_adult  smallint check (children_per_adult > 0),
  -- No longer in the rule set; kept for the capacities of earlier days.
  retired             boolean not null default false,
  unique (activity_id, code),
  check (until_months > from_months),
  -- Deferrable: several groups may move in one statement.
  exclude using gist (activity_id with =, int4range(from_months, until_months) with &&) where (not retired)
    deferrable initially immediate
);

-- Places that several units share: by age group, by part of the day, or both. Either a number of places, or a number
-- of adults whose ratio gives it; neither: from that day on these places are no longer counted together. « Matin » and
-- « Journée » both take from the morning's. One of a weekday goes before those of every day, for the same ages.
create table capacity (
  id            uuid primary key default gen_random_uuid(),
  season_id     uuid not null references season (id),
  weekday       smallint check (weekday between 1 and 7),
  age_group_id  uuid references age_group (id),
  starts_at     time not null,
  ends_at       time not null,
  places        integer check (places >= 0),
  adults        smallint check (adults >= 0),
  valid_from    date not null default '0001-01-01',
  check (ends_at > starts_at),
  check (places is null or adults is null),
  check (adults is null or age_group_id is not null),
  unique nulls not distinct (season_id, weekday, age_group_id, starts_at, valid_from)
);

create index capacity_age_group on capacity (age_group_id);

-- Every version of the rule set's file that was taken over, as it was, with the day from which it holds.
create table rule_set_version (
  id          uuid primary key default gen_random_uuid(),
  valid_from  date not null,
  file        text not null,
  by_label    text not null,
  at          timestamptz not null
);

-- Published: a unit with its activity and its site.
create or replace view activities_unit_card as
  select u.id as unit_id, u.name as unit_name, u.starts_at, u.ends_at, u.position,
         a.id as activity_id, a.name as activity_name,
         s.id as site_id, s.name as site_name, s.commune, s.phone as site_phone,
         u.code as unit_code, a.code as activity_code, a.audience, u.with_meal, u.hour_step, u.booked_by,
         u.least_days_a_week
  from unit u
  join activity a on a.id = u.activity_id
  join site s on s.id = a.site_id;

-- Published: which units exclude or need which.
create view activities_unit_relation as
  select unit_id, kind, other_unit_id from unit_relation;

-- Published: the age groups of an activity.
create view activities_age_group as
  select id as age_group_id, activity_id, code, name, from_months, until_months, children_per_adult
  from age_group where not retired;

-- Published: the days of a season and on which of them it opens.
create or replace view activities_season as
  select id as season_id, activity_id, name, first_day, last_day, opens_on from season;
