-- owner: families

-- Published: every name under which a household is found: its own, those of its adults, those of its participants.
create view families_search_name as
  select id as household_id, null::uuid as participant_id, search_key from household
  union all
  select hg.household_id, null, g.search_key
  from household_guardian hg join guardian g on g.id = hg.guardian_id
  union all
  select hp.household_id, hp.participant_id, p.search_key
  from household_participant hp join participant p on p.id = hp.participant_id;

-- owner: bookings

-- The list of all contracts: those of a site, in force on a day.
create index care_contract_days on care_contract (unit_id, last_day, first_day);
drop index care_contract_unit;

-- Whom the agents of some sites know on a day: somebody enrolled or booked at one of them, in a season that is not
-- over or was over the day before only (the list of yesterday is still in their hands). Whatever an agent limited to
-- sites reads of a family asks this (docs/decisions/2026-11-30-agents-of-some-sites.md).
create function bookings_known_at(p_participant uuid, p_sites uuid[], p_on date) returns boolean
language sql stable
as $$
  select exists (
    select from enrolment e
    join activities_season season on season.season_id = e.season_id and season.last_day >= p_on - 1
    join activities_unit_card u on u.activity_id = e.activity_id and u.site_id = any (p_sites)
    where e.participant_id = p_participant
  ) or exists (
    -- Moved to another site, a booking keeps the enrolment that it came from.
    select from booking b
    join slot s on s.id = b.slot_id
    join activities_season season on season.season_id = s.season_id and season.last_day >= p_on - 1
    join activities_unit_card u on u.unit_id = s.unit_id and u.site_id = any (p_sites)
    where b.participant_id = p_participant and b.state in ('held', 'booked')
  )
$$;
