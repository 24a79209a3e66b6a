-- owner: activities

-- Shared places that are counted anew in each part of so many minutes of the window (a nursery counts by half-hour): who
-- leaves at 10:00 gives the place back at 10:00. Null: one count for the whole window.
alter table capacity add column every_minutes smallint check (every_minutes in (15, 30, 60));
