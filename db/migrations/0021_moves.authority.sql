-- owner: bookings

-- Bookings that an agent moved from one slot to another, with what became of each: the receipt. Sent twice, the same
-- key returns the first one.
create table slot_move (
  key           uuid primary key,
  account_id    uuid not null,
  by_label      text not null,
  -- What families read: « le car ne passe pas ce jour-là ».
  reason        text not null check (reason <> ''),
  from_slot_id  uuid not null,
  to_slot_id    uuid not null check (to_slot_id <> from_slot_id),
  at            timestamptz not null,
  lines         jsonb not null
);

create trigger append_only before update or delete on slot_move
  for each row execute function refuse_change();

-- Which rule of the activity the participant's days around a slot break; an agent with a reason may go past minimums.
create function move_breach(p_participant uuid, p_slot slot, p_now timestamptz) returns text language sql stable as $$
  select case when p_slot.ruled then span_breach(p_participant, p_slot.activity_id, p_slot.judged_by, p_slot.season_id,
                                                 p_slot.date, p_now, true) end
$$;

-- Moves one booking: its outcome, 'moved' or why not. The locks are held; the caller undoes what was written when it
-- raises PB001, whose message is the outcome. What the participant gives back counts for what he or she takes. A
-- participant whom the household has not enrolled in the target's season is enrolled for that day, with the payer of
-- the day that is left; such an enrolment is stretched by the next move, and no other is.
create function move_booking(p_booking uuid, p_from uuid, p_to uuid, p_now timestamptz, p_sender form_sender) returns text
language plpgsql as $$
declare
  held booking;
  source slot;
  target slot;
  unit record;
  person record;
  right_ enrolment;
  minutes smallint[];
  months smallint;
  before text[];
  breach text;
  place text;
  written uuid;
begin
  select * into held from booking where id = p_booking and slot_id = p_from and state = 'booked';
  if held.id is null then return 'not_booked'; end if;
  select * into source from slot where id = p_from;
  select * into target from slot where id = p_to;
  if source.starts_at <= p_now or target.starts_at <= p_now then return 'past'; end if;
  if target.state = 'closed' then return 'closed'; end if;
  if exists (select from booking b where b.participant_id = held.participant_id and b.slot_id = p_to
               and b.state in ('held', 'booked')) then return 'already_booked'; end if;
  if exists (select from waiting_turn t where t.participant_id = held.participant_id and p_to = any (t.slot_ids)
               and t.state in ('waiting', 'offered')) then return 'already_waiting'; end if;

  select u.hour_step, u.audience, u.booked_by <> 'slot' or s.booked_by <> 'slot' as package into unit
  from activities_unit_card u, activities_unit_card s where u.unit_id = target.unit_id and s.unit_id = source.unit_id;
  if unit.package then return 'package'; end if;
  select c.kind, c.birth_date into person from families_participant_card c
  where c.participant_id = held.participant_id and c.household_id = held.household_id;
  if unit.audience <> 'everyone' and unit.audience <> (case person.kind when 'adult' then 'adults' else 'children' end)
    then return 'not_for_them'; end if;
  if unit.hour_step is not null then
    minutes := array[held.from_minute, held.to_minute];
    if held.from_minute is null or held.from_minute < target.from_minute or held.to_minute > target.to_minute
       or (held.from_minute - target.from_minute) % unit.hour_step <> 0
       or (held.to_minute - target.from_minute) % unit.hour_step <> 0 and held.to_minute <> target.to_minute
      then return 'bad_hours'; end if;
  end if;
  select * into right_ from enrolment e where e.participant_id = held.participant_id
    and e.season_id = target.season_id and e.household_id = held.household_id;
  if right_.id is not null and target.date not between right_.first_day and right_.last_day
     and (right_.regular or right_.ended_at is not null) then return 'not_enrolled'; end if;

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
                           created_at, regular)
    select held.participant_id, held.household_id, target.activity_id, target.season_id,
           coalesce((select p.guardian_id from payer_period p
                     where p.participant_id = held.participant_id and p.household_id = held.household_id
                       and p.activity_id = source.activity_id and source.date >= p.first_day
                       and (p.last_day is null or source.date <= p.last_day)), e.payer_guardian_id),
           target.date, target.date, p_now, false
    from enrolment e where e.id = held.enrolment_id
    returning id into right_.id;
  elsif target.date not between right_.first_day and right_.last_day then
    update enrolment set first_day = least(first_day, target.date), last_day = greatest(last_day, target.date)
    where id = right_.id;
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

  insert into booking_history
    (at, household_id, participant_id, slot_id, booking_id, act, account_id, by_label, by_agent, reason)
  values
    (p_now, held.household_id, held.participant_id, p_from, held.id, 'moved_out', p_sender.account_id,
     p_sender.by_label, p_sender.by_agent, p_sender.reason),
    (p_now, held.household_id, held.participant_id, p_to, written, 'moved_in', p_sender.account_id,
     p_sender.by_label, p_sender.by_agent, p_sender.reason);
  return 'moved';
end
$$;

-- Moves bookings of one slot to another, each that can be, in the order given: of two that want the last place, the
-- first has it. Both slots are locked in id order with all that is judged together with them (lock_places). Places that
-- come free go to who waits for them. Returns [{booking, participant, household, outcome}], or null when the key was
-- used for another move. Announces bookings.moved when something was moved.
create function move_bookings(
  p_authority uuid, p_key uuid, p_account uuid, p_by text, p_reason text, p_now timestamptz,
  p_from uuid, p_to uuid, p_bookings uuid[]
) returns jsonb language plpgsql as $$
declare
  first_move slot_move;
  asked record;
  outcome text;
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
      outcome := move_booking(asked.id, p_from, p_to, p_now, row(p_account, p_by, true, p_reason, null)::form_sender);
    exception when sqlstate 'PB001' then
      outcome := sqlerrm;
    end;
    receipt := receipt || jsonb_build_object('booking', asked.id, 'participant', asked.participant_id,
                                             'household', asked.household_id, 'outcome', outcome);
  end loop;

  if receipt = '[]' then return receipt; end if;
  insert into slot_move (key, account_id, by_label, reason, from_slot_id, to_slot_id, at, lines)
  values (p_key, p_account, p_by, p_reason, p_from, p_to, p_now, receipt);
  if receipt @> '[{"outcome": "moved"}]' then
    perform hand_on_places(p_authority, served_by(array[p_from]), p_now);
    perform platform_announce(p_authority, 'bookings.moved', json_build_object('key', p_key));
  end if;
  return receipt;
end
$$;

-- What move_bookings would do now with every booking of a slot, the oldest first; nothing of it stays.
create function preview_move(p_authority uuid, p_now timestamptz, p_from uuid, p_to uuid) returns jsonb
language plpgsql as $$
declare
  receipt jsonb;
begin
  begin
    receipt := move_bookings(p_authority, gen_random_uuid(), gen_random_uuid(), 'Préau', 'Préau', p_now, p_from, p_to, array(
      select id from booking where slot_id = p_from and state = 'booked' order by booked_at, id));
    raise exception using errcode = 'PB002';
  exception when sqlstate 'PB002' then
    return receipt;
  end;
end
$$;
