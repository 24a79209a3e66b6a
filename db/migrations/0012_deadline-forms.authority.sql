-- owner: bookings

-- A rule of a unit or of a season wins over the activity's: unit and season, unit, season, activity.
alter table deadline_rule
  add column unit_id uuid references unit (id),
  add column season_id uuid references season (id),
  drop constraint deadline_rule_act_check,
  add constraint deadline_rule_act_check check (act in ('book', 'cancel', 'change')),
  drop constraint deadline_rule_pkey,
  add unique nulls not distinct (activity_id, act, valid_from, unit_id, season_id);

create index deadline_rule_unit on deadline_rule (unit_id) where unit_id is not null;
create index deadline_rule_season on deadline_rule (season_id) where season_id is not null;

-- A cut-off that an agent moved by hand, for the slots of some days: the week of Ascension, a caterer's leave.
create table moved_deadline (
  id           uuid primary key default gen_random_uuid(),
  activity_id  uuid not null references activity (id),
  unit_id      uuid references unit (id),
  acts         text[] not null check (acts <@ array['book', 'cancel', 'change'] and acts <> '{}'),
  first_day    date not null,
  last_day     date not null check (last_day >= first_day),
  closes_at    timestamptz not null,
  -- What families read: « le traiteur est fermé le jeudi de l'Ascension ».
  because      text not null check (because <> ''),
  by_label     text not null,
  at           timestamptz not null,
  lifted_at    timestamptz
);

create index moved_deadline_activity on moved_deadline (activity_id, first_day);
create index moved_deadline_unit on moved_deadline (unit_id) where unit_id is not null;

-- The last instant at which the hours of a booking may change, where it is not the one for cancelling.
alter table slot add column change_until timestamptz;

-- The rules of the previous release had one form, « workingDays », now « daysBefore », and their words were spelt out.
update deadline_rule set rule = jsonb_build_object(
  'kind', 'daysBefore',
  'days', rule -> 'workingDaysBefore',
  'cutOff', case rule #>> '{cutOff,kind}' when 'time' then rule #> '{cutOff,time}' else rule #> '{cutOff,kind}' end,
  'notCounted', (
    select coalesce(jsonb_agg(word order by position), '[]')
    from (
      select word, position
      from unnest(array['saturdays', 'sundays', 'publicHolidays', 'schoolHolidays', 'closures'])
        with ordinality as known (word, position)
      where (rule -> 'notCounted' ->> word)::boolean
      union all
      select (array['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])[weekday::integer],
             10 + weekday::integer
      from jsonb_array_elements_text(rule #> '{notCounted,weekdays}') as besides (weekday)
    ) words
  )
)
where rule ->> 'kind' = 'workingDays';
