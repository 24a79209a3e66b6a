-- owner: bookings

-- Ends a live turn of the waiting list; one that was offered gives its places back. The caller holds the locks.
create function end_turn(p_turn waiting_turn, p_state text, p_now timestamptz) returns void language plpgsql as $$
declare
  wanted uuid;
begin
  update waiting_turn set state = p_state, ended_at = p_now where id = p_turn.id;
  update slot set waiting = waiting - 1 where id = any (p_turn.slot_ids);
  if p_turn.state = 'offered' and p_state not in ('accepted', 'given') then
    foreach wanted in array p_turn.slot_ids loop
      perform move_place(wanted, p_turn.from_minute, p_turn.to_minute, p_turn.months, -1);
    end loop;
  end if;
end
$$;

-- One line of the history that no form wrote: what the waiting list or the clock did.
create function note_turn(p_turn waiting_turn, p_act text, p_now timestamptz) returns void language sql as $$
  insert into booking_history (at, household_id, participant_id, slot_id, turn_id, act, by_label, by_agent)
  values (p_now, p_turn.household_id, p_turn.participant_id, p_turn.slot_id, p_turn.id, p_act, 'Préau', true)
$$;

-- Writes the bookings of a turn whose place is already counted: the offer was accepted, or the place is given at once.
create function book_turn(p_turn waiting_turn, p_now timestamptz) returns void language sql as $$
  insert into booking (slot_id, participant_id, household_id, enrolment_id, booked_at, from_minute, to_minute, months)
  select wanted, p_turn.participant_id, p_turn.household_id, p_turn.enrolment_id, p_now,
         p_turn.from_minute, p_turn.to_minute, p_turn.months
  from unnest(p_turn.slot_ids) as wanted
$$;

-- Who waits for a slot (for a package, for its first one), in the order that the authority chose: by date, by points, or
-- siblings together behind the one who asked first, whatever became of that one since. Families see their rank.
create function waiting_in_order(p_slot uuid) returns table (turn_id uuid, rank bigint) language sql stable as $$
  select t.id, row_number() over (
    order by case when r.waiting_order = 'points' then -t.points end,
             case when r.waiting_order = 'siblings' then (
               select min(f.asked_at) from waiting_turn f
               where f.slot_id = t.slot_id and f.household_id = t.household_id
                 and f.state in ('waiting', 'offered', 'accepted', 'given')) end,
             case when r.waiting_order = 'siblings' then t.household_id end, t.asked_at, t.id)
  from waiting_turn t
  join slot s on s.id = t.slot_id
  left join place_rule r on r.activity_id = s.activity_id
  where t.slot_id = p_slot and t.state = 'waiting'
$$;

-- Hands free places to whoever waits for them, in the order that the authority chose: offered for the time it gives
-- to answer, or given at once. A turn whose slots, hours and age find no place keeps its rank and lets the next one
-- through. A turn lives until the later of its first slot's two deadlines, and no offer outlives it. A place that is
-- given at once but would break a rule of the activity (half-day and day) is offered instead. The caller holds the
-- locks (lock_places). Announces what was offered and given (bookings.offered).
create function hand_on_places(p_authority uuid, p_slots uuid[], p_now timestamptz) returns void
language plpgsql as $$
declare
  item record;
  turn waiting_turn;
  wanted uuid;
  asked slot;
  fits boolean;
  given boolean;
  handed uuid[] := '{}';
begin
  if not exists (select from slot where id = any (p_slots) and waiting > 0) then return; end if;
  for item in
    select t as turn, s.activity_id, s.judged_by, s.season_id, s.date, greatest(s.book_until, s.cancel_until) as lives_until,
           r.activity_id is not null and r.answer_minutes is null as at_once, coalesce(r.answer_minutes, 1440) as minutes
    from (select distinct slot_id from waiting_turn where state = 'waiting' and slot_ids && p_slots) wanted_slot
    join slot s on s.id = wanted_slot.slot_id
    cross join lateral waiting_in_order(s.id) place_in_line
    join waiting_turn t on t.id = place_in_line.turn_id and t.slot_ids && p_slots
    left join place_rule r on r.activity_id = s.activity_id
    order by s.date, s.id, place_in_line.rank
  loop
    turn := item.turn;
    if p_now > item.lives_until then
      perform end_turn(turn, 'expired', p_now);
      perform note_turn(turn, 'expired', p_now);
      continue;
    end if;
    fits := true;
    foreach wanted in array turn.slot_ids loop
      select * into asked from slot where id = wanted;
      fits := fits and asked.state = 'open' and place_in(asked, turn.from_minute, turn.to_minute, turn.months) = 'free';
    end loop;
    continue when not fits;
    foreach wanted in array turn.slot_ids loop
      perform move_place(wanted, turn.from_minute, turn.to_minute, turn.months, 1);
    end loop;
    given := item.at_once;
    if given then
      begin
        perform end_turn(turn, 'given', p_now);
        perform book_turn(turn, p_now);
        if item.judged_by <> 'slot' and span_breach(turn.participant_id, item.activity_id, item.judged_by,
             item.season_id, item.date, p_now, true) is not null then
          raise exception using errcode = 'PB001';
        end if;
        perform note_turn(turn, 'given', p_now);
      exception when sqlstate 'PB001' then
        given := false;
      end;
    end if;
    if not given then
      update waiting_turn
      set state = 'offered', offered_at = p_now,
          answer_until = least(p_now + make_interval(mins => item.minutes), item.lives_until)
      where id = turn.id;
      perform note_turn(turn, 'offered', p_now);
    end if;
    handed := handed || turn.id;
  end loop;
  if handed <> '{}' then
    perform platform_announce(p_authority, 'bookings.offered', json_build_object('turns', handed, 'at', p_now));
  end if;
end
$$;

-- The slots whose waiting families a place of these slots may serve: where places are shared, those of the day.
create function served_by(p_slots uuid[]) returns uuid[] language sql stable as $$
  select coalesce(array_agg(distinct other.id), '{}')
  from slot asked
  join slot other on other.id = asked.id
    or asked.ruled and other.activity_id = asked.activity_id and other.date = asked.date
  where asked.id = any (p_slots)
$$;

-- What the clock ends: offers that nobody answered, turns whose slot can no longer change, places that were held for a
-- payment that did not come. Their places go to the next in turn. Run every minute; run twice, it does nothing more.
create function expire_places(p_authority uuid, p_now timestamptz) returns integer language plpgsql as $$
declare
  over_turns uuid[];
  over_bookings uuid[];
  slots uuid[];
  turn waiting_turn;
  lost booking;
  ended uuid[] := '{}';
  released uuid[] := '{}';
begin
  select array_agg(id) into over_turns from (
    select id from waiting_turn where state = 'offered' and answer_until < p_now
    union all
    select t.id from slot s join waiting_turn t on t.slot_id = s.id and t.state = 'waiting'
    where s.waiting > 0 and greatest(s.book_until, s.cancel_until) < p_now) o;
  select array_agg(id) into over_bookings from booking where state = 'held' and held_until < p_now;
  if over_turns is null and over_bookings is null then return 0; end if;
  select array_agg(distinct wanted) into slots from (
    select unnest(slot_ids) as wanted from waiting_turn where id = any (over_turns)
    union select slot_id from booking where id = any (over_bookings)) s;
  perform lock_places(slots);
  for turn in
    select t.* from waiting_turn t join slot s on s.id = t.slot_id
    where t.id = any (over_turns) and (t.state = 'offered' and t.answer_until < p_now
      or t.state = 'waiting' and greatest(s.book_until, s.cancel_until) < p_now)
  loop
    perform end_turn(turn, 'expired', p_now);
    perform note_turn(turn, 'expired', p_now);
    ended := ended || turn.id;
  end loop;
  for lost in
    update booking set state = 'cancelled', cancelled_at = p_now
    where id = any (over_bookings) and state = 'held' and held_until < p_now
    returning *
  loop
    perform move_place(lost.slot_id, lost.from_minute, lost.to_minute, lost.months, -1);
    insert into booking_history (at, household_id, participant_id, slot_id, booking_id, act, by_label, by_agent)
    values (p_now, lost.household_id, lost.participant_id, lost.slot_id, lost.id, 'released', 'Préau', true);
    released := released || lost.id;
  end loop;
  perform hand_on_places(p_authority, served_by(slots), p_now);
  if ended <> '{}' or released <> '{}' then
    perform platform_announce(p_authority, 'bookings.expired',
                              json_build_object('turns', ended, 'bookings', released, 'at', p_now));
  end if;
  return cardinality(ended) + cardinality(released);
end
$$;

create index slot_waiting on slot (date) where waiting > 0;
