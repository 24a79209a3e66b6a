-- owner: bookings

drop function align_slots(uuid, timestamptz, text, uuid, uuid[], uuid[], date[], timestamptz[], integer[], timestamptz[],
                          timestamptz[], jsonb[], uuid[], date[], text[]);

-- Makes the slots of many units, and the places that they share, equal to what rules and calendar now say, in one call.
-- The caller holds the lock of alignments (align-slots.ts), so that two of them never work from different calendars.
--
-- The first arrays are the slots that open: new ones are created, known ones keep their bookings and take
-- their new places, hours and deadlines; where fewer places are offered than are taken, those who hold one keep
-- it. The arrays p_closed_* are dates that close: a slot there loses its bookings and its waiting list, with the reason
-- in the history, and a date without a slot stays without one. A date that is in neither is left as it is,
-- and so is a slot that has started: what was eaten was eaten.
-- The arrays p_count_* are all the shared places of the activities p_counted from today on: what is not in them ends.
-- Who takes one is counted anew from the bookings, so that an age group that moves leaves no place behind.
-- Slots that change are locked in id order (lock_places), as submit_bookings does; the others are not locked at all.
-- Places that come free go to who waits for them.
-- Announces once, for the whole call, the slots that lost bookings (bookings.closed) and those that open
-- again where a closing had cancelled some (bookings.reopened).
create function align_slots(
  p_authority uuid, p_now timestamptz, p_today date, p_by text, p_account uuid,
  p_units uuid[], p_seasons uuid[], p_dates date[], p_starts timestamptz[], p_places integer[],
  p_from smallint[], p_to smallint[], p_judged_by text[],
  p_book_until timestamptz[], p_cancel_until timestamptz[], p_change_until timestamptz[], p_facts jsonb[],
  p_closed_units uuid[], p_closed_dates date[], p_closed_because text[],
  p_counted uuid[], p_count_activities uuid[], p_count_dates date[], p_count_from smallint[], p_count_to smallint[],
  p_count_from_months smallint[], p_count_until_months smallint[], p_count_places integer[]
) returns table (created bigint, changed bigint, closed bigint, cancelled bigint, reopened bigint)
language plpgsql as $$
declare
  closing uuid[];
  differing uuid[];
  recounted uuid[];
  reopening uuid[];
  bereft uuid[];
  awaited uuid[];
  turn waiting_turn;
  ended uuid[] := '{}';
begin
  select coalesce(array_agg(distinct id), '{}') into differing from (
    select slot.id
    from unnest(p_closed_units, p_closed_dates, p_closed_because) as wanted (unit_id, date, closed_because)
    join slot on slot.unit_id = wanted.unit_id and slot.date = wanted.date
    where slot.starts_at > p_now and slot.closed_because is distinct from wanted.closed_because
    union all
    select slot.id
    from unnest(p_units, p_seasons, p_dates, p_starts, p_places, p_from, p_to, p_judged_by,
                p_book_until, p_cancel_until, p_change_until, p_facts)
      as wanted (unit_id, season_id, date, starts_at, places, from_minute, to_minute, judged_by,
                 book_until, cancel_until, change_until, facts)
    join slot on slot.unit_id = wanted.unit_id and slot.date = wanted.date
    where slot.starts_at > p_now
      and (slot.season_id, slot.starts_at, slot.state, slot.places - slot.surplus, slot.from_minute, slot.to_minute,
           slot.judged_by, slot.book_until, slot.cancel_until, slot.change_until, slot.deadline_facts)
      is distinct from
          (wanted.season_id, wanted.starts_at, 'open', wanted.places, wanted.from_minute, wanted.to_minute,
           wanted.judged_by, wanted.book_until, wanted.cancel_until, wanted.change_until, wanted.facts)
  ) d;
  recounted := slots_to_recount(p_today, p_counted, p_count_activities, p_count_dates, p_count_from, p_count_to,
                                p_count_from_months, p_count_until_months, p_count_places);
  perform lock_places(differing || recounted);

  select coalesce(array_agg(slot.id), '{}') into closing
  from unnest(p_closed_units, p_closed_dates) as wanted (unit_id, date)
  join slot on slot.unit_id = wanted.unit_id and slot.date = wanted.date
  where slot.id = any (differing);
  select coalesce(array_agg(id), '{}') into reopening
  from slot where id = any (differing) and state = 'closed' and id <> all (closing);

  for turn in
    select t.* from waiting_turn t where t.state in ('waiting', 'offered') and t.slot_ids && closing
  loop
    perform end_turn(turn, 'closed', p_now);
    perform note_turn(turn, 'turn_closed', p_now);
    ended := ended || turn.id;
  end loop;

  with lost as (
    update booking set state = 'cancelled', cancelled_at = p_now
    where slot_id = any (closing) and state in ('held', 'booked')
    returning id, household_id, participant_id, slot_id
  ), remembered as (
    insert into booking_history
      (at, household_id, participant_id, slot_id, booking_id, act, account_id, by_label, by_agent, reason)
    select p_now, lost.household_id, lost.participant_id, lost.slot_id, lost.id, 'cancelled', p_account, p_by, true,
           wanted.closed_because
    from lost
    join slot on slot.id = lost.slot_id
    join unnest(p_closed_units, p_closed_dates, p_closed_because) as wanted (unit_id, date, closed_because)
      on wanted.unit_id = slot.unit_id and wanted.date = slot.date
    returning slot_id
  )
  select count(*), coalesce(array_agg(distinct slot_id), '{}') into cancelled, bereft from remembered;

  with written as (
    update slot set state = 'closed', closed_because = wanted.closed_because, taken = 0,
                    places = slot.places - slot.surplus, surplus = 0
    from unnest(p_closed_units, p_closed_dates, p_closed_because) as wanted (unit_id, date, closed_because),
         slot before
    where slot.id = any (closing) and slot.unit_id = wanted.unit_id and slot.date = wanted.date
      and before.id = slot.id
    returning before.state = 'open' as was_open
  )
  select count(*) filter (where was_open) into closed from written;

  with wanted as (
    select * from unnest(p_units, p_seasons, p_dates, p_starts, p_places, p_from, p_to, p_judged_by,
                         p_book_until, p_cancel_until, p_change_until, p_facts)
      as w (unit_id, season_id, date, starts_at, places, from_minute, to_minute, judged_by,
            book_until, cancel_until, change_until, facts)
  ), written as (
    update slot set season_id = wanted.season_id, starts_at = wanted.starts_at, state = 'open', closed_because = null,
                    from_minute = wanted.from_minute, to_minute = wanted.to_minute, judged_by = wanted.judged_by,
                    book_until = wanted.book_until, cancel_until = wanted.cancel_until, change_until = wanted.change_until,
                    deadline_facts = wanted.facts, places = greatest(wanted.places, slot.taken),
                    surplus = greatest(slot.taken - wanted.places, 0)
    from wanted
    where slot.id = any (differing) and slot.unit_id = wanted.unit_id and slot.date = wanted.date
    returning 1
  ), added as (
    insert into slot (activity_id, unit_id, season_id, date, starts_at, places, from_minute, to_minute, judged_by,
                      book_until, cancel_until, change_until, deadline_facts)
    select unit.activity_id, wanted.unit_id, wanted.season_id, wanted.date, wanted.starts_at, wanted.places,
           wanted.from_minute, wanted.to_minute, wanted.judged_by, wanted.book_until, wanted.cancel_until,
           wanted.change_until, wanted.facts
    from wanted
    join activities_unit_card unit using (unit_id)
    where wanted.starts_at > p_now
      and not exists (select from slot where slot.unit_id = wanted.unit_id and slot.date = wanted.date)
    returning 1
  )
  select (select count(*) from written) - cardinality(reopening), (select count(*) from added)
  into changed, created;
  reopened := cardinality(reopening);

  perform write_place_counts(p_today, p_counted, p_count_activities, p_count_dates, p_count_from, p_count_to,
                             p_count_from_months, p_count_until_months, p_count_places, closing);
  perform hand_on_places(p_authority, served_by(differing || recounted), p_now);

  if cancelled > 0 then
    perform graphile_worker.add_job('event',
      json_build_object('authority', p_authority, 'type', 'bookings.closed',
                        'facts', json_build_object('slots', bereft, 'at', p_now)));
  end if;

  if ended <> '{}' then
    perform graphile_worker.add_job('event',
      json_build_object('authority', p_authority, 'type', 'bookings.expired',
                        'facts', json_build_object('turns', ended, 'bookings', '{}'::uuid[], 'at', p_now)));
  end if;

  select array_agg(distinct slot_id) into awaited
  from booking_history where slot_id = any (reopening) and submission_key is null and act = 'cancelled';
  if awaited is not null then
    perform graphile_worker.add_job('event',
      json_build_object('authority', p_authority, 'type', 'bookings.reopened',
                        'facts', json_build_object('slots', awaited, 'at', p_now)));
  end if;
  return next;
end
$$;

-- The slots of the days on which the shared places of activities differ from what is wanted.
create function slots_to_recount(
  p_today date, p_counted uuid[], p_activities uuid[], p_dates date[], p_from smallint[], p_to smallint[],
  p_from_months smallint[], p_until_months smallint[], p_places integer[]
) returns uuid[] language sql stable as $$
  with wanted as (
    select * from unnest(p_activities, p_dates, p_from, p_to, p_from_months, p_until_months, p_places)
      as w (activity_id, date, from_minute, to_minute, from_months, until_months, places)
  ), known as (
    select activity_id, date, from_minute, to_minute, from_months, until_months, places - surplus as places
    from place_count where activity_id = any (p_counted) and date >= p_today
  )
  select coalesce(array_agg(slot.id), '{}')
  from (select activity_id, date from (table wanted except table known) missing
        union select activity_id, date from (table known except table wanted) over) differing
  join slot on slot.activity_id = differing.activity_id and slot.date = differing.date
$$;

-- Writes the shared places where they differ from what is wanted, and counts anew who takes them; those of slots that
-- close, and of no booking any longer, too.
create function write_place_counts(
  p_today date, p_counted uuid[], p_activities uuid[], p_dates date[], p_from smallint[], p_to smallint[],
  p_from_months smallint[], p_until_months smallint[], p_places integer[], p_closing uuid[]
) returns void language plpgsql as $$
begin
  if cardinality(p_counted) = 0 then return; end if;
  -- What was booked while no place was shared has no age yet.
  update booking b set months = months_on(p.birth_date, s.date)
  from slot s, families_participant_card p
  where s.activity_id = any (p_counted) and s.date >= p_today and s.ruled and b.slot_id = s.id
    and b.state in ('held', 'booked') and b.months is null and p.participant_id = b.participant_id;
  with wanted as (
    select * from unnest(p_activities, p_dates, p_from, p_to, p_from_months, p_until_months, p_places)
      as w (activity_id, date, from_minute, to_minute, from_months, until_months, places)
  ), over as (
    delete from place_count c
    where c.activity_id = any (p_counted) and c.date >= p_today and not exists (
      select from wanted w where w.activity_id = c.activity_id and w.date = c.date and w.from_minute = c.from_minute
        and w.from_months = c.from_months)
  ), changing as (
    select w.*, place_taken(w.activity_id, w.date, w.from_minute, w.to_minute, w.from_months, w.until_months) as taken
    from wanted w
    left join place_count c using (activity_id, date, from_minute, from_months)
    where c.activity_id is null
      or (c.to_minute, c.until_months, c.places - c.surplus) is distinct from (w.to_minute, w.until_months, w.places)
      or exists (select from slot where slot.activity_id = w.activity_id and slot.date = w.date and slot.id = any (p_closing))
  )
  insert into place_count (activity_id, date, from_minute, to_minute, from_months, until_months, places, taken, surplus)
  select activity_id, date, from_minute, to_minute, from_months, until_months, greatest(places, taken), taken,
         greatest(taken - places, 0)
  from changing
  on conflict (activity_id, date, from_minute, from_months) do update
  set to_minute = excluded.to_minute, until_months = excluded.until_months, places = excluded.places,
      taken = excluded.taken, surplus = excluded.surplus;
end
$$;

-- How many live bookings and offered turns take a shared place of an activity on a day: these hours, these ages.
create function place_taken(
  p_activity uuid, p_date date, p_from smallint, p_to smallint, p_from_months smallint, p_until_months smallint
) returns integer language sql stable as $$
  select count(*)::integer
  from slot s
  join lateral (
    select b.from_minute, b.to_minute, b.months from booking b
    where b.slot_id = s.id and b.state in ('held', 'booked')
    union all
    select t.from_minute, t.to_minute, t.months from waiting_turn t
    where t.state = 'offered' and s.waiting > 0 and s.id = any (t.slot_ids)
  ) holder on true
  where s.activity_id = p_activity and s.date = p_date
    and coalesce(holder.from_minute, s.from_minute) < p_to and coalesce(holder.to_minute, s.to_minute) > p_from
    and coalesce(holder.months, 1200) >= p_from_months and coalesce(holder.months, 1200) < p_until_months
$$;
