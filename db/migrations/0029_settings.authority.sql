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

-- owner: bookings

-- Published: who pays for a participant and an activity in a household, from which day to which, in spans that never
-- overlap within an enrolment: the payer of the enrolment, except on the days of a payer_period. The same as
-- payerSpans (src/bookings/rules/payer-spans.ts). Two households of one child have each their own.
create view bookings_payer_span as
  select e.enrolment_id, e.participant_id, e.household_id, e.activity_id, e.season_id, payer.guardian_id,
         lower(payer.days) as first_day, upper(payer.days) - 1 as last_day
  from (
    select id as enrolment_id, participant_id, household_id, activity_id, season_id, payer_guardian_id,
           -- An enrolment that was ended before it began has no day.
           daterange(first_day, greatest(last_day + 1, first_day), '[)') as days
    from enrolment
  ) e
  cross join lateral (
    select period.guardian_id, e.days * daterange(period.first_day, period.last_day, '[]') as days
    from payer_period period
    where period.participant_id = e.participant_id and period.household_id = e.household_id
      and period.activity_id = e.activity_id
    union all
    select e.payer_guardian_id, rest.days
    from unnest(datemultirange(e.days) - coalesce((
      select range_agg(daterange(period.first_day, period.last_day, '[]'))
      from payer_period period
      where period.participant_id = e.participant_id and period.household_id = e.household_id
        and period.activity_id = e.activity_id), '{}')) as rest (days)
  ) payer
  where not isempty(payer.days);

-- Published: who pays what this participant attends on this day in this activity, booked from this household; null
-- where nobody is enrolled there that day.
create function bookings_payer_of(p_household uuid, p_participant uuid, p_activity uuid, p_day date)
returns uuid language sql stable
return (select guardian_id from bookings_payer_span
        where household_id = p_household and participant_id = p_participant and activity_id = p_activity
          and p_day between first_day and last_day
        order by first_day desc, enrolment_id limit 1);

-- Which alerts an adult has before choosing, and how long before they are told; each version holds from its day on.
-- Before the first one, the usual ones: src/bookings/rules/alert-rule.ts.
create table alert_rule (
  valid_from        date primary key,
  place_offered     boolean not null,
  empty_week        boolean not null,
  deadline_tonight  boolean not null,
  -- So many days before the Monday of the empty week, at the latest: 1 is the Sunday.
  week_days         smallint not null check (week_days between 1 and 7),
  -- At least so many hours before the first deadline of that week.
  week_hours        smallint not null check (week_hours between 1 and 72),
  -- Told at noon where the deadline closes more than so many hours after it that day, else on the eve at 18 h.
  deadline_hours    smallint not null check (deadline_hours between 1 and 12)
);
