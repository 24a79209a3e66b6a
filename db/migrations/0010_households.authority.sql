-- owner: families

-- The communes whose inhabitants are residents of the authority. While there is none, residence is not known.
create table territory_commune (
  name_key  text primary key check (name_key <> ''),
  name      text not null check (name <> '')
);

-- The commune as it is compared: without accents, hyphens or case (families/rules/name-key.ts).
alter table household add column commune_key text not null default '';

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
  ended_at        timestamptz
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
