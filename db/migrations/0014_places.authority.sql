-- owner: bookings

-- Local minutes of the day that the unit covers. A slot is ruled when more than its own places decides about it: shared
-- places, packages, relations between units. A participant's week (season, where the activity has units booked by the
-- season) is then judged whole. `waiting` counts the live turns of the waiting list that want the slot.
alter table slot
  add column from_minute smallint not null default 0 check (from_minute between 0 and 1440),
  add column to_minute smallint not null default 1440 check (to_minute between 0 and 1440),
  add column judged_by text not null default 'slot' check (judged_by in ('slot', 'week', 'season')),
  add column ruled boolean generated always as (judged_by <> 'slot') stored,
  add column waiting integer not null default 0 check (waiting >= 0),
  add constraint slot_minutes check (to_minute > from_minute);

-- Places that the slots of an activity share on a date: by age (in months, the last excluded), by part of the day.
-- Who books takes one of each that the age and the hours meet. The activity offers places - surplus.
create table place_count (
  activity_id  uuid not null references activity (id),
  date         date not null,
  from_minute  smallint not null check (from_minute between 0 and 1440),
  to_minute    smallint not null check (to_minute between 0 and 1440),
  from_months  smallint not null default 0,
  until_months smallint not null default 1800,
  places       integer not null check (places >= 0),
  taken        integer not null default 0 check (taken >= 0),
  surplus      integer not null default 0 check (surplus >= 0 and surplus <= places),
  primary key (activity_id, date, from_minute, from_months),
  check (to_minute > from_minute),
  check (until_months > from_months),
  check (taken <= places)
);

alter table booking
  -- The hours that were chosen; empty where the unit has its own.
  add column from_minute smallint check (from_minute between 0 and 1440),
  add column to_minute smallint check (to_minute between 0 and 1440),
  -- The age that counted for shared places, in months on the day of the slot.
  add column months smallint check (months >= 0),
  -- Until when a place that must be paid first is kept.
  add column held_until timestamptz,
  drop constraint booking_state_check,
  add constraint booking_state_check check (state in ('held', 'booked', 'cancelled')),
  add constraint booking_held check (state <> 'held' or held_until is not null),
  add constraint booking_hours check ((from_minute is null) = (to_minute is null) and to_minute > from_minute);

drop index booking_once;
create unique index booking_once on booking (participant_id, slot_id) where state in ('held', 'booked');
create index booking_held_until on booking (held_until) where state = 'held';

-- A participant's turn on the waiting list of a slot, or of a whole package: slot_id is its first slot, slot_ids are all.
-- An offered turn holds a place in each: it counts in slot.taken.
create table waiting_turn (
  id              uuid primary key default gen_random_uuid(),
  slot_id         uuid not null references slot (id),
  slot_ids        uuid[] not null check (cardinality(slot_ids) > 0),
  participant_id  uuid not null references participant (id),
  household_id    uuid not null references household (id),
  enrolment_id    uuid not null references enrolment (id),
  state           text not null default 'waiting'
                  check (state in ('waiting', 'offered', 'accepted', 'given', 'declined', 'expired', 'withdrawn', 'closed')),
  from_minute     smallint,
  to_minute       smallint,
  months          smallint,
  points          smallint not null default 0,
  asked_at        timestamptz not null,
  offered_at      timestamptz,
  answer_until    timestamptz,
  ended_at        timestamptz,
  check ((state in ('waiting', 'offered')) = (ended_at is null)),
  check (state <> 'offered' or (offered_at is not null and answer_until is not null))
);

create unique index waiting_turn_once on waiting_turn (participant_id, slot_id) where state in ('waiting', 'offered');
create index waiting_turn_slot on waiting_turn (slot_id, asked_at) where state in ('waiting', 'offered');
create index waiting_turn_slots on waiting_turn using gin (slot_ids) where state in ('waiting', 'offered');
create index waiting_turn_slot_all on waiting_turn (slot_id);
create index waiting_turn_household on waiting_turn (household_id) where state in ('waiting', 'offered');
create index waiting_turn_answer on waiting_turn (answer_until) where state = 'offered';
create index waiting_turn_enrolment on waiting_turn (enrolment_id);
create index waiting_turn_household_all on waiting_turn (household_id, asked_at);

alter table booking_history
  alter column booking_id drop not null,
  add column turn_id uuid,
  drop constraint booking_history_act_check,
  add constraint booking_history_act_check check (act in (
    'booked', 'cancelled', 'changed', 'held', 'paid', 'released', 'moved_out', 'moved_in',
    'waiting', 'offered', 'accepted', 'given', 'declined', 'expired', 'withdrawn', 'turn_closed', 'said_absent'));
