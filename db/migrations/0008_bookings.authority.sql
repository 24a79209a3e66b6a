-- owner: bookings

-- Until when an act on a slot is open; dated, so that past slots keep the rule they had.
create table deadline_rule (
  activity_id  uuid not null references activity (id),
  act          text not null check (act in ('book', 'cancel')),
  valid_from   date not null,
  rule         jsonb not null,
  primary key (activity_id, act, valid_from)
);

-- A participant's right to attend an activity in a season, for one household, and who pays.
create table enrolment (
  id                 uuid primary key default gen_random_uuid(),
  participant_id     uuid not null references participant (id),
  household_id       uuid not null references household (id),
  activity_id        uuid not null references activity (id),
  season_id          uuid not null references season (id),
  payer_guardian_id  uuid not null references guardian (id),
  first_day          date not null,
  last_day           date not null check (last_day >= first_day),
  created_at         timestamptz not null,
  unique (participant_id, season_id, household_id)
);

create index enrolment_household on enrolment (household_id);
-- With the participant too: a server without statistics yet (opening morning) may choose this index for one child.
create index enrolment_season on enrolment (season_id, participant_id);
create index enrolment_activity on enrolment (activity_id);
create index enrolment_payer on enrolment (payer_guardian_id);

-- One unit of one activity on one date. Its deadlines are stored as instants, computed by
-- bookings/rules/deadline.ts, and enforced below by the statement that writes.
create table slot (
  id              uuid primary key default gen_random_uuid(),
  activity_id     uuid not null references activity (id),
  unit_id         uuid not null references unit (id),
  season_id       uuid not null references season (id),
  date            date not null,
  starts_at       timestamptz not null,
  places          integer not null check (places >= 0),
  taken           integer not null default 0 check (taken >= 0),
  -- Places above what the activity offers since it was reduced: those who hold one keep it, and a place
  -- that comes free goes. The activity offers places - surplus.
  surplus         integer not null default 0 check (surplus >= 0 and surplus <= places),
  state           text not null default 'open' check (state in ('open', 'closed')),
  closed_because  text,
  book_until      timestamptz not null,
  cancel_until    timestamptz not null,
  deadline_facts  jsonb not null,
  check (taken <= places),
  check ((state = 'closed') = (closed_because is not null)),
  check (state = 'open' or taken = 0),
  unique (unit_id, date)
);

create index slot_activity_date on slot (activity_id, date);
create index slot_season_date on slot (season_id, date);

-- A participant holds, or held, a place in a slot.
create table booking (
  id              uuid primary key default gen_random_uuid(),
  slot_id         uuid not null references slot (id),
  participant_id  uuid not null references participant (id),
  household_id    uuid not null references household (id),
  enrolment_id    uuid not null references enrolment (id),
  state           text not null default 'booked' check (state in ('booked', 'cancelled')),
  booked_at       timestamptz not null,
  cancelled_at    timestamptz,
  check ((state = 'cancelled') = (cancelled_at is not null))
);

create unique index booking_once on booking (participant_id, slot_id) where state = 'booked';
-- With the participant too, for the same reason.
create index booking_slot on booking (slot_id, participant_id);

-- One form sent by a family, or by an agent for it, with the outcome of every line: the receipt.
-- Sent twice, the same key returns the first receipt.
create table submission (
  key            uuid primary key,
  account_id     uuid not null,
  by_label       text not null,
  by_agent       boolean not null,
  reason         text,
  household_ids  uuid[] not null,
  received_at    timestamptz not null,
  lines          jsonb not null
);

create trigger append_only before update or delete on submission
  for each row execute function refuse_change();

-- What happened to a booking, kept with it: who, when, why.
create table booking_history (
  id              bigint generated always as identity primary key,
  at              timestamptz not null,
  household_id    uuid not null,
  participant_id  uuid not null,
  slot_id         uuid not null,
  booking_id      uuid not null,
  act             text not null check (act in ('booked', 'cancelled')),
  account_id      uuid,
  by_label        text not null,
  by_agent        boolean not null,
  reason          text,
  submission_key  uuid
);

create index booking_history_household on booking_history (household_id, id desc);
create index booking_history_booking on booking_history (booking_id);
-- What a closing cancelled: no form did.
create index booking_history_closed on booking_history (slot_id) where submission_key is null;

create trigger append_only before update or delete on booking_history
  for each row execute function refuse_change();

-- Judges and writes every line of one form, together: the central act of Préau.
--
-- Acts are 'book' or 'cancel'. Slots are locked in id order, so that two forms never wait for each
-- other in a circle; what is free, held, closed or too late is read after the lock. Cancelled places
-- of the form are free for its own bookings; of two lines that want the last place, the first has it.
-- Booking needs an enrolment of one of the households; cancelling needs a booking that one of them
-- holds, even when the enrolment has ended since. The household of a line is the one that holds it.
-- Returns the receipt's lines [{act, participant, slot, household, outcome}] in the order sent, or
-- null when the key was used by somebody else. Outcomes: booked, cancelled, already_booked,
-- not_booked, full, closed, past, too_late_to_book, too_late_to_cancel, repeated, unknown.
--
-- One plan for every form: planned anew for each, as PostgreSQL would because of the arrays, a form of one
-- line spends more time being planned than run (measured: 3.1 ms of processor against 1.3). That plan may be
-- made while the tables are empty or were never analysed (the morning of an opening): lateral lookups by index,
-- and no scan of whole tables, keep it right when they grow (15,000 lines in a new database: 2 s instead of 20).
create function submit_bookings(
  p_authority uuid, p_key uuid, p_account uuid, p_by text, p_by_agent boolean, p_reason text,
  p_households uuid[], p_past_deadline boolean, p_now timestamptz, p_today date,
  p_acts text[], p_participants uuid[], p_slots uuid[]
) returns jsonb language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off
as $$
declare
  first_receipt submission;
  receipt jsonb;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_key::text, 0));
  select * into first_receipt from submission where key = p_key;
  if found then
    return case when first_receipt.account_id = p_account then first_receipt.lines end;
  end if;

  perform from slot where id = any (p_slots) order by id for no key update;

  with line as (
    select l.position, l.act, l.participant_id, l.slot_id,
           row_number() over (partition by l.participant_id, l.slot_id order by l.position) as occurrence
    from unnest(p_acts, p_participants, p_slots) with ordinality as l (act, participant_id, slot_id, position)
  ), fact as (
    select line.*, slot.state, slot.date, slot.places - slot.taken as free, slot.book_until, slot.cancel_until,
           right_.enrolment_id, held.id as booking_id, held.household_id = any (p_households) as ours,
           case when line.act = 'cancel' and held.household_id = any (p_households) then held.household_id
                else right_.household_id
           end as household_id
    from line
    left join slot on slot.id = line.slot_id
    left join lateral (
      select e.id as enrolment_id, e.household_id
      from enrolment e
      where e.participant_id = line.participant_id and e.season_id = slot.season_id
        and e.household_id = any (p_households) and slot.date between e.first_day and e.last_day
      order by e.household_id limit 1
    ) right_ on true
    left join lateral (
      select b.id, b.household_id from booking b
      where b.participant_id = line.participant_id and b.slot_id = line.slot_id and b.state = 'booked' limit 1
    ) held on true
  ), judged as (
    select fact.*,
           case
             when household_id is null then 'unknown'
             when occurrence > 1 then 'repeated'
             when act = 'book' and booking_id is not null then 'already_booked'
             when date < p_today then 'past'
             when state = 'closed' then 'closed'
             when act = 'cancel' and ours is not true then 'not_booked'
             when act = 'book' and p_now > book_until and not p_past_deadline then 'too_late_to_book'
             when act = 'cancel' and p_now > cancel_until and not p_past_deadline then 'too_late_to_cancel'
             when act = 'book' then 'wants_place'
             when act = 'cancel' then 'cancelled'
           end as verdict
    from fact
  ), decided as (
    select judged.*,
           case
             when verdict <> 'wants_place' then verdict
             when row_number() over (partition by slot_id, verdict order by position)
                  <= free + count(*) filter (where verdict = 'cancelled') over (partition by slot_id) then 'booked'
             else 'full'
           end as outcome,
           case when verdict = 'cancelled' then booking_id else gen_random_uuid() end as written_id
    from judged
  ), cancelled as (
    update booking set state = 'cancelled', cancelled_at = p_now
    from decided
    where decided.outcome = 'cancelled' and booking.id = decided.written_id
  ), booked as (
    insert into booking (id, slot_id, participant_id, household_id, enrolment_id, booked_at)
    select written_id, slot_id, participant_id, household_id, enrolment_id, p_now
    from decided where outcome = 'booked'
  ), counted as (
    update slot set taken = taken + change.difference,
                    places = places - least(surplus, greatest(-change.difference, 0)),
                    surplus = surplus - least(surplus, greatest(-change.difference, 0))
    from (
      select slot_id, sum(case outcome when 'booked' then 1 else -1 end)::integer as difference
      from decided where outcome in ('booked', 'cancelled')
      group by slot_id
    ) change
    where slot.id = change.slot_id and change.difference <> 0
  ), remembered as (
    insert into booking_history
      (at, household_id, participant_id, slot_id, booking_id, act, account_id, by_label, by_agent, reason, submission_key)
    select p_now, household_id, participant_id, slot_id, written_id, outcome, p_account, p_by, p_by_agent, p_reason, p_key
    from decided where outcome in ('booked', 'cancelled')
    order by position
  )
  select coalesce(jsonb_agg(jsonb_build_object('act', act, 'participant', participant_id, 'slot', slot_id,
                                               'household', household_id, 'outcome', outcome) order by position), '[]')
  into receipt
  from decided;

  insert into submission (key, account_id, by_label, by_agent, reason, household_ids, received_at, lines)
  values (p_key, p_account, p_by, p_by_agent, p_reason, p_households, p_now, receipt);

  perform platform_announce(p_authority, 'bookings.submitted', json_build_object('key', p_key));

  return receipt;
end
$$;

-- Published: who holds a place, for the lists of other folders.
create view bookings_booked as
  select b.id as booking_id, b.slot_id, b.participant_id, b.household_id, s.activity_id, s.unit_id, s.date
  from booking b
  join slot s on s.id = b.slot_id
  where b.state = 'booked';

-- Published: a slot with its counters and its deadlines.
create view bookings_slot_card as
  select id as slot_id, activity_id, unit_id, season_id, date, starts_at, places, taken, state, closed_because,
         book_until, cancel_until
  from slot;

-- Published: who is enrolled where, from when to when.
create view bookings_enrolment_card as
  select id as enrolment_id, participant_id, household_id, activity_id, first_day, last_day from enrolment;
