-- owner: bookings

-- Makes the slots of many units equal to what rules and calendar now say, in one call. The caller holds the
-- lock of alignments (align-slots.ts), so that two of them never work from different calendars.
--
-- The first arrays are the slots that open: new ones are created, known ones keep their bookings and take
-- their new places and deadlines; where fewer places are offered than are taken, those who hold one keep
-- it. The last arrays are dates that close: a slot there loses its bookings, with the reason in the history,
-- and a date without a slot stays without one. A date that is in neither is left as it is,
-- and so is a slot that has started: what was eaten was eaten.
-- Slots that change are locked in id order, as submit_bookings does; the others are not locked at all.
-- Announces once, for the whole call, the slots that lost bookings (bookings.closed) and those that open
-- again where a closing had cancelled some (bookings.reopened).
create function align_slots(
  p_authority uuid, p_now timestamptz, p_by text, p_account uuid,
  p_units uuid[], p_seasons uuid[], p_dates date[], p_starts timestamptz[], p_places integer[],
  p_book_until timestamptz[], p_cancel_until timestamptz[], p_facts jsonb[],
  p_closed_units uuid[], p_closed_dates date[], p_closed_because text[]
) returns table (created bigint, changed bigint, closed bigint, cancelled bigint, reopened bigint)
language plpgsql as $$
declare
  closing uuid[];
  differing uuid[];
  reopening uuid[];
  bereft uuid[];
  awaited uuid[];
begin
  with locked as materialized (
    select slot.id
    from unnest(p_closed_units, p_closed_dates, p_closed_because) as wanted (unit_id, date, closed_because)
    join slot on slot.unit_id = wanted.unit_id and slot.date = wanted.date
    where slot.starts_at > p_now and slot.closed_because is distinct from wanted.closed_because
    union all
    select slot.id
    from unnest(p_units, p_seasons, p_dates, p_starts, p_places, p_book_until, p_cancel_until, p_facts)
      as wanted (unit_id, season_id, date, starts_at, places, book_until, cancel_until, facts)
    join slot on slot.unit_id = wanted.unit_id and slot.date = wanted.date
    where slot.starts_at > p_now
      and (slot.season_id, slot.starts_at, slot.state, slot.places - slot.surplus, slot.book_until,
           slot.cancel_until, slot.deadline_facts)
      is distinct from
          (wanted.season_id, wanted.starts_at, 'open', wanted.places, wanted.book_until,
           wanted.cancel_until, wanted.facts)
  )
  select coalesce(array_agg(id), '{}') into differing
  from (select slot.id from slot where slot.id in (select id from locked) order by slot.id for no key update) s;

  select coalesce(array_agg(slot.id), '{}') into closing
  from unnest(p_closed_units, p_closed_dates) as wanted (unit_id, date)
  join slot on slot.unit_id = wanted.unit_id and slot.date = wanted.date
  where slot.id = any (differing);
  select coalesce(array_agg(id), '{}') into reopening
  from slot where id = any (differing) and state = 'closed' and id <> all (closing);

  with lost as (
    update booking set state = 'cancelled', cancelled_at = p_now
    where slot_id = any (closing) and state = 'booked'
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
    select * from unnest(p_units, p_seasons, p_dates, p_starts, p_places, p_book_until, p_cancel_until, p_facts)
      as w (unit_id, season_id, date, starts_at, places, book_until, cancel_until, facts)
  ), written as (
    update slot set season_id = wanted.season_id, starts_at = wanted.starts_at, state = 'open', closed_because = null,
                    book_until = wanted.book_until, cancel_until = wanted.cancel_until,
                    deadline_facts = wanted.facts, places = greatest(wanted.places, slot.taken),
                    surplus = greatest(slot.taken - wanted.places, 0)
    from wanted
    where slot.id = any (differing) and slot.unit_id = wanted.unit_id and slot.date = wanted.date
    returning 1
  ), added as (
    insert into slot (activity_id, unit_id, season_id, date, starts_at, places, book_until, cancel_until, deadline_facts)
    select unit.activity_id, wanted.unit_id, wanted.season_id, wanted.date, wanted.starts_at, wanted.places,
           wanted.book_until, wanted.cancel_until, wanted.facts
    from wanted
    join activities_unit_card unit using (unit_id)
    where wanted.starts_at > p_now
      and not exists (select from slot where slot.unit_id = wanted.unit_id and slot.date = wanted.date)
    returning 1
  )
  select (select count(*) from written) - cardinality(reopening), (select count(*) from added)
  into changed, created;
  reopened := cardinality(reopening);

  if cancelled > 0 then
    perform graphile_worker.add_job('event',
      json_build_object('authority', p_authority, 'type', 'bookings.closed',
                        'facts', json_build_object('slots', bereft, 'at', p_now)));
  end if;

  select array_agg(distinct slot_id) into awaited
  from booking_history where slot_id = any (reopening) and submission_key is null;
  if awaited is not null then
    perform graphile_worker.add_job('event',
      json_build_object('authority', p_authority, 'type', 'bookings.reopened',
                        'facts', json_build_object('slots', awaited, 'at', p_now)));
  end if;
  return next;
end
$$;
