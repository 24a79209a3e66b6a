-- owner: bookings

-- Books again what a payment paid and the clock had released before its answer came: places that stand or fall together
-- (a day, a package). What is free, closed or too late is read after the lock of the slots, which the caller holds.
-- A place that somebody cancelled, or whose day was closed, is left as it is; that of a package is left out of it. One
-- that the household asked for again and that is kept for it is booked, whatever payment it awaits: the first money
-- received has it. An offer or a rank in the waiting list for it ends. The rules of the activity that a form obeys hold
-- (half-day and day); the least number of days is what was chosen when it was asked.
-- p_act: « paid », or « booked » for what costs nothing, as the history tells it. Returns {outcome, bookings}: outcome as PaidOutcome in src/bookings/basket/paid-places.ts; bookings, those that it
-- stands for now.
create function book_again(p_bookings uuid[], p_act text, p_now timestamptz, p_today date, p_account uuid, p_by text)
returns jsonb language plpgsql as $$
declare
  one record;
  turn waiting_turn;
  wanted uuid;
  asked slot;
  before text;
  left_out text;
  had uuid[] := '{}';
begin
  for one in
    select b.id, b.participant_id, b.household_id, b.slot_id, b.from_minute, b.to_minute, b.months, b.places, b.companions,
           s.activity_id, s.judged_by, s.season_id, s.date, again.id as again_id,
           case
             when s.state = 'closed' then 'closed'
             when b.state <> 'cancelled' or not exists (
               select from booking_history h where h.booking_id = b.id and h.act = 'released') then 'cancelled'
             when again.state = 'booked' then 'already'
             when again.household_id = b.household_id then 'again'
             when again.id is not null then 'lost'
             when s.date < p_today or p_now > least(s.book_until, s.starts_at) then 'too_late'
             when not exists (
               select from enrolment e
               where e.id = b.enrolment_id and s.date between e.first_day and e.last_day) then 'barred'
             when exists (
               select from families_schooling school
               join class_day c on c.school_name = school.school_name and c.class_name = school.class_name
                 and c.school_year = school.school_year
               where school.participant_id = b.participant_id and c.kind = 'away' and c.withdrawn_at is null
                 and s.date between c.first_day and c.last_day
                 and (c.activity_ids is null or s.activity_id = any (c.activity_ids))) then 'barred'
             else 'lapsed'
           end as stands
    from booking b
    join slot s on s.id = b.slot_id
    left join booking again on again.participant_id = b.participant_id and again.slot_id = b.slot_id
      and again.state in ('held', 'booked')
    where b.id = any (p_bookings)
    order by s.date, b.id
  loop
    if one.stands in ('closed', 'cancelled') then
      left_out := coalesce(left_out, one.stands);
      continue;
    end if;
    if one.stands not in ('again', 'lapsed') then
      raise exception using errcode = 'PB001', message = one.stands;
    end if;
    if one.stands = 'again' then
      update booking set state = 'booked', held_until = null, awaits = null where id = one.again_id and state = 'held';
      if not found then raise exception using errcode = 'PB001', message = 'already'; end if;
      had := had || one.again_id;
    else
      for turn in
        select t.* from waiting_turn t
        where t.participant_id = one.participant_id and t.state in ('waiting', 'offered') and one.slot_id = any (t.slot_ids)
      loop
        if turn.state = 'offered' then
          foreach wanted in array turn.slot_ids loop
            perform move_place(wanted, turn.from_minute, turn.to_minute, turn.months, -turn.places);
          end loop;
        end if;
        perform end_turn(turn, 'accepted', p_now);
        perform note_turn(turn, 'accepted', p_now);
      end loop;
      select * into asked from slot where id = one.slot_id;
      if place_in(asked, one.from_minute, one.to_minute, one.months, one.places) <> 'free' then
        raise exception using errcode = 'PB001', message = 'lost';
      end if;
      if one.judged_by <> 'slot' then
        before := span_breach(one.participant_id, one.activity_id, one.judged_by, one.season_id, one.date, p_now, true);
      end if;
      perform move_place(one.slot_id, one.from_minute, one.to_minute, one.months, one.places);
      update booking set state = 'booked', held_until = null, awaits = null, cancelled_at = null where id = one.id;
      if one.judged_by <> 'slot' and span_breach(one.participant_id, one.activity_id, one.judged_by, one.season_id, one.date,
                                                 p_now, true) is distinct from before then
        raise exception using errcode = 'PB001', message = 'barred';
      end if;
      had := had || one.id;
    end if;
    insert into booking_history (at, household_id, participant_id, slot_id, booking_id, act, account_id, by_label, by_agent,
                                 companions)
    values (p_now, one.household_id, one.participant_id, one.slot_id, had[cardinality(had)], p_act, p_account, p_by, false,
            nullif(one.companions, 0));
  end loop;
  return jsonb_build_object('outcome', case when had = '{}' then coalesce(left_out, 'lost') else 'booked' end, 'bookings', had);
exception when sqlstate 'PB001' then
  return jsonb_build_object('outcome', sqlerrm, 'bookings', '{}'::uuid[]);
end
$$;

-- The same for all the places of a payment, in the order in which they were asked: [{bookings, act}, …]. What only another
-- one of them bars (a unit that needs another) is tried again once that one is booked. Returns [{outcome, bookings}, …].
create function book_lapsed(p_wholes jsonb, p_now timestamptz, p_today date, p_account uuid, p_by text) returns jsonb
language plpgsql as $$
declare
  whole record;
  told jsonb;
  outcomes jsonb := '{}';
  progress boolean := true;
begin
  while progress loop
    progress := false;
    for whole in
      select position::text as position, w->>'act' as act,
             array(select jsonb_array_elements_text(w->'bookings')::uuid) as bookings
      from jsonb_array_elements(p_wholes) with ordinality as w (w, position) order by w.position
    loop
      continue when outcomes ? whole.position and outcomes->whole.position->>'outcome' <> 'barred';
      told := book_again(whole.bookings, whole.act, p_now, p_today, p_account, p_by);
      outcomes := outcomes || jsonb_build_object(whole.position, told);
      progress := progress or told->>'outcome' = 'booked';
    end loop;
  end loop;
  return (select jsonb_agg(outcomes->position::text order by position)
          from generate_series(1, jsonb_array_length(p_wholes)) as position);
end
$$;

-- owner: payments

-- What became of a place that was paid: « cancelled » where somebody had cancelled it, « closed » with its day, « too_late »
-- where the place was free still and nobody may book it any more, « barred » where another rule keeps it from being had.
alter table attempt_place
  drop constraint attempt_place_outcome_check,
  add constraint attempt_place_outcome_check
    check (outcome in ('booked', 'lost', 'already', 'cancelled', 'closed', 'too_late', 'barred')),
  -- The clock had released it, and it was booked again.
  add column booked_late boolean not null default false;
drop index attempt_place_lost;
create index attempt_place_lost on attempt_place (attempt_id) where outcome <> 'booked' or booked_late;
