-- owner: families

create table household (
  id             uuid primary key default gen_random_uuid(),
  external_key   text unique,
  label          text not null,
  address_line   text not null default '',
  postcode       text not null default '',
  commune        text not null default '',
  search_key     text not null default '',
  created_at     timestamptz not null
);

-- An adult with parental authority. A contact e-mail may be shared by two guardians.
create table guardian (
  id             uuid primary key default gen_random_uuid(),
  external_key   text unique,
  civility       text not null default '' check (civility in ('', 'M.', 'Mme')),
  last_name      text not null,
  first_name     text not null,
  email          text not null default '',
  phone_home     text not null default '',
  phone_work     text not null default '',
  phone_mobile   text not null default '',
  search_key     text not null default '',
  created_at     timestamptz not null
);

create table household_guardian (
  household_id  uuid not null references household (id),
  guardian_id   uuid not null references guardian (id),
  primary key (household_id, guardian_id)
);

create index household_guardian_guardian on household_guardian (guardian_id);

-- The person who attends: a child, or an adult where the activity allows it.
create table participant (
  id             uuid primary key default gen_random_uuid(),
  external_key   text unique,
  kind           text not null check (kind in ('child', 'adult')),
  last_name      text not null,
  usage_name     text not null default '',
  first_name     text not null,
  birth_date     date,
  search_key     text not null default '',
  created_at     timestamptz not null,
  check (kind = 'adult' or birth_date is not null)
);

-- A child may belong to two households; the colour (1 to 8) is the one a household sees.
create table household_participant (
  household_id    uuid not null references household (id),
  participant_id  uuid not null references participant (id),
  colour          smallint not null check (colour between 1 and 8),
  primary key (household_id, participant_id)
);

create index household_participant_participant on household_participant (participant_id);

-- Where a child goes to school in a school year (« 2026-2027 »), as the school register says.
create table schooling (
  participant_id  uuid not null references participant (id),
  school_year     text not null check (school_year ~ '^[0-9]{4}-[0-9]{4}$'),
  school_name     text not null default '',
  level           text not null default '',
  class_name      text not null default '',
  primary key (participant_id, school_year)
);

create index guardian_email on guardian (lower(email)) where email <> '';
create index household_search on household using gin (to_tsvector('simple', search_key));
create index guardian_search on guardian using gin (to_tsvector('simple', search_key));
create index participant_search on participant using gin (to_tsvector('simple', search_key));

-- Published: one row for each participant in each household.
create view families_participant_card as
  select hp.household_id,
         p.id as participant_id,
         p.kind,
         p.first_name,
         case when p.usage_name = '' then p.last_name else p.usage_name end as last_name,
         p.birth_date,
         hp.colour
  from household_participant hp
  join participant p on p.id = hp.participant_id;

-- Published: one row for each participant and school year.
create view families_schooling as
  select participant_id, school_year, school_name, level, class_name from schooling;

-- Published: the adults of a household and how to reach them.
create view families_guardian_card as
  select hg.household_id, g.id as guardian_id, g.civility, g.first_name, g.last_name, g.email, g.phone_mobile,
         g.phone_home, g.phone_work
  from household_guardian hg
  join guardian g on g.id = hg.guardian_id;

-- Published: a household's name and address.
create view families_household_card as
  select id as household_id, label, address_line, postcode, commune from household;
