-- owner: bookings

alter table enrolment
  -- The priority groups that the participant is in for this season: « habitants », « reguliers », « fratries ».
  add column priority_groups text[] not null default '{}',
  add column priority_points smallint not null default 0,
  add column regular boolean not null default true,
  -- When somebody said that it ends: « last_day » says from when.
  add column ended_at timestamptz,
  drop constraint enrolment_check,
  -- What ends before it begins keeps no day.
  add constraint enrolment_days check (last_day >= first_day - 1);

-- What happened to an enrolment, kept with it: who, when, why, and what then held.
create table enrolment_history (
  id              bigint generated always as identity primary key,
  at              timestamptz not null,
  enrolment_id    uuid not null,
  household_id    uuid not null,
  participant_id  uuid not null,
  act             text not null check (act in ('enrolled', 'changed', 'ended')),
  account_id      uuid,
  by_label        text not null,
  by_agent        boolean not null,
  reason          text,
  facts           jsonb not null
);

create index enrolment_history_enrolment on enrolment_history (enrolment_id, id);

create trigger append_only before update or delete on enrolment_history
  for each row execute function refuse_change();

-- Who pays for a participant's activity, from a day to another. The enrolment's payer pays where nothing is said.
create table payer_period (
  id              uuid primary key default gen_random_uuid(),
  participant_id  uuid not null references participant (id),
  household_id    uuid not null references household (id),
  activity_id     uuid not null references activity (id),
  guardian_id     uuid not null references guardian (id),
  first_day       date not null,
  last_day        date check (last_day >= first_day),
  by_label        text not null,
  at              timestamptz not null,
  exclude using gist (participant_id with =, household_id with =, activity_id with =,
                      daterange(first_day, last_day, '[]') with &&)
);

create index payer_period_participant on payer_period (participant_id, activity_id);
create index payer_period_household on payer_period (household_id);
create index payer_period_activity on payer_period (activity_id);
create index payer_period_guardian on payer_period (guardian_id);

-- How families enrol in an activity, and what must be so before: conditions in the words of the rule set.
create table enrolment_rule (
  activity_id  uuid not null references activity (id),
  valid_from   date not null,
  -- Whether a family enrols by itself, or an agent does.
  by_family    boolean not null,
  conditions   jsonb not null,
  primary key (activity_id, valid_from)
);

-- When the days of a season open for booking, and for whom first. A season without a window is open.
create table booking_window (
  id              uuid primary key default gen_random_uuid(),
  season_id       uuid not null references season (id),
  -- The slots it opens.
  first_day       date not null,
  last_day        date not null check (last_day >= first_day),
  -- Null: everybody.
  priority_group  text check (priority_group <> ''),
  opens_at        timestamptz not null,
  closes_at       timestamptz check (closes_at > opens_at),
  unique nulls not distinct (season_id, first_day, priority_group)
);

-- Whether a place is held until it is paid, and for how many minutes; how the waiting list goes.
create table place_rule (
  activity_id      uuid primary key references activity (id),
  -- Null: no payment first.
  hold_minutes     smallint check (hold_minutes > 0),
  waiting_list     boolean not null default true,
  waiting_order    text not null default 'date' check (waiting_order in ('date', 'points', 'siblings')),
  -- How long a family has to answer; null: the freed place is given at once.
  answer_minutes   integer default 1440 check (answer_minutes > 0)
);

-- Published: who is enrolled where, from when to when.
create or replace view bookings_enrolment_card as
  select id as enrolment_id, participant_id, household_id, activity_id, first_day, last_day, season_id,
         priority_groups, regular
  from enrolment;
