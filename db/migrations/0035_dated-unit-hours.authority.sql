-- owner: activities

-- The hours of a unit from a day on, with the step in which families choose theirs; before the first of them, those of
-- the unit itself. Evening care until 18.30 by half-hours, from 4 January 2027 on until 19.00 by quarters.
create table hours_of_unit (
  unit_id     uuid not null references unit (id),
  valid_from  date not null,
  starts_at   time not null,
  ends_at     time not null check (ends_at > starts_at),
  hour_step   smallint check (hour_step in (15, 30, 60)),
  primary key (unit_id, valid_from)
);

create trigger stamp_offer after insert or update or delete or truncate on hours_of_unit
  for each statement execute function stamp_offer();

-- Published: the hours of each unit, in spans of days that follow each other without a gap, the last day excluded. The
-- hours of `activities_unit_card` are the first of them.
create view activities_unit_hours as
  select unit_id, valid_from,
         coalesce(lead(valid_from) over (partition by unit_id order by valid_from), 'infinity') as valid_until,
         starts_at, ends_at, hour_step
  from (
    select id as unit_id, date '0001-01-01' as valid_from, starts_at, ends_at, hour_step from unit
    union all
    select unit_id, valid_from, starts_at, ends_at, hour_step from hours_of_unit
  ) dated;

-- owner: bookings

-- A slot keeps the step of its day: what is booked on a past day is judged by what held then.
alter table slot add column hour_step smallint check (hour_step in (15, 30, 60));
update slot set hour_step = unit.hour_step
from activities_unit_card unit
where unit.unit_id = slot.unit_id and unit.hour_step is not null;
