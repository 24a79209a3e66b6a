-- owner: activities

-- Up to how many may come with the person who books (the children of an assistante maternelle); null where nobody does.
-- They and the person take a place each, or they alone.
alter table unit
  add column companions smallint check (companions between 1 and 20),
  add column companions_only boolean not null default false,
  add constraint unit_companions check (companions is not null or not companions_only);

-- Published: a unit with its activity and its site.
create or replace view activities_unit_card as
  select u.id as unit_id, u.name as unit_name, u.starts_at, u.ends_at, u.position,
         a.id as activity_id, a.name as activity_name,
         s.id as site_id, s.name as site_name, s.commune, s.phone as site_phone,
         u.code as unit_code, a.code as activity_code, a.audience, u.with_meal, u.hour_step, u.booked_by,
         u.least_days_a_week, u.companions, u.companions_only
  from unit u
  join activity a on a.id = u.activity_id
  join site s on s.id = a.site_id;
