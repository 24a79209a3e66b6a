-- owner: families

-- Who has left a household, since when, and who wrote it. The line stays: what was booked keeps its names.
alter table household_participant
  add column left_on date,
  add column left_reason text not null default '',
  add column left_by_label text,
  add check ((left_on is null) = (left_by_label is null));

alter table household_guardian
  add column left_on date,
  add column left_reason text not null default '',
  add column left_by_label text,
  add check ((left_on is null) = (left_by_label is null));

-- A cell that an agent corrected by hand: the school register's next files do not overwrite it, they are told apart
-- from it. `register_value` is what stood before the first correction, so what the register said last.
create table corrected_cell (
  household_id    uuid references household (id),
  guardian_id     uuid references guardian (id),
  participant_id  uuid references participant (id),
  -- As the import names it: « street », « email », « birthDate ».
  field           text not null check (field <> ''),
  register_value  text not null,
  by_label        text not null,
  at              timestamptz not null,
  check (num_nonnulls(household_id, guardian_id, participant_id) = 1),
  unique nulls not distinct (household_id, guardian_id, participant_id, field)
);

create index corrected_cell_guardian on corrected_cell (guardian_id) where guardian_id is not null;
create index corrected_cell_participant on corrected_cell (participant_id) where participant_id is not null;

-- Published: one row for each participant in each household, those who have left it included: what they attended
-- keeps its names. Who belongs to it today has no `left_on`.
create or replace view families_participant_card as
  select hp.household_id,
         p.id as participant_id,
         p.kind,
         p.first_name,
         case when p.usage_name = '' then p.last_name else p.usage_name end as last_name,
         p.birth_date,
         hp.colour,
         hp.left_on
  from household_participant hp
  join participant p on p.id = hp.participant_id;

-- Published: the adults of a household today and how to reach them; none who has left it.
create or replace view families_guardian_card as
  select hg.household_id, g.id as guardian_id, g.civility, g.first_name, g.last_name, g.email, g.phone_mobile,
         g.phone_home, g.phone_work
  from household_guardian hg
  join guardian g on g.id = hg.guardian_id
  where hg.left_on is null;

-- Published: how an adult is called, whatever households he or she is or was of.
create view families_guardian_name as
  select id as guardian_id, civility, first_name, last_name from guardian;
