-- owner: bookings

-- What a line looks up in a table that may still be empty, it looks up by what it names alone, and judges the state
-- afterwards: an index of the live ones holds already that they live, and reading it whole looks free in an empty table
-- that was analysed (see submit_bookings in 0073; the three functions are as before but for that).
create index waiting_turn_participant on waiting_turn (participant_id);

-- Puts a participant on the waiting list of slots that are wanted together (one, or a whole package, in the order of
-- their days). Returns 'waiting', 'already_waiting', or 'full' where the authority keeps no list.
create or replace function queue_turn(p_line jsonb, p_slots uuid[], p_months smallint, p_now timestamptz, p_sender form_sender)
returns text language plpgsql as $$
declare
  participant uuid := p_line->>'participant';
  written uuid;
begin
  if not (p_line->>'may_wait')::boolean then return 'full'; end if;
  if exists (select from (select * from waiting_turn any_turn where any_turn.participant_id = participant offset 0) t
             where t.state in ('waiting', 'offered') and t.slot_ids && p_slots) then return 'already_waiting'; end if;
  insert into waiting_turn (slot_id, slot_ids, participant_id, household_id, enrolment_id, from_minute, to_minute,
                            months, points, asked_at, companions, places)
  values (p_slots[1], p_slots, participant, (p_line->>'household')::uuid, (p_line->>'enrolment')::uuid,
          (p_line->>'from')::smallint, (p_line->>'to')::smallint, p_months,
          coalesce((p_line->>'points')::smallint, 0), p_now,
          (p_line->>'companions')::smallint, (p_line->>'places')::smallint)
  returning id into written;
  update slot set waiting = waiting + 1 where id = any (p_slots);
  perform note_line(p_sender, p_now, p_line, null, written, 'waiting');
  return 'waiting';
end
$$;

-- Judges one line that submit_bookings found in order, and writes it: its outcome. The locks are held.
create or replace function judge_careful_line(
  p_line jsonb, p_authority uuid, p_now timestamptz, p_over_capacity boolean, p_sender form_sender
) returns text language plpgsql as $$
declare
  act text := p_line->>'act';
  wanted_from smallint := p_line->>'from';
  wanted_to smallint := p_line->>'to';
  wanted_companions smallint := p_line->>'companions';
  wanted_places smallint := p_line->>'places';
  asked slot;
  turn waiting_turn;
  held booking;
  months smallint;
  place text;
  written uuid;
begin
  select * into asked from slot where id = (p_line->>'slot')::uuid;
  select * into turn from (select * from waiting_turn where id = (p_line->>'turn')::uuid offset 0) t
  where t.state in ('waiting', 'offered');

  if act in ('leave', 'decline') then
    if turn.id is null then return 'offer_over'; end if;
    perform end_turn(turn, case act when 'leave' then 'withdrawn' else 'declined' end, p_now);
    perform note_line(p_sender, p_now, p_line, null, turn.id, case act when 'leave' then 'withdrawn' else 'declined' end);
    if turn.state = 'offered' then perform hand_on_places(p_authority, served_by(turn.slot_ids), p_now); end if;
    return case act when 'leave' then 'left' else 'declined' end;
  end if;

  if act = 'accept' or turn.state = 'offered' and act in ('book', 'wait') then
    if turn.id is null then return 'offer_over'; end if;
    perform end_turn(turn, 'accepted', p_now);
    perform book_turn(turn, p_now);
    perform note_line(p_sender, p_now, p_line, null, turn.id, 'accepted');
    return 'booked';
  end if;

  if act in ('cancel', 'change') then
    select * into held from (select * from booking where id = (p_line->>'booking')::uuid offset 0) b
    where b.state in ('held', 'booked');
    if held.id is null then return 'not_booked'; end if;
  end if;

  if act = 'cancel' then
    update booking set state = 'cancelled', cancelled_at = p_now where id = held.id;
    perform move_place(held.slot_id, held.from_minute, held.to_minute, held.months, -held.places);
    perform note_line(p_sender, p_now, p_line, held.id, null, 'cancelled');
    perform hand_on_places(p_authority, served_by(array[held.slot_id]), p_now);
    return 'cancelled';
  end if;

  if act = 'change' then
    if (held.from_minute, held.to_minute, held.companions)
       is not distinct from (wanted_from, wanted_to, wanted_companions) then return 'same_hours'; end if;
    perform move_place(held.slot_id, held.from_minute, held.to_minute, held.months, -held.places);
    select * into asked from slot where id = held.slot_id;
    -- Fewer at the same hours: what is left was held already, above what is offered perhaps.
    if place_in(asked, wanted_from, wanted_to, held.months, wanted_places) <> 'free' and not p_over_capacity
       and not (wanted_places <= held.places
                and (held.from_minute, held.to_minute) is not distinct from (wanted_from, wanted_to)) then
      perform move_place(held.slot_id, held.from_minute, held.to_minute, held.months, held.places);
      return 'full';
    end if;
    perform move_place(held.slot_id, wanted_from, wanted_to, held.months, wanted_places);
    update booking set from_minute = wanted_from, to_minute = wanted_to, companions = wanted_companions,
                       places = wanted_places where id = held.id;
    perform note_line(p_sender, p_now, p_line, held.id, null, 'changed');
    perform hand_on_places(p_authority, served_by(array[held.slot_id]), p_now);
    return 'changed';
  end if;

  -- The place may have come in the meantime: given from the waiting list by a line before.
  if exists (select from booking b where b.participant_id = (p_line->>'participant')::uuid
               and b.slot_id = asked.id and b.state in ('held', 'booked')) then return 'already_booked'; end if;
  months := months_of_line(p_line);
  place := place_in(asked, wanted_from, wanted_to, months, wanted_places);
  if place <> 'free' and not p_over_capacity then
    if place = 'full' and act = 'wait' and p_line->>'booked_by' = 'slot' then
      return queue_turn(p_line, array[asked.id], months, p_now, p_sender);
    end if;
    return place;
  end if;
  perform move_place(asked.id, wanted_from, wanted_to, months, wanted_places);
  insert into booking (slot_id, participant_id, household_id, enrolment_id, state, held_until, booked_at,
                       from_minute, to_minute, months, companions, places)
  values (asked.id, (p_line->>'participant')::uuid, (p_line->>'household')::uuid, (p_line->>'enrolment')::uuid,
          case when p_line->>'held_until' is null then 'booked' else 'held' end, (p_line->>'held_until')::timestamptz, p_now,
          wanted_from, wanted_to, months, wanted_companions, wanted_places)
  returning id into written;
  if turn.id is not null then perform end_turn(turn, 'accepted', p_now); end if;
  perform note_line(p_sender, p_now, p_line, written, turn.id, case when p_line->>'held_until' is null then 'booked' else 'held' end);
  return case when p_line->>'held_until' is null then 'booked' else 'held' end;
end
$$;
