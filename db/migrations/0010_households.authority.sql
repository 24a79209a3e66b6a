-- owner: families

-- The commune as it is compared: without accents, hyphens, apostrophes or case, as families/rules/name-key.ts makes
-- it of a name in Latin letters. « Saint-Valéry-sur-Somme » gives « saintvalerysursomme ».
create function families_name_key(name text) returns text language sql immutable
return regexp_replace(
  lower(translate(
    replace(replace(replace(replace(replace(replace(replace(normalize(name, NFKD),
      'Œ', 'oe'), 'œ', 'oe'), 'Æ', 'ae'), 'æ', 'ae'), 'ß', 'ss'), 'Þ', 'th'), 'þ', 'th'),
    'ØøŁłĐđÐðı', 'oollddddi')),
  '[^a-z0-9]', '', 'g');

-- The communes whose inhabitants are residents of the authority. While there is none, residence is not known.
create table territory_commune (
  name      text not null check (name <> ''),
  name_key  text primary key generated always as (families_name_key(name)) stored check (name_key <> '')
);

-- Computed, so that whoever writes an address writes it too, and households of before have it.
alter table household add column commune_key text not null generated always as (families_name_key(commune)) stored;

-- An adult of the household who may not act for this child: a step-parent, a parent whom a judge decided about.
create table withheld_authority (
  guardian_id     uuid not null references guardian (id),
  participant_id  uuid not null references participant (id),
  -- Why, as an agent wrote it; never shown to a family.
  reason          text not null default '',
  by_label        text not null,
  at              timestamptz not null,
  primary key (guardian_id, participant_id)
);

create index withheld_authority_participant on withheld_authority (participant_id);

-- Who may fetch a child, and who may not. A family keeps its own authorised persons; a forbidden one is written
-- by an agent, on a decision. Each household sees those it declared, agents see them all.
create table authorised_person (
  id              uuid primary key default gen_random_uuid(),
  participant_id  uuid not null references participant (id),
  household_id    uuid not null references household (id),
  kind            text not null check (kind in ('authorised', 'forbidden')),
  first_name      text not null,
  last_name       text not null check (last_name <> ''),
  relation        text not null default '',
  phone           text not null default '',
  first_day       date not null,
  last_day        date check (last_day >= first_day),
  by_label        text not null,
  created_at      timestamptz not null,
  -- Taken back by hand: kept, with who did it.
  ended_at        timestamptz,
  ended_by_label  text,
  check ((ended_at is null) = (ended_by_label is null))
);

create index authorised_person_participant on authorised_person (participant_id);
create index authorised_person_household on authorised_person (household_id);

-- Restricted: who reads it needs a right of its own, and every reading is in the journal. The diet says what a
-- child eats, never why.
create table health_record (
  participant_id   uuid primary key references participant (id),
  allergies        text not null default '',
  diet             text not null default '',
  has_pai          boolean not null default false,
  pai_until        date,
  pai_instructions text not null default '',
  doctor_name      text not null default '',
  doctor_phone     text not null default '',
  -- What else the staff must know.
  notes            text not null default '',
  by_label         text not null,
  updated_at       timestamptz not null
);

-- Published: whether a household lives in the territory; null while the authority has named no commune.
create view families_residence as
  select h.id as household_id,
         case when exists (select from territory_commune)
              then exists (select from territory_commune c where c.name_key = h.commune_key)
         end as resident
  from household h;

-- Published: which adults may not act for which children.
create view families_withheld_authority as
  select guardian_id, participant_id from withheld_authority;

-- Published: who may fetch a child, and who may not, as declared by each of its households and not taken back.
create view families_authorised_person as
  select id as person_id, participant_id, household_id, kind, first_name, last_name, relation, phone, first_day, last_day
  from authorised_person
  where ended_at is null;

-- Published: which children the staff must look at the health record of, without anything of what it says.
create view families_health_mark as
  select participant_id, has_pai, pai_until, allergies <> '' as has_allergies from health_record;
