-- owner: bookings

-- The payment under way that a held place awaits: as long as it does, its time does not end it, and no other payment of it
-- begins. The id is that of the folder above, which takes it off once the answer is known.
alter table booking add column awaits uuid;
create index booking_awaits on booking (awaits) where awaits is not null;
create index booking_held_household on booking (household_id) where state = 'held';

-- What the clock ends: offers that nobody answered, turns whose slot can no longer change, places that were held for a
-- payment that did not come; one whose payment is under way waits for its answer. Their places go to the next in turn. Run every minute; run twice, it does nothing more.
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
  select array_agg(id) into over_bookings from booking where state = 'held' and held_until < p_now and awaits is null;
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
    where id = any (over_bookings) and state = 'held' and held_until < p_now and awaits is null
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

-- owner: payments

-- The places of a basket that an attempt pays, as the family was told them: what stands or falls together (a day, a
-- package), its price and why. What became of them is known when the money is: « booked »; « lost » where the place was
-- given away before; « already » where another payment had paid it.
create table attempt_place (
  attempt_id    uuid not null references payment_attempt (id),
  position      smallint not null,
  booking_ids   uuid[] not null check (cardinality(booking_ids) > 0),
  label         text not null check (label <> ''),
  amount_cents  integer not null check (amount_cents >= 0),
  why           text[] not null,
  outcome       text check (outcome in ('booked', 'lost', 'already')),
  primary key (attempt_id, position)
);

-- What was paid and not had, for agents.
create index attempt_place_lost on attempt_place (attempt_id) where outcome in ('lost', 'already');
