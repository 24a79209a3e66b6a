-- owner: bookings

-- What a participant has in an activity against its rules, in the span (week or season) of a slot: each rule broken,
-- with the unit and the day that break it. `against` is the household that holds what excludes it. Packages and minimums
-- look at what can still change, and an agent who gives a reason may go past these two. « needed » is what another unit
-- needs that day, and the participant has not: the journée of a navette.
create function unit_breaches(
  p_participant uuid, p_activity uuid, p_judged_by text, p_season uuid, p_date date, p_now timestamptz, p_freely boolean
) returns table (rank integer, breach text, unit_id uuid, date date, against uuid) language sql stable as $$
  with span as (
    select s.id, s.date, s.unit_id, s.season_id, s.state, s.starts_at, held.household_id, held.household_id is not null as has
    from slot s
    left join lateral (select b.household_id from booking b where b.slot_id = s.id and b.participant_id = p_participant
                         and b.state in ('held', 'booked') limit 1) held on true
    where s.activity_id = p_activity
      and case p_judged_by when 'season' then s.season_id = p_season
               else s.date between date_trunc('week', p_date)::date and date_trunc('week', p_date)::date + 6 end
  ), missing as (
    select a.unit_id, a.date
    from span a
    where a.has and exists (select from activities_unit_relation r where r.unit_id = a.unit_id and r.kind = 'needs')
      and not exists (select from activities_unit_relation r join span b on b.unit_id = r.other_unit_id
                      where r.unit_id = a.unit_id and r.kind = 'needs' and b.date = a.date and b.has)
  ), package as (
    select span.unit_id, span.season_id, case when u.booked_by = 'week' then date_trunc('week', span.date) end as week
    from span join activities_unit_card u on u.unit_id = span.unit_id and u.booked_by <> 'slot'
    where span.state = 'open' and span.starts_at > p_now and not p_freely
      and exists (select from enrolment e where e.participant_id = p_participant and e.season_id = span.season_id
                    and span.date between e.first_day and e.last_day)
    group by span.unit_id, case when u.booked_by = 'week' then date_trunc('week', span.date) end, span.season_id
    having count(*) filter (where span.has) not in (0, count(*))
  ), short as (
    select date_trunc('week', span.date) as week
    from span join activities_unit_card u on u.unit_id = span.unit_id and u.least_days_a_week is not null
    where not p_freely
    group by date_trunc('week', span.date)
    having count(distinct span.date) filter (where span.has) > 0
      and count(distinct span.date) filter (where span.has)
          < least(max(u.least_days_a_week), count(distinct span.date) filter (where span.state = 'open'))
  )
  select 1, 'excluded', side.unit_id, a.date, side.against
  from span a
  join activities_unit_relation r on r.unit_id = a.unit_id and r.kind = 'excludes'
  join span b on b.unit_id = r.other_unit_id and b.date = a.date
  cross join lateral (values (a.unit_id, b.household_id), (b.unit_id, a.household_id)) as side (unit_id, against)
  where a.has and b.has
  union all
  select 2, 'needs_other', missing.unit_id, missing.date, null from missing
  union all
  select 3, 'needed', r.other_unit_id, missing.date, null
  from missing join activities_unit_relation r on r.unit_id = missing.unit_id and r.kind = 'needs'
  union all
  select 4, 'incomplete_package', span.unit_id, span.date, null
  from span
  join package on package.unit_id = span.unit_id and package.season_id = span.season_id
    and (package.week is null or package.week = date_trunc('week', span.date))
  union all
  select 5, 'below_minimum', span.unit_id, span.date, null
  from span
  join activities_unit_card u on u.unit_id = span.unit_id and u.least_days_a_week is not null
  join short on short.week = date_trunc('week', span.date)
$$;

-- Why what a participant has in an activity breaks its rules, in the span of a slot: the first rule broken; null where
-- none is.
create or replace function span_breach(
  p_participant uuid, p_activity uuid, p_judged_by text, p_season uuid, p_date date, p_now timestamptz, p_freely boolean
) returns text language sql stable as $$
  select b.breach
  from unit_breaches(p_participant, p_activity, p_judged_by, p_season, p_date, p_now, p_freely) b
  order by b.rank limit 1
$$;

-- The rule that each line of a group breaks itself, by its position; a line that breaks none is not in it.
create function line_breaches(p_lines jsonb, p_now timestamptz, p_freely boolean) returns jsonb
language sql stable as $$
  with party as (
    select b.rank, b.breach, b.unit_id, b.date, b.against
    from (select l from jsonb_array_elements(p_lines) l limit 1) first_line
    cross join lateral unit_breaches((l->>'participant')::uuid, (l->>'activity')::uuid, l->>'judged_by',
      (select min(s->>'season')::uuid from jsonb_array_elements(p_lines) s), (l->>'date')::date, p_now, p_freely) b
  )
  select coalesce(jsonb_object_agg(l->>'position', own.breach), '{}')
  from jsonb_array_elements(p_lines) l
  join slot s on s.id = (l->>'slot')::uuid
  cross join lateral (
    select case when party.against <> (l->>'household')::uuid then 'excluded_elsewhere' else party.breach end as breach
    from party
    where party.unit_id = s.unit_id and party.date = s.date
    order by party.rank limit 1
  ) own
$$;

-- As before (0018), but each line of a group that is written in no part says what it breaks itself; those that break
-- nothing are refused with the others.
create or replace function judge_careful_lines(
  p_receipt jsonb, p_lines jsonb, p_authority uuid, p_now timestamptz, p_freely boolean, p_over_capacity boolean,
  p_sender form_sender
) returns jsonb language plpgsql as $$
declare
  party record;
  line jsonb;
  before text;
  breach text;
  breaches jsonb;
  results jsonb;
  outcomes jsonb := '{}';
begin
  for party in
    select jsonb_agg(l order by giving desc, position) as lines, participant, activity, judged_by, min(season::text)::uuid as season,
           min(date) as date
    from (select l, (l->>'position')::integer as position, l->>'act' in ('cancel', 'leave', 'decline') as giving,
                 (l->>'participant')::uuid as participant, (l->>'activity')::uuid as activity, l->>'judged_by' as judged_by,
                 (l->>'season')::uuid as season, (l->>'date')::date as date,
                 case l->>'judged_by' when 'season' then l->>'season'
                      when 'week' then date_trunc('week', (l->>'date')::date)::date::text else l->>'slot' end as span
          from jsonb_array_elements(p_lines) l) each_line
    group by participant, activity, judged_by, span
    order by bool_and(giving) desc, bool_or(giving) desc, min(position)
  loop
    results := '{}';
    begin
      if party.judged_by <> 'slot' then
        before := span_breach(party.participant, party.activity, party.judged_by, party.season, party.date, p_now, p_freely);
      end if;
      for line in select * from jsonb_array_elements(party.lines) loop
        results := results || jsonb_build_object(line->>'position',
          judge_careful_line(line, p_authority, p_now, p_over_capacity, p_sender));
      end loop;
      if party.judged_by <> 'slot' then
        breach := span_breach(party.participant, party.activity, party.judged_by, party.season, party.date, p_now, p_freely);
        if exists (select from jsonb_array_elements(party.lines) l
                   where l->>'asked' = 'wait' and l->>'booked_by' <> 'slot' and results->>(l->>'position') = 'full') then
          breach := 'incomplete_package';
          before := null;
        end if;
        if breach is not null and breach is distinct from before then
          breaches := line_breaches(party.lines, p_now, p_freely);
          raise exception using errcode = 'PB001', message = breach;
        end if;
      end if;
    exception when sqlstate 'PB001' then
      breach := sqlerrm;
      results := (
        select jsonb_object_agg(key, case when value in ('booked', 'held', 'cancelled', 'changed', 'waiting', 'left', 'declined')
                                          then coalesce(breaches->>key, 'refused_with') else value end)
        from jsonb_each_text(results));
      if breach = 'incomplete_package' then
        results := results || wait_for_package(party.lines, p_now, p_sender);
      end if;
    end;
    outcomes := outcomes || results;
  end loop;
  return (
    select jsonb_agg(case when outcomes ? position::text
                          then receipt_line || jsonb_build_object('outcome', outcomes->(position::text)) else receipt_line end
                     order by position)
    from jsonb_array_elements(p_receipt) with ordinality as r (receipt_line, position));
end
$$;

-- The history shows the forms of a household, those that changed nothing too: their receipts stay.
create index submission_households on submission using gin (household_ids);
