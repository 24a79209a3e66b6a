-- owner: bookings

-- One line of the history of a form that was judged line by line.
create or replace function note_line(
  p_sender form_sender, p_now timestamptz, p_line jsonb, p_booking uuid, p_turn uuid, p_act text
) returns void language sql as $$
  insert into booking_history (at, household_id, participant_id, slot_id, booking_id, turn_id, act,
                               account_id, by_label, by_agent, reason, submission_key, companions)
  values (p_now, (p_line->>'household')::uuid, (p_line->>'participant')::uuid, (p_line->>'slot')::uuid, p_booking, p_turn,
          p_act, p_sender.account_id, p_sender.by_label, p_sender.by_agent, p_sender.reason, p_sender.submission_key,
          nullif((p_line->>'companions')::smallint, 0))
$$;

-- Puts a participant on the waiting list of slots that are wanted together (one, or a whole package, in the order of
-- their days). Returns 'waiting', 'already_waiting', or 'full' where the authority keeps no list.
create or replace function queue_turn(p_line jsonb, p_slots uuid[], p_months smallint, p_now timestamptz, p_sender form_sender)
returns text language plpgsql as $$
declare
  participant uuid := p_line->>'participant';
  written uuid;
begin
  if not (p_line->>'may_wait')::boolean then return 'full'; end if;
  if exists (select from waiting_turn t where t.participant_id = participant and t.state in ('waiting', 'offered')
               and t.slot_ids && p_slots) then return 'already_waiting'; end if;
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
  select * into turn from waiting_turn where id = (p_line->>'turn')::uuid and state in ('waiting', 'offered');

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
    select * into held from booking where id = (p_line->>'booking')::uuid and state in ('held', 'booked');
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

-- How many places of a shared place live bookings and offered turns take on a day: these hours, these ages.
create or replace function place_taken(
  p_activity uuid, p_date date, p_from smallint, p_to smallint, p_from_months smallint, p_until_months smallint
) returns integer language sql stable as $$
  select coalesce(sum(holder.places), 0)::integer
  from slot s
  join lateral (
    select b.from_minute, b.to_minute, b.months, b.places from booking b
    where b.slot_id = s.id and b.state in ('held', 'booked')
    union all
    select t.from_minute, t.to_minute, t.months, t.places from waiting_turn t
    where t.state = 'offered' and s.waiting > 0 and s.id = any (t.slot_ids)
  ) holder on true
  where s.activity_id = p_activity and s.date = p_date
    and coalesce(holder.from_minute, s.from_minute) < p_to and coalesce(holder.to_minute, s.to_minute) > p_from
    and coalesce(holder.months, 1200) >= p_from_months and coalesce(holder.months, 1200) < p_until_months
$$;

-- Moves one booking: its outcome, 'moved' or why not, and whether an enrolment was made, or taken back, for it. The locks
-- are held; the caller undoes what was written when it raises PB001, whose message is the outcome. What the participant
-- gives back counts for what he or she takes. A participant whom the household has not enrolled in the target's season
-- is enrolled for that day, with the payer of the day that is left: such an enrolment follows its bookings, is gone when
-- the last of them is moved away, and no other is touched. With p_outside (a condition of the target is not met on that
-- day) an enrolment is made or stretched only over p_over, the reason of an agent, which its history keeps.
create or replace function move_booking(
  p_booking uuid, p_from uuid, p_to uuid, p_now timestamptz, p_sender form_sender, p_outside boolean, p_over text,
  out outcome text, out enrolled boolean, out unenrolled boolean
) language plpgsql as $$
declare
  held booking;
  source slot;
  target slot;
  unit record;
  person record;
  right_ enrolment;
  covered boolean;
  minutes smallint[];
  months smallint;
  places_there smallint;
  before text[];
  breach text;
  place text;
  written uuid;
begin
  enrolled := false;
  unenrolled := false;
  select * into held from booking where id = p_booking and slot_id = p_from and state = 'booked';
  if held.id is null then outcome := 'not_booked'; return; end if;
  select * into source from slot where id = p_from;
  select * into target from slot where id = p_to;
  if source.starts_at <= p_now or target.starts_at <= p_now then outcome := 'past'; return; end if;
  if target.state = 'closed' then outcome := 'closed'; return; end if;
  if exists (select from booking b where b.participant_id = held.participant_id and b.slot_id = p_to
               and b.state in ('held', 'booked')) then outcome := 'already_booked'; return; end if;
  if exists (select from waiting_turn t where t.participant_id = held.participant_id and p_to = any (t.slot_ids)
               and t.state in ('waiting', 'offered')) then outcome := 'already_waiting'; return; end if;

  select u.audience, u.booked_by <> 'slot' or s.booked_by <> 'slot' as package, u.companions,
         u.companions_only into unit
  from activities_unit_card u
  cross join activities_unit_card s
  where u.unit_id = target.unit_id and s.unit_id = source.unit_id;
  if unit.package then outcome := 'package'; return; end if;
  select c.kind, c.birth_date into person from families_participant_card c
  where c.participant_id = held.participant_id and c.household_id = held.household_id;
  if unit.audience <> 'everyone' and unit.audience <> (case person.kind when 'adult' then 'adults' else 'children' end)
    then outcome := 'not_for_them'; return; end if;
  if target.hour_step is not null then
    minutes := array[held.from_minute, held.to_minute];
    if held.from_minute is null or held.from_minute < target.from_minute or held.to_minute > target.to_minute
       or (held.from_minute - target.from_minute) % target.hour_step <> 0
       or (held.to_minute - target.from_minute) % target.hour_step <> 0 and held.to_minute <> target.to_minute
      then outcome := 'bad_hours'; return; end if;
  end if;
  if held.companions > coalesce(unit.companions, 0) then outcome := 'bad_companions'; return; end if;
  places_there := places_with(unit.companions, unit.companions_only, held.companions);
  select * into right_ from enrolment e where e.participant_id = held.participant_id
    and e.season_id = target.season_id and e.household_id = held.household_id;
  covered := right_.id is not null and target.date between right_.first_day and right_.last_day;
  if right_.id is not null and not covered and not right_.by_move then outcome := 'not_enrolled'; return; end if;
  if p_outside and not covered and p_over is null then outcome := 'outside_conditions'; return; end if;

  before := array[move_breach(held.participant_id, source, p_now), move_breach(held.participant_id, target, p_now)];
  update booking set state = 'cancelled', cancelled_at = p_now where id = held.id;
  perform move_place(p_from, held.from_minute, held.to_minute, held.months, -held.places);
  months := case when target.ruled then months_on(person.birth_date, target.date) end;
  select * into target from slot where id = p_to;
  place := place_in(target, minutes[1], minutes[2], months, places_there);
  if place <> 'free' then raise exception using errcode = 'PB001', message = place; end if;
  perform move_place(p_to, minutes[1], minutes[2], months, places_there);

  if right_.id is null then
    insert into enrolment (participant_id, household_id, activity_id, season_id, payer_guardian_id, first_day, last_day,
                           created_at, regular, by_move)
    select held.participant_id, held.household_id, target.activity_id, target.season_id,
           coalesce((select p.guardian_id from payer_period p
                     where p.participant_id = held.participant_id and p.household_id = held.household_id
                       and p.activity_id = source.activity_id and source.date >= p.first_day
                       and (p.last_day is null or source.date <= p.last_day)), e.payer_guardian_id),
           target.date, target.date, p_now, false, true
    from enrolment e where e.id = held.enrolment_id
    returning id into right_.id;
    perform remember_moved_enrolment(right_.id, 'enrolled', p_now, p_sender, case when p_outside then p_over end);
  end if;
  insert into booking (slot_id, participant_id, household_id, enrolment_id, booked_at, from_minute, to_minute, months,
                       companions, places)
  values (p_to, held.participant_id, held.household_id, right_.id, p_now, minutes[1], minutes[2], months, held.companions,
          places_there)
  returning id into written;
  breach := move_breach(held.participant_id, source, p_now);
  if breach is distinct from before[1] and breach is not null then
    raise exception using errcode = 'PB001', message = case breach when 'needs_other' then 'needed_there' else breach end;
  end if;
  breach := move_breach(held.participant_id, target, p_now);
  if breach is distinct from before[2] and breach is not null then
    raise exception using errcode = 'PB001', message = breach;
  end if;

  enrolled := not covered;
  if not covered then perform fit_moved_enrolment(right_.id, p_now, p_sender, case when p_outside then p_over end); end if;
  unenrolled := coalesce(fit_moved_enrolment(held.enrolment_id, p_now, p_sender, null) = 'ended', false);
  insert into booking_history
    (at, household_id, participant_id, slot_id, booking_id, act, account_id, by_label, by_agent, reason,
     companions)
  values
    (p_now, held.household_id, held.participant_id, p_from, held.id, 'moved_out', p_sender.account_id,
     p_sender.by_label, p_sender.by_agent, p_sender.reason, nullif(held.companions, 0)),
    (p_now, held.household_id, held.participant_id, p_to, written, 'moved_in', p_sender.account_id,
     p_sender.by_label, p_sender.by_agent, p_sender.reason, nullif(held.companions, 0));
  outcome := 'moved';
end
$$;
