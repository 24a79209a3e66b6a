-- owner: activities

-- Published: the days of a season, on which of them it opens, and whether it does on days of the week: one that opens on
-- dates alone (workshops, outings) is not come to « every week ».
create or replace view activities_season as
  select s.id as season_id, s.activity_id, s.name, s.first_day, s.last_day, s.opens_on,
         exists (select from opening o where o.season_id = s.id and o.offered)
           or not exists (select from opening_date d where d.season_id = s.id) as weekly
  from season s;
