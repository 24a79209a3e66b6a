-- owner: bookings

-- Whether an agent said that the teacher of the participant's class is absent that day: the family may then cancel until
-- the slot starts.
create function teacher_is_absent(p_participant uuid, p_date date) returns boolean language sql stable as $$
  select exists (
    select from families_schooling s
    join class_day c on c.school_name = s.school_name and c.class_name = s.class_name and c.school_year = s.school_year
    where s.participant_id = p_participant and c.kind = 'teacher_absent' and p_date between c.first_day and c.last_day)
$$;

-- Who sent a form, for the history.
create type form_sender as (account_id uuid, by_label text, by_agent boolean, reason text, submission_key uuid);

-- One line of the history of a form that was judged line by line.
create function note_line(
  p_sender form_sender, p_now timestamptz, p_line jsonb, p_booking uuid, p_turn uuid, p_act text
) returns void language sql as $$
  insert into booking_history (at, household_id, participant_id, slot_id, booking_id, turn_id, act,
                               account_id, by_label, by_agent, reason, submission_key)
  values (p_now, (p_line->>'household')::uuid, (p_line->>'participant')::uuid, (p_line->>'slot')::uuid, p_booking, p_turn,
          p_act, p_sender.account_id, p_sender.by_label, p_sender.by_agent, p_sender.reason, p_sender.submission_key)
$$;

-- Puts a participant on the waiting list of slots that are wanted together (one, or a whole package, in the order of
-- their days). Returns 'waiting', 'already_waiting', or 'full' where the authority keeps no list.
create function queue_turn(p_line jsonb, p_slots uuid[], p_months smallint, p_now timestamptz, p_sender form_sender)
returns text language plpgsql as $$
declare
  participant uuid := p_line->>'participant';
  written uuid;
begin
  if not (p_line->>'may_wait')::boolean then return 'full'; end if;
  if exists (select from waiting_turn t where t.participant_id = participant and t.state in ('waiting', 'offered')
               and t.slot_ids && p_slots) then return 'already_waiting'; end if;
  insert into waiting_turn (slot_id, slot_ids, participant_id, household_id, enrolment_id, from_minute, to_minute,
                            months, points, asked_at)
  values (p_slots[1], p_slots, participant, (p_line->>'household')::uuid, (p_line->>'enrolment')::uuid,
          (p_line->>'from')::smallint, (p_line->>'to')::smallint, p_months,
          coalesce((p_line->>'points')::smallint, 0), p_now)
  returning id into written;
  update slot set waiting = waiting + 1 where id = any (p_slots);
  perform note_line(p_sender, p_now, p_line, null, written, 'waiting');
  return 'waiting';
end
$$;

-- The age in months of a line's participant on its day; null where no place is shared.
create function months_of_line(p_line jsonb) returns smallint language sql stable as $$
  select case when p_line->>'judged_by' <> 'slot' then (
    select months_on(c.birth_date, (p_line->>'date')::date) from families_participant_card c
    where c.participant_id = (p_line->>'participant')::uuid limit 1) end
$$;

-- Judges one line that submit_bookings found in order, and writes it: its outcome. The locks are held.
create function judge_careful_line(
  p_line jsonb, p_authority uuid, p_now timestamptz, p_over_capacity boolean, p_sender form_sender
) returns text language plpgsql as $$
declare
  act text := p_line->>'act';
  wanted_from smallint := p_line->>'from';
  wanted_to smallint := p_line->>'to';
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
    perform move_place(held.slot_id, held.from_minute, held.to_minute, held.months, -1);
    perform note_line(p_sender, p_now, p_line, held.id, null, 'cancelled');
    perform hand_on_places(p_authority, served_by(array[held.slot_id]), p_now);
    return 'cancelled';
  end if;

  if act = 'change' then
    if (held.from_minute, held.to_minute) is not distinct from (wanted_from, wanted_to) then return 'same_hours'; end if;
    perform move_place(held.slot_id, held.from_minute, held.to_minute, held.months, -1);
    select * into asked from slot where id = held.slot_id;
    if place_in(asked, wanted_from, wanted_to, held.months) <> 'free' and not p_over_capacity then
      perform move_place(held.slot_id, held.from_minute, held.to_minute, held.months, 1);
      return 'full';
    end if;
    perform move_place(held.slot_id, wanted_from, wanted_to, held.months, 1);
    update booking set from_minute = wanted_from, to_minute = wanted_to where id = held.id;
    perform note_line(p_sender, p_now, p_line, held.id, null, 'changed');
    perform hand_on_places(p_authority, served_by(array[held.slot_id]), p_now);
    return 'changed';
  end if;

  -- The place may have come in the meantime: given from the waiting list by a line before.
  if exists (select from booking b where b.participant_id = (p_line->>'participant')::uuid
               and b.slot_id = asked.id and b.state in ('held', 'booked')) then return 'already_booked'; end if;
  months := months_of_line(p_line);
  place := place_in(asked, wanted_from, wanted_to, months);
  if place <> 'free' and not p_over_capacity then
    if place = 'full' and act = 'wait' and p_line->>'booked_by' = 'slot' then
      return queue_turn(p_line, array[asked.id], months, p_now, p_sender);
    end if;
    return place;
  end if;
  perform move_place(asked.id, wanted_from, wanted_to, months, 1);
  insert into booking (slot_id, participant_id, household_id, enrolment_id, state, held_until, booked_at,
                       from_minute, to_minute, months)
  values (asked.id, (p_line->>'participant')::uuid, (p_line->>'household')::uuid, (p_line->>'enrolment')::uuid,
          case when p_line->>'held_until' is null then 'booked' else 'held' end, (p_line->>'held_until')::timestamptz, p_now,
          wanted_from, wanted_to, months)
  returning id into written;
  if turn.id is not null then perform end_turn(turn, 'accepted', p_now); end if;
  perform note_line(p_sender, p_now, p_line, written, turn.id, case when p_line->>'held_until' is null then 'booked' else 'held' end);
  return case when p_line->>'held_until' is null then 'booked' else 'held' end;
end
$$;

-- Judges the lines that submit_bookings leaves to it, group by group: the lines of one participant in one activity in
-- one week (season), or one line alone where the slot is not ruled. Groups that only give places back come first, then
-- those that give and take, then the others, each in the order of the form; within a group what is given back comes
-- first. A group whose week breaks a rule of the activity, and did not before, is written in no part: each line that was
-- in order says why instead. A package that was to wait where it is full gets one turn for all its days.
create function judge_careful_lines(
  p_receipt jsonb, p_lines jsonb, p_authority uuid, p_now timestamptz, p_freely boolean, p_over_capacity boolean,
  p_sender form_sender
) returns jsonb language plpgsql as $$
declare
  party record;
  line jsonb;
  before text;
  breach text;
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
          raise exception using errcode = 'PB001', message = breach;
        end if;
      end if;
    exception when sqlstate 'PB001' then
      breach := sqlerrm;
      results := (
        select jsonb_object_agg(key, case when value in ('booked', 'held', 'cancelled', 'changed', 'waiting', 'left', 'declined')
                                          then breach else value end)
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

-- Puts on the waiting list the packages of a group that were to wait: the outcome of each of their lines.
create function wait_for_package(p_lines jsonb, p_now timestamptz, p_sender form_sender) returns jsonb
language plpgsql as $$
declare
  package record;
  said text;
  results jsonb := '{}';
begin
  for package in
    select array_agg((l->>'slot')::uuid order by l->>'date') as slots, (array_agg(l order by l->>'date'))[1] as first_line,
           array_agg(l->>'position') as positions
    from jsonb_array_elements(p_lines) l
    join slot s on s.id = (l->>'slot')::uuid
    where l->>'asked' = 'wait' and l->>'booked_by' <> 'slot'
    group by s.unit_id
  loop
    said := queue_turn(package.first_line, package.slots, months_of_line(package.first_line), p_now, p_sender);
    results := results || (select jsonb_object_agg(p, said) from unnest(package.positions) as p);
  end loop;
  return results;
end
$$;
