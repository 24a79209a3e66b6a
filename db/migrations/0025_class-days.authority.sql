-- owner: bookings

-- What was said of a class speaks of some activities, those of the agent who said it, and may be taken back.
alter table class_day
  -- Null: every activity.
  add column activity_ids uuid[],
  add column withdrawn_at timestamptz,
  add column withdrawn_by text,
  -- What families read: « la sortie est reportée ».
  add column withdrawn_because text check (withdrawn_because <> ''),
  -- The forms that gave the places back, one a household.
  add column restoring_keys uuid[] not null default '{}',
  add constraint class_day_withdrawn check (
    (withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_because is null));

-- A class that was away until now is so where its places were cancelled.
update class_day said set activity_ids = array(
  select distinct s.activity_id
  from submission form
  cross join lateral jsonb_array_elements(form.lines) line
  join slot s on s.id = (line->>'slot')::uuid
  where form.key = said.id)
where kind = 'away';

-- Whether a family may cancel until the slot starts: an agent said that the teacher of the participant's class is absent
-- that day, or took back that the class is away, which gave places back after the deadline.
create function class_lifts_deadline(p_participant uuid, p_activity uuid, p_date date) returns boolean
language sql stable as $$
  select exists (
    select from families_schooling s
    join class_day c on c.school_name = s.school_name and c.class_name = s.class_name and c.school_year = s.school_year
    where s.participant_id = p_participant and p_date between c.first_day and c.last_day
      and (c.activity_ids is null or p_activity = any (c.activity_ids))
      and (c.withdrawn_at is null) = (c.kind = 'teacher_absent'))
$$;
