-- owner: families

-- Published: how a person is found by name, in each of its households.
create view families_participant_search as
  select hp.household_id, p.id as participant_id, p.search_key
  from household_participant hp
  join participant p on p.id = hp.participant_id;

-- owner: bookings

-- What agents noted at the site, pushed down by attendance so that the family's history can say it.
alter table booking add column noted text check (noted in ('present', 'absent'));

-- Called by attendance, in the transaction that notes who came: null where a note was taken back. A place that was
-- given back meanwhile keeps nothing.
create function bookings_note_attendance(p_slots uuid[], p_participants uuid[], p_noted text[]) returns void
language sql as $$
  update booking set noted = told.noted
  from unnest(p_slots, p_participants, p_noted) as told (slot_id, participant_id, noted)
  where booking.slot_id = told.slot_id and booking.participant_id = told.participant_id and booking.state = 'booked'
    and booking.noted is distinct from told.noted
$$;

-- Published: who is expected in a slot, with the hours that count, and what the family said of an absence. The days of
-- a nursery's contract are bookings too.
create view bookings_expected as
  select b.slot_id, b.participant_id, b.household_id, s.activity_id, s.unit_id, s.date,
         coalesce(b.from_minute, s.from_minute) as from_minute, coalesce(b.to_minute, s.to_minute) as to_minute,
         told.cause as told_cause, told.at as told_at
  from booking b
  join slot s on s.id = b.slot_id
  left join absence_notice told on told.booking_id = b.id
  where b.state = 'booked';

-- Published: the children whose teacher is absent, by school year.
create view bookings_teacher_absent as
  select s.participant_id, c.first_day, c.last_day, c.activity_ids
  from class_day c
  join families_schooling s
    on s.school_name = c.school_name and s.class_name = c.class_name and s.school_year = c.school_year
  where c.kind = 'teacher_absent' and c.withdrawn_at is null;

-- owner: attendance

-- How the minutes of a unit are counted, from a day on: in slices that have started, of the clock (8 h 40 to 17 h 10 in
-- half-hours is 8 h 30 to 17 h 30) or of the whole time. A unit that nothing is said of counts slices of the clock of
-- the step in which its hours are chosen.
create table attendance_rounding (
  unit_id     uuid not null references unit (id),
  valid_from  date not null,
  slice       smallint not null check (slice in (10, 15, 30, 60)),
  counted     text not null check (counted in ('clock', 'duration')),
  by_label    text not null,
  at          timestamptz not null,
  primary key (unit_id, valid_from)
);

-- One form of a site's day, with the outcome of every line. Sent twice, the same key returns the first outcome.
create table attendance_form (
  key         uuid primary key,
  account_id  uuid not null,
  by_label    text not null,
  site_id     uuid not null,
  date        date not null,
  at          timestamptz not null,
  lines       jsonb not null
);

create trigger append_only before update or delete on attendance_form
  for each row execute function refuse_change();

-- Everything that was noted of somebody in a slot, in order; the last line holds. 'none' takes back what was noted.
-- Reasons: src/attendance/rules/absence-reason.ts.
create table attendance_history (
  id              bigint generated always as identity primary key,
  at              timestamptz not null,
  slot_id         uuid not null,
  participant_id  uuid not null,
  household_id    uuid not null,
  state           text not null check (state in ('present', 'absent', 'none')),
  reason          text,
  proof_on        date,
  arrived_at      time,
  left_at         time,
  account_id      uuid,
  by_label        text not null,
  form_key        uuid not null
);

create index attendance_history_slot on attendance_history (slot_id, participant_id, id);

create trigger append_only before update or delete on attendance_history
  for each row execute function refuse_change();

-- What holds now: the last line of the history.
create table attendance (
  slot_id         uuid not null references slot (id),
  participant_id  uuid not null references participant (id),
  household_id    uuid not null references household (id),
  state           text not null check (state in ('present', 'absent', 'none')),
  reason          text check (reason in ('illness', 'hospital', 'eviction', 'family', 'other', 'strike',
                                         'teacher-absent', 'authority')),
  -- The day on which the proof of the absence was received.
  proof_on        date,
  arrived_at      time,
  left_at         time check (left_at > arrived_at),
  -- The line of the history: what a form showed is told by it.
  version         bigint not null,
  by_label        text not null,
  at              timestamptz not null,
  primary key (slot_id, participant_id),
  check (state = 'absent' or (reason is null and proof_on is null)),
  check (state = 'present' or (arrived_at is null and left_at is null))
);

create index attendance_participant on attendance (participant_id);
create index attendance_household on attendance (household_id);

-- Judges and writes every line of one form of a site's day, together.
--
-- Forms of one site and day wait for each other. Each line says which version it showed (0: nothing was noted) and what
-- it wants now. A line that wants what it showed changes nothing, whatever a colleague noted meanwhile; one that wants
-- what holds is already so; another whose version is not the last is not written: 'changed', with what holds.
-- Returns [{participant, slot, outcome}] in the order sent, those that changed nothing left out; or null when the key was
-- used by somebody else or for another day. Outcomes: src/attendance/day/outcomes.ts.
create function note_attendance(
  p_key uuid, p_account uuid, p_by text, p_now timestamptz, p_today date, p_site uuid, p_date date,
  p_participants uuid[], p_slots uuid[], p_households uuid[], p_shown bigint[],
  p_states text[], p_reasons text[], p_proofs date[], p_arrived time[], p_left time[]
) returns jsonb language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  first_form attendance_form;
  receipt jsonb;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_key::text, 0));
  select * into first_form from attendance_form where key = p_key;
  if found then
    return case when first_form.account_id = p_account and first_form.site_id = p_site and first_form.date = p_date
                then first_form.lines end;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('attendance ' || p_site || p_date, 0));

  with line as (
    select l.*, row_number() over (partition by l.participant_id, l.slot_id order by l.position) as occurrence
    from unnest(p_participants, p_slots, p_households, p_shown, p_states, p_reasons, p_proofs, p_arrived, p_left)
      with ordinality as l (participant_id, slot_id, household_id, shown, state, reason, proof_on, arrived_at, left_at,
                            position)
  ), fact as (
    select line.position, line.participant_id, line.slot_id, line.occurrence, line.shown,
           (line.state, line.reason, line.proof_on, line.arrived_at, line.left_at)::text as wanted,
           (coalesce(was.state, 'none'), was.reason, was.proof_on, was.arrived_at, was.left_at)::text as showed,
           (coalesce(held.state, 'none'), held.reason, held.proof_on, held.arrived_at, held.left_at)::text as holds,
           line.state, line.reason, line.proof_on, line.arrived_at, line.left_at,
           coalesce(held.version, 0) as version, slot.state as slot_state, expected.participant_id is not null as booked,
           coalesce(expected.household_id, held.household_id, known.household_id) as household_id
    from line
    left join lateral (
      select s.slot_id, s.state from bookings_slot_card s
      join activities_unit_card u on u.unit_id = s.unit_id
      where s.slot_id = line.slot_id and s.date = p_date and u.site_id = p_site
    ) slot on true
    left join attendance held on held.slot_id = line.slot_id and held.participant_id = line.participant_id
    left join attendance_history was
      on was.id = line.shown and was.slot_id = line.slot_id and was.participant_id = line.participant_id
    left join bookings_expected expected
      on expected.slot_id = line.slot_id and expected.participant_id = line.participant_id
    left join families_participant_card known
      on known.participant_id = line.participant_id and known.household_id = line.household_id
  ), judged as (
    select fact.*,
           case
             when slot_state is null or household_id is null then 'unknown'
             when occurrence > 1 then 'repeated'
             when wanted = holds then 'same'
             when version <> shown and wanted = showed then 'same'
             when p_date > p_today then 'future'
             when slot_state = 'closed' then 'closed'
             when version <> shown then 'changed'
             when state = 'absent' and not booked then 'not_expected'
             when state = 'none' then 'taken_back'
             else 'noted'
           end as outcome
    from fact
  ), remembered as (
    insert into attendance_history (at, slot_id, participant_id, household_id, state, reason, proof_on, arrived_at,
                                    left_at, account_id, by_label, form_key)
    select p_now, slot_id, participant_id, household_id, state, reason, proof_on, arrived_at, left_at, p_account, p_by, p_key
    from judged where outcome in ('noted', 'taken_back')
    order by position
    returning *
  ), stated as (
    insert into attendance (slot_id, participant_id, household_id, state, reason, proof_on, arrived_at, left_at, version,
                            by_label, at)
    select slot_id, participant_id, household_id, state, reason, proof_on, arrived_at, left_at, id, by_label, at
    from remembered
    on conflict (slot_id, participant_id) do update
      set household_id = excluded.household_id, state = excluded.state, reason = excluded.reason,
          proof_on = excluded.proof_on, arrived_at = excluded.arrived_at, left_at = excluded.left_at,
          version = excluded.version, by_label = excluded.by_label, at = excluded.at
  )
  select coalesce(jsonb_agg(jsonb_build_object('participant', participant_id, 'slot', slot_id, 'outcome', outcome)
                            order by position), '[]')
  into receipt
  from judged where outcome <> 'same';

  perform bookings_note_attendance(array_agg(a.slot_id), array_agg(a.participant_id), array_agg(nullif(a.state, 'none')))
  from jsonb_to_recordset(receipt) as done (participant uuid, slot uuid, outcome text)
  join attendance a on a.slot_id = done.slot and a.participant_id = done.participant
  where done.outcome in ('noted', 'taken_back');

  insert into attendance_form (key, account_id, by_label, site_id, date, at, lines)
  values (p_key, p_account, p_by, p_site, p_date, p_now, receipt);
  return receipt;
end
$$;

-- Published: what is known of everybody who was expected in a slot, or came without a place. State null: nobody noted
-- it. An absence whose place was given back since is nothing any more.
create view attendance_fact as
  select e.slot_id, e.participant_id, e.household_id, e.activity_id, e.unit_id, e.date, true as booked,
         nullif(a.state, 'none') as state, a.reason, a.proof_on, e.told_at, e.from_minute, e.to_minute,
         a.arrived_at, a.left_at
  from bookings_expected e
  left join attendance a on a.slot_id = e.slot_id and a.participant_id = e.participant_id
  union all
  select a.slot_id, a.participant_id, a.household_id, s.activity_id, s.unit_id, s.date, false, a.state, null, null, null,
         null, null, a.arrived_at, a.left_at
  from attendance a
  join bookings_slot_card s on s.slot_id = a.slot_id
  where a.state = 'present'
    and not exists (select from bookings_expected e
                    where e.slot_id = a.slot_id and e.participant_id = a.participant_id);

-- Published: how many are expected in the slots of a unit on a day, and of how many it was noted whether they came.
-- Counted slot by slot, so that a site's month reads its own bookings only (one site of a million bookings: 400 ms
-- grouped, 12 ms so).
create view attendance_day as
  select s.unit_id, s.date, counted.expected, counted.noted
  from bookings_slot_card s
  cross join lateral (
    select count(*) as expected, count(nullif(a.state, 'none')) as noted
    from bookings_booked b
    left join attendance a on a.slot_id = b.slot_id and a.participant_id = b.participant_id
    where b.slot_id = s.slot_id
  ) counted
  where counted.expected > 0;

-- Published: how minutes are counted in a unit, from a day on.
create view attendance_unit_rounding as
  select unit_id, valid_from, slice, counted from attendance_rounding;
