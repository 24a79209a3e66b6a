-- owner: bookings

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
-- p_late_cause says who a cancellation after its deadline comes from: it is kept with it. A family's form that carries it has
-- told what that costs; where the activity lets families cancel late, it then may, until the slot starts.
-- Returns the receipt's lines [{act, participant, slot, household, outcome, from, to, asked}] in the order sent, or null
-- when the key was used by somebody else. `from` and `to` are the hours that count, `asked` those that the form named;
-- `companions` are those who come with the participant, `asked_companions` as the form said it. Of a booking that is to
-- change, `was` and `was_companions` are what it had before: a receipt read a year later says both.
-- Outcomes: see src/bookings/rules/lines.ts.
--
-- One plan for every form: planned anew for each, as PostgreSQL would because of the arrays, a form of one
-- line spends more time being planned than run (measured: 3.1 ms of processor against 1.3). That plan may be
-- made while the tables are empty, never analysed or analysed (the morning of an opening), and must be right when they
-- have grown: of an empty table that was analysed, PostgreSQL believes that reading all of it costs nothing, whatever
-- index it reads it by. So each table that may still be empty is looked up alone: in a lateral query that is not drawn
-- into the others (limit, offset), or, to write it, by the ids that were decided. Without an order and without a partial
-- index that holds already, one table offers nothing but its index or a scan, and scans are off. (253 forms of a new
-- town that was analysed before they came took 118 s instead of 10.)
create or replace function submit_bookings(
  p_authority uuid, p_key uuid, p_account uuid, p_by text, p_by_agent boolean, p_reason text,
  p_households uuid[], p_withheld uuid[], p_freely boolean, p_over_capacity boolean, p_now timestamptz, p_today date,
  p_acts text[], p_participants uuid[], p_slots uuid[], p_from smallint[], p_to smallint[], p_companions smallint[] default null,
  p_late_cause text default null, p_waived text default null
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
    cross join lateral (
      select school.participant_id, school.school_name, school.class_name, school.school_year
      from families_schooling school where school.participant_id = asked.participant_id offset 0
    ) s
    cross join lateral (
      select day.first_day, day.last_day, day.activity_ids from class_day day
      where day.school_name = s.school_name and day.class_name = s.class_name and day.school_year = s.school_year
        and day.kind = 'away' and day.withdrawn_at is null and day.last_day >= p_today offset 0
    ) c
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
           unit.booked_by, slot.hour_step, unit.companions as most_companions, unit.companions_only,
           case when unit.companions is null then 0 else coalesce(line.companions, held.companions, turn.companions, 0) end as companions,
           line.companions as asked_companions,
           case when slot.hour_step is not null then coalesce(line.from_minute, slot.from_minute) end as from_minute,
           case when slot.hour_step is not null then coalesce(line.to_minute, slot.to_minute) end as to_minute,
           line.from_minute as asked_from, line.to_minute as asked_to, slot.from_minute as earliest, slot.to_minute as latest,
           right_.enrolment_id, right_.priority_points, held.id as booking_id,
           held.from_minute as was_from, held.to_minute as was_to, held.companions as was_companions,
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
           coalesce(place_rule.waiting_list, true) as may_wait,
           coalesce(place_rule.late_cancellation, false) as late_cancellation
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
      select b.id, b.household_id, b.from_minute, b.to_minute, b.companions, b.places from booking b
      where b.participant_id = line.participant_id and b.slot_id = line.slot_id and b.state in ('held', 'booked') limit 1
    ) held on true
    left join lateral (
      select t.id, t.state, t.household_id, t.answer_until, t.companions
      from (select * from waiting_turn any_turn
            where slot.waiting > 0 and any_turn.participant_id = line.participant_id offset 0) t
      where t.state in ('waiting', 'offered') and line.slot_id = any (t.slot_ids) limit 1
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
               and not (p_now < starts_at and (class_lifts_deadline(participant_id, activity_id, date)
                                               or late_cancellation and p_late_cause is not null)) then 'too_late_to_cancel'
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
    where id = any (array(select written_id from decided where not one_by_one and outcome = 'cancelled'))
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
                            || case when act <> 'change' or ours is not true then '{}'::jsonb
                                    when was_from is null then jsonb_build_object('was_companions', was_companions)
                                    else jsonb_build_object('was', jsonb_build_array(was_from, was_to),
                                                            'was_companions', was_companions) end
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

  if p_late_cause is not null then
    perform note_late_cancellations(p_key, p_slots, p_participants, p_late_cause, p_waived, p_by, p_now);
  end if;

  insert into submission (key, account_id, by_label, by_agent, reason, household_ids, received_at, lines)
  values (p_key, p_account, p_by, p_by_agent, p_reason, p_households, p_now, receipt);

  perform platform_announce(p_authority, 'bookings.submitted', json_build_object('key', p_key));

  return receipt;
end
$$;
