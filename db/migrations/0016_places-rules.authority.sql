-- owner: bookings

-- Whole months of age on a day.
create function months_on(p_birth date, p_day date) returns smallint language sql immutable as $$
  select (extract(year from age(p_day, p_birth)) * 12 + extract(month from age(p_day, p_birth)))::smallint
$$;

-- Locks the slots of a form, and those whose places it can touch besides: of a ruled slot all those that are judged
-- together with it (same activity; same week, or same season). Always in id order, then their shared places in the
-- order of their key, so that two transactions never wait for each other in a circle. What is ruled changes only when
-- the offer does: it is read before the lock. Where nothing is ruled, the form's own slots are locked at once.
create function lock_places(p_slots uuid[]) returns boolean language plpgsql as $$
declare
  ruled_slots boolean;
begin
  select coalesce(bool_or(ruled), false) into ruled_slots from slot where id = any (p_slots);
  if not ruled_slots then
    perform from slot where id = any (p_slots) order by id for no key update;
    return false;
  end if;
  perform from slot where id in (
    select unnest(p_slots)
    union
    select other.id
    from slot asked
    join slot other on other.activity_id = asked.activity_id
      and case asked.judged_by when 'season' then other.season_id = asked.season_id
               else other.date between date_trunc('week', asked.date)::date and date_trunc('week', asked.date)::date + 6 end
    where asked.id = any (p_slots) and asked.ruled
  ) order by id for no key update;
  perform from place_count where (activity_id, date) in (
    select other.activity_id, other.date
    from slot asked
    join slot other on other.activity_id = asked.activity_id
      and case asked.judged_by when 'season' then other.season_id = asked.season_id
               else other.date between date_trunc('week', asked.date)::date and date_trunc('week', asked.date)::date + 6 end
    where asked.id = any (p_slots) and asked.ruled
  ) order by activity_id, date, from_minute, from_months for no key update;
  return true;
end
$$;

-- Whether an activity has age groups and an age in months is in none of them.
create function wrong_age_for(p_activity uuid, p_months smallint) returns boolean language sql stable as $$
  select coalesce(bool_and(coalesce(p_months, 1200) < from_months or coalesce(p_months, 1200) >= until_months), false)
  from activities_age_group where activity_id = p_activity
$$;

-- Whether a place is free in a slot and in the places it shares, for these hours and this age (an adult without a birth
-- date is a hundred): 'free', 'full', or 'wrong_age' where the activity has age groups and this age is in none of them.
create function place_in(p_slot slot, p_from smallint, p_to smallint, p_months smallint) returns text
language plpgsql stable as $$
declare
  shared record;
begin
  if p_slot.ruled then
    select count(*) as met, count(*) filter (where fits) as fitting,
           count(*) filter (where fits and taken >= places) as full_ones
    into shared
    from (select c.places, c.taken,
                 coalesce(p_months, 1200) >= c.from_months and coalesce(p_months, 1200) < c.until_months as fits
          from place_count c
          where c.activity_id = p_slot.activity_id and c.date = p_slot.date
            and c.from_minute < coalesce(p_to, p_slot.to_minute) and c.to_minute > coalesce(p_from, p_slot.from_minute)) c;
    if shared.met > 0 and shared.fitting = 0 and wrong_age_for(p_slot.activity_id, p_months) then return 'wrong_age'; end if;
    if shared.full_ones > 0 then return 'full'; end if;
  end if;
  return case when p_slot.taken < p_slot.places then 'free' else 'full' end;
end
$$;

-- Takes (1) or gives back (-1) a place in a slot and in the places it shares. Over capacity, places grow with it; a
-- place that was above what the activity offers goes when it is given back.
create function move_place(p_slot uuid, p_from smallint, p_to smallint, p_months smallint, p_by integer) returns void
language plpgsql as $$
begin
  update slot set taken = taken + p_by,
                  places = case when p_by > 0 then greatest(places, taken + p_by) else places - least(surplus, 1) end,
                  surplus = case when p_by > 0 then surplus + greatest(taken + p_by - places, 0)
                                 else surplus - least(surplus, 1) end
  where id = p_slot;
  update place_count c
  set taken = c.taken + p_by,
      places = case when p_by > 0 then greatest(c.places, c.taken + p_by) else c.places - least(c.surplus, 1) end,
      surplus = case when p_by > 0 then c.surplus + greatest(c.taken + p_by - c.places, 0)
                     else c.surplus - least(c.surplus, 1) end
  from slot
  where slot.id = p_slot and slot.ruled and c.activity_id = slot.activity_id and c.date = slot.date
    and c.from_minute < coalesce(p_to, slot.to_minute) and c.to_minute > coalesce(p_from, slot.from_minute)
    and coalesce(p_months, 1200) >= c.from_months and coalesce(p_months, 1200) < c.until_months;
end
$$;

-- Why what a participant has in an activity breaks its rules, in the span (week or season) of a slot; null where it does
-- not. Packages and minimums look at what can still change, and an agent who gives a reason may go past these two.
create function span_breach(
  p_participant uuid, p_activity uuid, p_judged_by text, p_season uuid, p_date date, p_now timestamptz, p_freely boolean
) returns text language sql stable as $$
  with span as (
    select s.id, s.date, s.unit_id, s.season_id, s.state, s.starts_at,
           exists (select from booking b where b.slot_id = s.id and b.participant_id = p_participant
                     and b.state in ('held', 'booked')) as has
    from slot s
    where s.activity_id = p_activity
      and case p_judged_by when 'season' then s.season_id = p_season
               else s.date between date_trunc('week', p_date)::date and date_trunc('week', p_date)::date + 6 end
  ), package as (
    select count(*) as whole, count(*) filter (where span.has) as taken
    from span join activities_unit_card u on u.unit_id = span.unit_id and u.booked_by <> 'slot'
    where span.state = 'open' and span.starts_at > p_now
      and exists (select from enrolment e where e.participant_id = p_participant and e.season_id = span.season_id
                    and span.date between e.first_day and e.last_day)
    group by span.unit_id, case when u.booked_by = 'week' then date_trunc('week', span.date) end, span.season_id
  ), week as (
    select count(distinct span.date) filter (where span.has) as days,
           count(distinct span.date) filter (where span.state = 'open') as offered, max(u.least_days_a_week) as fewest
    from span join activities_unit_card u on u.unit_id = span.unit_id and u.least_days_a_week is not null
    group by date_trunc('week', span.date)
  )
  select case
    when exists (select from span a join activities_unit_relation r on r.unit_id = a.unit_id and r.kind = 'excludes'
                 join span b on b.unit_id = r.other_unit_id and b.date = a.date
                 where a.has and b.has) then 'excluded'
    when exists (select from span a
                 where a.has and exists (select from activities_unit_relation r where r.unit_id = a.unit_id and r.kind = 'needs')
                   and not exists (select from activities_unit_relation r join span b on b.unit_id = r.other_unit_id
                                   where r.unit_id = a.unit_id and r.kind = 'needs' and b.date = a.date and b.has))
      then 'needs_other'
    when p_freely then null
    when exists (select from package where taken not in (0, whole)) then 'incomplete_package'
    when exists (select from week where days > 0 and days < least(fewest, offered)) then 'below_minimum'
  end
$$;
