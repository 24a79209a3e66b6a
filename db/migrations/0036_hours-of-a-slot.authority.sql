-- owner: bookings

-- Slots get the step of their day (0030) from the alignment, and a move is judged by it.

drop function align_slots(uuid, timestamptz, date, text, uuid, uuid[], uuid[], date[], timestamptz[], integer[], smallint[],
                          smallint[], text[], timestamptz[], timestamptz[], timestamptz[], jsonb[], uuid[], date[], text[],
                          uuid[], uuid[], date[], smallint[], smallint[], smallint[], smallint[], integer[]);

-- Makes the slots of many units, and the places that they share, equal to what rules and calendar now say, in one call.
-- The caller holds the lock of alignments (align-slots.ts), so that two of them never work from different calendars.
--
-- The first arrays are the slots that open: new ones are created, known ones keep their bookings and take
-- their new places, hours with their step and deadlines; where fewer places are offered than are taken, those who hold one keep
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
  p_from smallint[], p_to smallint[], p_step smallint[], p_judged_by text[],
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
    from unnest(p_units, p_seasons, p_dates, p_starts, p_places, p_from, p_to, p_step, p_judged_by,
                p_book_until, p_cancel_until, p_change_until, p_facts)
      as wanted (unit_id, season_id, date, starts_at, places, from_minute, to_minute, hour_step, judged_by,
                 book_until, cancel_until, change_until, facts)
    join slot on slot.unit_id = wanted.unit_id and slot.date = wanted.date
    where slot.starts_at > p_now
      and (slot.season_id, slot.starts_at, slot.state, slot.places - slot.surplus, slot.from_minute, slot.to_minute,
           slot.hour_step, slot.judged_by, slot.book_until, slot.cancel_until, slot.change_until, slot.deadline_facts)
      is distinct from
          (wanted.season_id, wanted.starts_at, 'open', wanted.places, wanted.from_minute, wanted.to_minute,
           wanted.hour_step, wanted.judged_by, wanted.book_until, wanted.cancel_until, wanted.change_until, wanted.facts)
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
    select * from unnest(p_units, p_seasons, p_dates, p_starts, p_places, p_from, p_to, p_step, p_judged_by,
                         p_book_until, p_cancel_until, p_change_until, p_facts)
      as w (unit_id, season_id, date, starts_at, places, from_minute, to_minute, hour_step, judged_by,
            book_until, cancel_until, change_until, facts)
  ), written as (
    update slot set season_id = wanted.season_id, starts_at = wanted.starts_at, state = 'open', closed_because = null,
                    from_minute = wanted.from_minute, to_minute = wanted.to_minute, hour_step = wanted.hour_step,
                    judged_by = wanted.judged_by,
                    book_until = wanted.book_until, cancel_until = wanted.cancel_until, change_until = wanted.change_until,
                    deadline_facts = wanted.facts, places = greatest(wanted.places, slot.taken),
                    surplus = greatest(slot.taken - wanted.places, 0)
    from wanted
    where slot.id = any (differing) and slot.unit_id = wanted.unit_id and slot.date = wanted.date
    returning 1
  ), added as (
    insert into slot (activity_id, unit_id, season_id, date, starts_at, places, from_minute, to_minute, hour_step, judged_by,
                      book_until, cancel_until, change_until, deadline_facts)
    select unit.activity_id, wanted.unit_id, wanted.season_id, wanted.date, wanted.starts_at, wanted.places,
           wanted.from_minute, wanted.to_minute, wanted.hour_step, wanted.judged_by, wanted.book_until,
           wanted.cancel_until, wanted.change_until, wanted.facts
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
