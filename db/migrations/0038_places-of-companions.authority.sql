-- owner: bookings

-- Who comes with the person who books (the children of an assistante maternelle), and how many places of the slot, and
-- of what it shares, it takes: counted when it was booked, by the unit of that day.
alter table booking
  add column companions smallint not null default 0 check (companions >= 0),
  add column places smallint not null default 1 check (places >= 0);
alter table waiting_turn
  add column companions smallint not null default 0 check (companions >= 0),
  add column places smallint not null default 1 check (places >= 0);
alter table booking_history add column companions smallint check (companions > 0);

-- How many places of a unit somebody takes who comes with so many.
create function places_with(p_most smallint, p_companions_only boolean, p_companions smallint) returns smallint
language sql immutable as $$
  select case when p_most is null then 1 when p_companions_only then p_companions else p_companions + 1 end::smallint
$$;

drop function place_in(slot, smallint, smallint, smallint);

-- Whether so many places are free in a slot and in those it shares, for these hours and this age (an adult without a birth
-- date is a hundred): 'free', 'full', or 'wrong_age' where the activity has age groups and this age is in none of them.
create function place_in(p_slot slot, p_from smallint, p_to smallint, p_months smallint, p_places smallint) returns text
language plpgsql stable as $$
declare
  shared record;
begin
  if p_slot.ruled then
    select count(*) as met, count(*) filter (where fits) as fitting,
           count(*) filter (where fits and taken + p_places > places) as full_ones
    into shared
    from (select c.places, c.taken,
                 coalesce(p_months, 1200) >= c.from_months and coalesce(p_months, 1200) < c.until_months as fits
          from place_count c
          where c.activity_id = p_slot.activity_id and c.date = p_slot.date
            and c.from_minute < coalesce(p_to, p_slot.to_minute) and c.to_minute > coalesce(p_from, p_slot.from_minute)) c;
    if shared.met > 0 and shared.fitting = 0 and wrong_age_for(p_slot.activity_id, p_months) then return 'wrong_age'; end if;
    if shared.full_ones > 0 then return 'full'; end if;
  end if;
  return case when p_slot.taken + p_places <= p_slot.places then 'free' else 'full' end;
end
$$;

-- Takes (more than 0) or gives back (less) places in a slot and in those it shares. Over capacity, places grow with it;
-- those that were above what the activity offers go when they are given back.
create or replace function move_place(p_slot uuid, p_from smallint, p_to smallint, p_months smallint, p_by integer) returns void
language plpgsql as $$
begin
  update slot set taken = taken + p_by,
                  places = case when p_by > 0 then greatest(places, taken + p_by) else places - least(surplus, -p_by) end,
                  surplus = case when p_by > 0 then surplus + greatest(taken + p_by - places, 0)
                                 else surplus - least(surplus, -p_by) end
  where id = p_slot;
  update place_count c
  set taken = c.taken + p_by,
      places = case when p_by > 0 then greatest(c.places, c.taken + p_by) else c.places - least(c.surplus, -p_by) end,
      surplus = case when p_by > 0 then c.surplus + greatest(c.taken + p_by - c.places, 0)
                     else c.surplus - least(c.surplus, -p_by) end
  from slot
  where slot.id = p_slot and slot.ruled and c.activity_id = slot.activity_id and c.date = slot.date
    and c.from_minute < coalesce(p_to, slot.to_minute) and c.to_minute > coalesce(p_from, slot.from_minute)
    and coalesce(p_months, 1200) >= c.from_months and coalesce(p_months, 1200) < c.until_months;
end
$$;

-- Ends a live turn of the waiting list; one that was offered gives its places back. The caller holds the locks.
create or replace function end_turn(p_turn waiting_turn, p_state text, p_now timestamptz) returns void language plpgsql as $$
declare
  wanted uuid;
begin
  update waiting_turn set state = p_state, ended_at = p_now where id = p_turn.id;
  update slot set waiting = waiting - 1 where id = any (p_turn.slot_ids);
  if p_turn.state = 'offered' and p_state not in ('accepted', 'given') then
    foreach wanted in array p_turn.slot_ids loop
      perform move_place(wanted, p_turn.from_minute, p_turn.to_minute, p_turn.months, -p_turn.places);
    end loop;
  end if;
end
$$;

-- One line of the history that no form wrote: what the waiting list or the clock did.
create or replace function note_turn(p_turn waiting_turn, p_act text, p_now timestamptz) returns void language sql as $$
  insert into booking_history (at, household_id, participant_id, slot_id, turn_id, act, by_label, by_agent, companions)
  values (p_now, p_turn.household_id, p_turn.participant_id, p_turn.slot_id, p_turn.id, p_act, 'Préau', true,
          nullif(p_turn.companions, 0))
$$;

-- Writes the bookings of a turn whose place is already counted: the offer was accepted, or the place is given at once.
create or replace function book_turn(p_turn waiting_turn, p_now timestamptz) returns void language sql as $$
  insert into booking (slot_id, participant_id, household_id, enrolment_id, booked_at, from_minute, to_minute, months,
                       companions, places)
  select wanted, p_turn.participant_id, p_turn.household_id, p_turn.enrolment_id, p_now,
         p_turn.from_minute, p_turn.to_minute, p_turn.months, p_turn.companions, p_turn.places
  from unnest(p_turn.slot_ids) as wanted
$$;

-- Hands free places to whoever waits for them, in the order that the authority chose: offered for the time it gives
-- to answer, or given at once. A turn whose slots, hours and age find no place keeps its rank and lets the next one
-- through. A turn lives until the later of its first slot's two deadlines, and no offer outlives it. A place that is
-- given at once but would break a rule of the activity (half-day and day) is offered instead. The caller holds the
-- locks (lock_places). Announces what was offered and given (bookings.offered).
create or replace function hand_on_places(p_authority uuid, p_slots uuid[], p_now timestamptz) returns void
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
    left join lateral place_rule_on(s.activity_id, s.date) r on true
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
      fits := fits and asked.state = 'open' 
              and place_in(asked, turn.from_minute, turn.to_minute, turn.months, turn.places) = 'free';
    end loop;
    continue when not fits;
    foreach wanted in array turn.slot_ids loop
      perform move_place(wanted, turn.from_minute, turn.to_minute, turn.months, turn.places);
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

-- What the clock ends: offers that nobody answered, turns whose slot can no longer change, places that were held for a
-- payment that did not come. Their places go to the next in turn. Run every minute; run twice, it does nothing more.
create or replace function expire_places(p_authority uuid, p_now timestamptz) returns integer language plpgsql as $$
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
    perform move_place(lost.slot_id, lost.from_minute, lost.to_minute, lost.months, -lost.places);
    insert into booking_history (at, household_id, participant_id, slot_id, booking_id, act, by_label, by_agent, companions)
    values (p_now, lost.household_id, lost.participant_id, lost.slot_id, lost.id, 'released', 'Préau', true,
            nullif(lost.companions, 0));
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
