-- owner: bookings

-- A family says that a participant will not come though it is too late to cancel: « malade aujourd'hui ». The place
-- stays booked; what it costs is decided when the month is billed, with the proof that follows.
create table absence_notice (
  id              uuid primary key default gen_random_uuid(),
  booking_id      uuid not null unique references booking (id),
  cause           text not null check (cause in ('sick', 'other')),
  account_id      uuid not null,
  by_label        text not null,
  by_agent        boolean not null,
  at              timestamptz not null
);

-- A class that is away or whose teacher is absent, said once for all its children.
create table class_day (
  id           uuid primary key default gen_random_uuid(),
  school_year  text not null check (school_year ~ '^[0-9]{4}-[0-9]{4}$'),
  school_name  text not null check (school_name <> ''),
  class_name   text not null check (class_name <> ''),
  first_day    date not null,
  last_day     date not null check (last_day >= first_day),
  -- Away: places are cancelled. Teacher absent: families may cancel, nobody is charged for an absence.
  kind         text not null check (kind in ('away', 'teacher_absent')),
  message      text not null check (message <> ''),
  by_label     text not null,
  at           timestamptz not null
);

create index class_day_class on class_day (school_name, class_name, first_day);

-- The hours that a nursery and a family agreed upon: a week's pattern over months, from which bookings are made.
create table care_contract (
  -- The key of the form that signed it, and of the submission that booked its days.
  id                uuid primary key,
  enrolment_id      uuid not null references enrolment (id),
  unit_id           uuid not null references unit (id),
  first_day         date not null,
  -- What ends before it begins keeps no day.
  last_day          date not null check (last_day >= first_day - 1),
  -- [{weekday, from, to}], local minutes.
  week              jsonb not null,
  -- The last day of the period in which the child gets used to the place, and its own week.
  adapting_until    date check (adapting_until >= first_day),
  adapting_week     jsonb,
  by_label          text not null,
  at                timestamptz not null,
  -- When somebody said that it ends before its day, and who; « last_day » then says from when.
  ended_at          timestamptz,
  ended_by          text,
  check ((adapting_until is null) = (adapting_week is null)),
  check ((ended_at is null) = (ended_by is null)),
  exclude using gist (enrolment_id with =, daterange(first_day, last_day + 1) with &&)
);

create index care_contract_unit on care_contract (unit_id);

-- Which alerts an adult wants: the ones that nothing is said of follow the authority's own choice.
create table alert_choice (
  guardian_id  uuid not null references guardian (id),
  kind         text not null check (kind in ('empty_week', 'deadline_tonight', 'place_offered')),
  wanted       boolean not null,
  at           timestamptz not null,
  primary key (guardian_id, kind)
);

-- What was told, so that nothing is told twice.
create table told_alert (
  guardian_id  uuid not null references guardian (id),
  kind         text not null check (kind in ('empty_week', 'deadline_tonight', 'place_offered')),
  subject      text not null,
  at           timestamptz not null,
  primary key (guardian_id, kind, subject)
);

-- The address at which a telephone's own calendar reads a guardian's bookings. Only the hash of its secret is kept.
create table calendar_feed (
  token_hash   bytea primary key,
  guardian_id  uuid not null references guardian (id),
  created_at   timestamptz not null,
  revoked_at   timestamptz
);

create index calendar_feed_guardian on calendar_feed (guardian_id);
