-- owner: bookings

-- An enrolment that a move of bookings made: it holds from the first to the last day that was moved there, and goes with
-- them. Whoever saves it otherwise makes it an enrolment like any other.
alter table enrolment add column by_move boolean not null default false;

-- Those that moves have made so far: no line of history tells of them, and no form makes an enrolment without one.
update enrolment e set by_move = true
where not e.regular and e.ended_at is null
  and not exists (select from enrolment_history h where h.enrolment_id = e.id)
  and exists (select from booking b join booking_history m on m.booking_id = b.id
              where b.enrolment_id = e.id and m.act = 'moved_in');

-- Why an agent moved bookings over the conditions of the target; null where no condition was in the way.
alter table slot_move add column over_reason text check (over_reason <> '');

drop function preview_move(uuid, timestamptz, uuid, uuid);
drop function move_bookings(uuid, uuid, uuid, text, text, timestamptz, uuid, uuid, uuid[]);
drop function move_booking(uuid, uuid, uuid, timestamptz, form_sender);

-- Writes what became of an enrolment that moves make into its history, as save_enrolment does for those of a form.
create function remember_moved_enrolment(
  p_enrolment uuid, p_act text, p_now timestamptz, p_sender form_sender, p_over text
) returns void language sql as $$
  insert into enrolment_history (at, enrolment_id, household_id, participant_id, act, account_id, by_label, by_agent,
                                 reason, facts)
  select p_now, e.id, e.household_id, e.participant_id, p_act, p_sender.account_id, p_sender.by_label,
         p_sender.by_agent, coalesce(p_over, p_sender.reason),
         jsonb_build_object('firstDay', e.first_day, 'lastDay', e.last_day, 'payerId', e.payer_guardian_id,
                            'regular', e.regular, 'groups', e.priority_groups, 'points', e.priority_points)
  from enrolment e where e.id = p_enrolment
$$;

-- Makes an enrolment that a move made cover what is booked or waited for by it, no more; without any, it ends. Says what
-- it did, 'enrolled' again, 'changed' or 'ended', and null where nothing changed or another than a move made it.
create function fit_moved_enrolment(
  p_enrolment uuid, p_now timestamptz, p_sender form_sender, p_over text
) returns text language plpgsql as $$
declare
  kept enrolment;
  days record;
  act text;
begin
  select * into kept from enrolment e where e.id = p_enrolment and e.by_move;
  if kept.id is null then return null; end if;
  select min(s.date) as first, max(s.date) as last into days
  from (select b.slot_id from booking b
        where b.participant_id = kept.participant_id and b.enrolment_id = kept.id and b.state in ('held', 'booked')
        union all
        select unnest(t.slot_ids) from waiting_turn t
        where t.enrolment_id = kept.id and t.state in ('waiting', 'offered')) by_it
  join slot s on s.id = by_it.slot_id;
  if days.first is null and kept.ended_at is null then
    update enrolment set last_day = first_day - 1, ended_at = p_now where id = kept.id;
    act := 'ended';
  elsif days.first is not null
        and (kept.ended_at is not null or (kept.first_day, kept.last_day) <> (days.first, days.last)) then
    update enrolment set first_day = days.first, last_day = days.last, ended_at = null where id = kept.id;
    act := case when kept.ended_at is null then 'changed' else 'enrolled' end;
  end if;
  if act is not null then
    perform remember_moved_enrolment(kept.id, act, p_now, p_sender, p_over);
  end if;
  return act;
end
$$;

-- Moves one booking: its outcome, 'moved' or why not, and whether an enrolment was made, or taken back, for it. The locks
-- are held; the caller undoes what was written when it raises PB001, whose message is the outcome. What the participant
-- gives back counts for what he or she takes. A participant whom the household has not enrolled in the target's season
-- is enrolled for that day, with the payer of the day that is left: such an enrolment follows its bookings, is gone when
-- the last of them is moved away, and no other is touched. With p_outside (a condition of the target is not met on that
-- day) an enrolment is made or stretched only over p_over, the reason of an agent, which its history keeps.
create function move_booking(
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

  select u.hour_step, u.audience, u.booked_by <> 'slot' or s.booked_by <> 'slot' as package into unit
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
  select * into right_ from enrolment e where e.participant_id = held.participant_id
    and e.season_id = target.season_id and e.household_id = held.household_id;
  covered := right_.id is not null and target.date between right_.first_day and right_.last_day;
  if right_.id is not null and not covered and not right_.by_move then outcome := 'not_enrolled'; return; end if;
  if p_outside and not covered and p_over is null then outcome := 'outside_conditions'; return; end if;

  before := array[move_breach(held.participant_id, source, p_now), move_breach(held.participant_id, target, p_now)];
  update booking set state = 'cancelled', cancelled_at = p_now where id = held.id;
  perform move_place(p_from, held.from_minute, held.to_minute, held.months, -1);
  months := case when target.ruled then months_on(person.birth_date, target.date) end;
  select * into target from slot where id = p_to;
  place := place_in(target, minutes[1], minutes[2], months);
  if place <> 'free' then raise exception using errcode = 'PB001', message = place; end if;
  perform move_place(p_to, minutes[1], minutes[2], months, 1);

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
  insert into booking (slot_id, participant_id, household_id, enrolment_id, booked_at, from_minute, to_minute, months)
  values (p_to, held.participant_id, held.household_id, right_.id, p_now, minutes[1], minutes[2], months)
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
    (at, household_id, participant_id, slot_id, booking_id, act, account_id, by_label, by_agent, reason)
  values
    (p_now, held.household_id, held.participant_id, p_from, held.id, 'moved_out', p_sender.account_id,
     p_sender.by_label, p_sender.by_agent, p_sender.reason),
    (p_now, held.household_id, held.participant_id, p_to, written, 'moved_in', p_sender.account_id,
     p_sender.by_label, p_sender.by_agent, p_sender.reason);
  outcome := 'moved';
end
$$;

-- Moves bookings of one slot to another, each that can be, in the order given: of two that want the last place, the
-- first has it. Both slots are locked in id order with all that is judged together with them (lock_places). Places that
-- come free go to who waits for them. p_outside holds, by booking, the conditions of the target that are not met, as
-- sentences; p_over is the reason of an agent who moves over them, or null. Returns [{booking, participant, household,
-- outcome, enrolled, unenrolled, why}], or null when the key was used for another move. Announces bookings.moved when
-- something was moved.
create function move_bookings(
  p_authority uuid, p_key uuid, p_account uuid, p_by text, p_reason text, p_now timestamptz,
  p_from uuid, p_to uuid, p_bookings uuid[], p_outside jsonb, p_over text
) returns jsonb language plpgsql as $$
declare
  first_move slot_move;
  asked record;
  done record;
  receipt jsonb := '[]';
begin
  perform pg_advisory_xact_lock(hashtextextended(p_key::text, 0));
  select * into first_move from slot_move where key = p_key;
  if found then
    return case when (first_move.account_id, first_move.from_slot_id, first_move.to_slot_id) = (p_account, p_from, p_to)
                then first_move.lines end;
  end if;

  perform lock_places(array[p_from, p_to]);
  for asked in
    select wanted.id, b.participant_id, b.household_id
    from unnest(p_bookings) with ordinality as wanted (id, position)
    join booking b on b.id = wanted.id and b.slot_id = p_from
    order by wanted.position
  loop
    begin
      select * into done from move_booking(
        asked.id, p_from, p_to, p_now, row(p_account, p_by, true, p_reason, null)::form_sender,
        p_outside ? asked.id::text, p_over);
    exception when sqlstate 'PB001' then
      select sqlerrm as outcome, false as enrolled, false as unenrolled into done;
    end;
    receipt := receipt || jsonb_build_object(
      'booking', asked.id, 'participant', asked.participant_id, 'household', asked.household_id,
      'outcome', done.outcome, 'enrolled', done.enrolled, 'unenrolled', done.unenrolled,
      'why', case when done.enrolled or done.outcome = 'outside_conditions'
                  then coalesce(p_outside->asked.id::text, '[]') else '[]' end);
  end loop;

  if receipt = '[]' then return receipt; end if;
  insert into slot_move (key, account_id, by_label, reason, from_slot_id, to_slot_id, at, lines, over_reason)
  values (p_key, p_account, p_by, p_reason, p_from, p_to, p_now, receipt, p_over);
  if receipt @> '[{"outcome": "moved"}]' then
    perform hand_on_places(p_authority, served_by(array[p_from]), p_now);
    perform platform_announce(p_authority, 'bookings.moved', json_build_object('key', p_key));
  end if;
  return receipt;
end
$$;

-- What move_bookings would do now with every booking of a slot, the oldest first; nothing of it stays.
create function preview_move(p_authority uuid, p_now timestamptz, p_from uuid, p_to uuid, p_outside jsonb) returns jsonb
language plpgsql as $$
declare
  receipt jsonb;
begin
  begin
    receipt := move_bookings(p_authority, gen_random_uuid(), gen_random_uuid(), 'Préau', 'Préau', p_now, p_from, p_to, array(
      select id from booking where slot_id = p_from and state = 'booked' order by booked_at, id), p_outside, null);
    raise exception using errcode = 'PB002';
  exception when sqlstate 'PB002' then
    return receipt;
  end;
end
$$;

-- Until when a slot may be booked: its deadline, its start, or the closing of the last window that holds for its day.
create function slot_bookable_until(p_slot slot) returns timestamptz language sql stable as $$
  select least(p_slot.book_until, p_slot.starts_at,
               (select case when bool_or(w.closes_at is null) then null else max(w.closes_at) end
                from booking_window w
                where w.season_id = p_slot.season_id and p_slot.date between w.first_day and w.last_day))
$$;

-- Whether a season has slots and none of them can be booked any more. One that is not open yet will be; a full one has
-- its waiting list.
create function season_is_shut(p_season uuid, p_now timestamptz) returns boolean language sql stable as $$
  select exists (select from slot s where s.season_id = p_season)
     and not exists (select from slot s where s.season_id = p_season and s.state = 'open' and s.starts_at > p_now
                       and s.book_until >= p_now and slot_bookable_until(s) >= p_now)
$$;

-- The last instant at which something of a season could be booked; null where every slot of it is closed.
create function season_closed_at(p_season uuid) returns timestamptz language sql stable as $$
  select max(slot_bookable_until(s)) from slot s where s.season_id = p_season and s.state = 'open'
$$;

-- What submit_bookings would answer now to this form; nothing of it stays. The page that confirms a planning is judged by
-- the very function that will judge it when it is sent.
create function preview_bookings(
  p_authority uuid, p_account uuid, p_by text, p_by_agent boolean, p_reason text,
  p_households uuid[], p_withheld uuid[], p_freely boolean, p_over_capacity boolean, p_now timestamptz, p_today date,
  p_acts text[], p_participants uuid[], p_slots uuid[], p_from smallint[], p_to smallint[]
) returns jsonb language plpgsql as $$
declare
  receipt jsonb;
begin
  begin
    receipt := submit_bookings(p_authority, gen_random_uuid(), p_account, p_by, p_by_agent, p_reason, p_households,
                               p_withheld, p_freely, p_over_capacity, p_now, p_today, p_acts, p_participants, p_slots,
                               p_from, p_to);
    raise exception using errcode = 'PB002';
  exception when sqlstate 'PB002' then
    return receipt;
  end;
end
$$;
