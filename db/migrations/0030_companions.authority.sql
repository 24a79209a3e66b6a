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

  select u.hour_step, u.audience, u.booked_by <> 'slot' or s.booked_by <> 'slot' as package, u.companions,
         u.companions_only into unit
  from activities_unit_card u
  cross join activities_unit_card s
  where u.unit_id = target.unit_id and s.unit_id = source.unit_id;
  if unit.package then outcome := 'package'; return; end if;
  select c.kind, c.birth_date into person from families_participant_card c
  where c.participant_id = held.participant_id and c.household_id = held.household_id;
  if unit.audience <> 'everyone' and unit.audience <> (case person.kind when 'adult' then 'adults' else 'children' end)
    then outcome := 'not_for_them'; return; end if;
  if unit.hour_step is not null then
    minutes := array[held.from_minute, held.to_minute];
    if held.from_minute is null or held.from_minute < target.from_minute or held.to_minute > target.to_minute
       or (held.from_minute - target.from_minute) % unit.hour_step <> 0
       or (held.to_minute - target.from_minute) % unit.hour_step <> 0 and held.to_minute <> target.to_minute
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

drop function submit_bookings(uuid, uuid, uuid, text, boolean, text, uuid[], uuid[], boolean, boolean, timestamptz, date, text[], uuid[], uuid[], smallint[], smallint[]);

-- Judges and writes every line of one form, together: the central act of Préau.
--
-- Acts: 'book', 'cancel', 'change' (the hours), 'wait' (book, or wait where it is full), 'leave' (the waiting list),
-- 'accept' and 'decline' (an offered place). What is free, held, closed or too late is read after the lock of the slots
-- (lock_places). A line whose slot only its own places decide about is judged with all the others of its kind, in one
-- statement: cancelled places of the form are free for its own bookings, and of two lines that want the last place the
-- first has it. The other lines (ruled slots, slots that somebody waits for, other acts) are judged one by one by
-- judge_careful_lines.
-- Booking needs an enrolment of one of the households; cancelling needs a booking that one of them holds, even when
-- the enrolment has ended since. While the class of a participant is away nothing is booked for it. The household of a line is the one that holds it. p_withheld are the participants whom
-- the sender may not act for. With p_freely (an agent who gave a reason) deadlines, windows, packages and minimums do
-- not hold, nor does a class that is away; with p_over_capacity besides, neither do places.
-- Returns the receipt's lines [{act, participant, slot, household, outcome, from, to, asked}] in the order sent, or null
-- when the key was used by somebody else. `from` and `to` are the hours that count, `asked` those that the form named;
-- `companions` are those who come with the participant, `asked_companions` as the form said it.
-- Outcomes: see src/bookings/rules/lines.ts.
--
-- One plan for every form: planned anew for each, as PostgreSQL would because of the arrays, a form of one
-- line spends more time being planned than run (measured: 3.1 ms of processor against 1.3). That plan may be
-- made while the tables are empty or were never analysed (the morning of an opening): lateral lookups by index,
-- and no scan of whole tables, keep it right when they grow (15,000 lines in a new database: 2 s instead of 20).
create function submit_bookings(
  p_authority uuid, p_key uuid, p_account uuid, p_by text, p_by_agent boolean, p_reason text,
  p_households uuid[], p_withheld uuid[], p_freely boolean, p_over_capacity boolean, p_now timestamptz, p_today date,
  p_acts text[], p_participants uuid[], p_slots uuid[], p_from smallint[], p_to smallint[], p_companions smallint[] default null
) returns jsonb language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off
as $$
declare
  first_receipt submission;
  receipt jsonb;
  one_by_one_lines jsonb;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_key::text, 0));
  select * into first_receipt from submission where key = p_key;
  if found then
    return case when first_receipt.account_id = p_account then first_receipt.lines end;
  end if;

  perform lock_places(p_slots);

  with away as materialized (
    select s.participant_id, c.first_day, c.last_day, c.activity_ids
    from (select distinct unnest(p_participants) as participant_id) asked
    join families_schooling s on s.participant_id = asked.participant_id
    join class_day c on c.school_name = s.school_name and c.class_name = s.class_name and c.school_year = s.school_year
      and c.kind = 'away' and c.withdrawn_at is null and c.last_day >= p_today
  ), line as (
    select l.position, l.act, l.participant_id, l.slot_id, l.from_minute, l.to_minute, l.companions,
           row_number() over (partition by l.participant_id, l.slot_id order by l.position) as occurrence
    from unnest(p_acts, p_participants, p_slots, p_from, p_to, p_companions)
      with ordinality as l (act, participant_id, slot_id, from_minute, to_minute, companions, position)
  ), fact as (
    select line.position, line.act, line.participant_id, line.slot_id, line.occurrence,
           slot.state, slot.date, slot.starts_at, slot.places - slot.taken as free, slot.book_until, slot.cancel_until,
           coalesce(slot.change_until, slot.cancel_until) as change_until, slot.activity_id, slot.season_id, slot.judged_by,
           slot.ruled or slot.waiting > 0 or line.act not in ('book', 'cancel') or unit.companions is not null
             or coalesce(held.places, 1) <> 1 as careful,
           unit.booked_by, unit.hour_step, unit.companions as most_companions, unit.companions_only,
           case when unit.companions is null then 0 else coalesce(line.companions, held.companions, turn.companions, 0) end as companions,
           line.companions as asked_companions,
           case when unit.hour_step is not null then coalesce(line.from_minute, slot.from_minute) end as from_minute,
           case when unit.hour_step is not null then coalesce(line.to_minute, slot.to_minute) end as to_minute,
           line.from_minute as asked_from, line.to_minute as asked_to, slot.from_minute as earliest, slot.to_minute as latest,
           right_.enrolment_id, right_.priority_points, held.id as booking_id,
           held.household_id = any (p_households) as ours,
           turn.id as turn_id, turn.state as turn_state, turn.answer_until,
           case when line.act in ('cancel', 'change') and held.household_id = any (p_households) then held.household_id
                when line.act in ('leave', 'accept', 'decline') then turn.household_id
                else right_.household_id
           end as household_id,
           case when p_freely or not windows.some then 'open' when windows.open then 'open'
                when windows.coming or not windows.for_them then 'not_open_yet' else 'window_closed' end as window_state,
           case when place_rule.hold_minutes is not null and not p_by_agent
                then p_now + make_interval(mins => place_rule.hold_minutes) end as held_until,
           coalesce(place_rule.waiting_list, true) as may_wait
    from line
    left join slot on slot.id = line.slot_id
    left join activities_unit_card unit on unit.unit_id = slot.unit_id
    left join lateral place_rule_on(slot.activity_id, slot.date) place_rule on true
    left join lateral (
      select e.id as enrolment_id, e.household_id, e.priority_groups, e.priority_points
      from enrolment e
      where e.participant_id = line.participant_id and e.season_id = slot.season_id
        and e.household_id = any (p_households) and slot.date between e.first_day and e.last_day
      order by e.household_id limit 1
    ) right_ on true
    left join lateral (
      select b.id, b.household_id, b.companions, b.places from booking b
      where b.participant_id = line.participant_id and b.slot_id = line.slot_id and b.state in ('held', 'booked') limit 1
    ) held on true
    left join lateral (
      select t.id, t.state, t.household_id, t.answer_until, t.companions from waiting_turn t
      where slot.waiting > 0 and t.participant_id = line.participant_id and t.state in ('waiting', 'offered')
        and line.slot_id = any (t.slot_ids) limit 1
    ) turn on true
    left join lateral (
      select count(*) > 0 as some,
             coalesce(bool_or(opens_at <= p_now and (closes_at is null or p_now <= closes_at)) filter (where ours), false) as open,
             coalesce(bool_or(opens_at > p_now) filter (where ours), false) as coming,
             coalesce(bool_or(ours), false) as for_them
      from (select w.opens_at, w.closes_at,
                   w.priority_group is null or w.priority_group = any (right_.priority_groups) as ours
            from booking_window w
            where w.season_id = slot.season_id and slot.date between w.first_day and w.last_day) w
    ) windows on true
  ), judged as (
    select fact.*,
           case
             when household_id is null or participant_id = any (p_withheld) then 'unknown'
             when occurrence > 1 then 'repeated'
             when act in ('book', 'wait') and booking_id is not null then 'already_booked'
             when date < p_today then 'past'
             when state = 'closed' then 'closed'
             when act in ('cancel', 'change') and ours is not true then 'not_booked'
             when act in ('leave', 'accept', 'decline') and not household_id = any (p_households) then 'unknown'
             when act in ('book', 'wait', 'accept') and not p_freely and exists (
               select from away where away.participant_id = fact.participant_id
                 and fact.date between away.first_day and away.last_day
                 and (away.activity_ids is null or fact.activity_id = any (away.activity_ids))) then 'class_away'
             when act in ('accept', 'decline') and (turn_state <> 'offered' or answer_until < p_now) then 'offer_over'
             when act in ('leave', 'accept', 'decline') then act
             when act in ('book', 'wait') and turn_state = 'offered' and answer_until >= p_now
               and household_id = any (p_households) then 'accept'
             when act in ('book', 'wait', 'change') and hour_step is not null and (
                    from_minute < earliest or to_minute > latest or from_minute >= to_minute
                    or (from_minute - earliest) % hour_step <> 0
                    or (to_minute - earliest) % hour_step <> 0 and to_minute <> latest) then 'bad_hours'
             when act in ('book', 'wait', 'change') and coalesce(asked_companions, companions) > coalesce(most_companions, 0)
               then 'bad_companions'
             when act in ('book', 'wait') and window_state <> 'open' then window_state
             when act in ('book', 'wait') and p_now > book_until and not p_freely then 'too_late_to_book'
             when act = 'cancel' and p_now > cancel_until and not p_freely
               and not (p_now < starts_at and class_lifts_deadline(participant_id, activity_id, date)) then 'too_late_to_cancel'
             when act = 'change' and p_now > change_until and not p_freely then 'too_late_to_change'
             when act = 'change' and hour_step is null and most_companions is null then 'same_hours'
             else act
           end as verdict
    from fact
  ), asked as (
    select judged.*, careful and verdict in ('book', 'cancel', 'change', 'wait', 'leave', 'accept', 'decline') as one_by_one,
           case when careful then 'careful' else verdict end as plain_verdict
    from judged
  ), decided as (
    select asked.*,
           case
             when one_by_one or verdict not in ('book', 'cancel') then verdict
             when verdict = 'cancel' then 'cancelled'
             when p_over_capacity or row_number() over (partition by slot_id, plain_verdict order by position)
                  <= free + count(*) filter (where plain_verdict = 'cancel') over (partition by slot_id)
               then case when held_until is null then 'booked' else 'held' end
             else 'full'
           end as outcome,
           case when verdict = 'cancel' then booking_id else gen_random_uuid() end as written_id
    from asked
  ), cancelled as (
    update booking set state = 'cancelled', cancelled_at = p_now
    from decided
    where not decided.one_by_one and decided.outcome = 'cancelled' and booking.id = decided.written_id
  ), booked as (
    insert into booking
      (id, slot_id, participant_id, household_id, enrolment_id, state, held_until, booked_at, from_minute, to_minute)
    select written_id, slot_id, participant_id, household_id, enrolment_id, outcome, held_until, p_now,
           from_minute, to_minute
    from decided where not one_by_one and outcome in ('booked', 'held')
  ), counted as (
    update slot set taken = taken + change.difference,
                    places = greatest(places - least(surplus, greatest(-change.difference, 0)), taken + change.difference),
                    surplus = surplus - least(surplus, greatest(-change.difference, 0))
                              + greatest(taken + change.difference - places, 0)
    from (
      select slot_id, sum(case outcome when 'cancelled' then -1 else 1 end)::integer as difference
      from decided where not one_by_one and outcome in ('booked', 'held', 'cancelled')
      group by slot_id
    ) change
    where slot.id = change.slot_id and change.difference <> 0
  ), remembered as (
    insert into booking_history
      (at, household_id, participant_id, slot_id, booking_id, act, account_id, by_label, by_agent, reason, submission_key)
    select p_now, household_id, participant_id, slot_id, written_id, outcome, p_account, p_by, p_by_agent, p_reason, p_key
    from decided where not one_by_one and outcome in ('booked', 'held', 'cancelled')
    order by position
  )
  select coalesce(jsonb_agg(jsonb_build_object('act', act, 'participant', participant_id, 'slot', slot_id,
                                               'household', household_id, 'outcome', outcome)
                            || case when from_minute is null or act not in ('book', 'wait', 'change') then '{}'::jsonb
                                    else jsonb_build_object('from', from_minute, 'to', to_minute) end
                            || case when asked_from is null and asked_to is null then '{}'::jsonb
                                    else jsonb_build_object('asked', jsonb_build_array(asked_from, asked_to)) end
                            || case when companions = 0 then '{}'::jsonb else jsonb_build_object('companions', companions) end
                            || case when asked_companions is null then '{}'::jsonb
                                    else jsonb_build_object('asked_companions', asked_companions) end
                            order by position), '[]'),
         jsonb_agg(jsonb_build_object(
           'position', position, 'act', verdict, 'asked', act, 'participant', participant_id, 'slot', slot_id,
           'household', household_id, 'enrolment', enrolment_id, 'booking', booking_id, 'turn', turn_id,
           'from', from_minute, 'to', to_minute, 'companions', companions,
           'places', places_with(most_companions, companions_only, companions::smallint), 'points', priority_points, 'held_until', held_until, 'may_wait', may_wait,
           'activity', activity_id, 'season', season_id, 'date', date, 'judged_by', judged_by, 'booked_by', booked_by)
           order by position) filter (where one_by_one)
  into receipt, one_by_one_lines
  from decided;

  if one_by_one_lines is not null then
    receipt := judge_careful_lines(receipt, one_by_one_lines, p_authority, p_now, p_freely, p_over_capacity,
                                   row(p_account, p_by, p_by_agent, p_reason, p_key)::form_sender);
  end if;

  insert into submission (key, account_id, by_label, by_agent, reason, household_ids, received_at, lines)
  values (p_key, p_account, p_by, p_by_agent, p_reason, p_households, p_now, receipt);

  perform platform_announce(p_authority, 'bookings.submitted', json_build_object('key', p_key));

  return receipt;
end
$$;

drop function preview_bookings(uuid, uuid, text, boolean, text, uuid[], uuid[], boolean, boolean, timestamptz, date, text[], uuid[], uuid[], smallint[], smallint[]);

-- What submit_bookings would answer now to this form; nothing of it stays. The page that confirms a planning is judged by
-- the very function that will judge it when it is sent.
create function preview_bookings(
  p_authority uuid, p_account uuid, p_by text, p_by_agent boolean, p_reason text,
  p_households uuid[], p_withheld uuid[], p_freely boolean, p_over_capacity boolean, p_now timestamptz, p_today date,
  p_acts text[], p_participants uuid[], p_slots uuid[], p_from smallint[], p_to smallint[], p_companions smallint[] default null
) returns jsonb language plpgsql as $$
declare
  receipt jsonb;
begin
  begin
    receipt := submit_bookings(p_authority, gen_random_uuid(), p_account, p_by, p_by_agent, p_reason, p_households,
                               p_withheld, p_freely, p_over_capacity, p_now, p_today, p_acts, p_participants, p_slots,
                               p_from, p_to, p_companions);
    raise exception using errcode = 'PB002';
  exception when sqlstate 'PB002' then
    return receipt;
  end;
end
$$;
