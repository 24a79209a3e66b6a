-- owner: activities

-- Says which state of the offer and the calendar this is: a new value with every change of what the program keeps of
-- them in memory. No two states of any authority share one, so that a memory by stamp is never out of date; it is
-- written in the transaction of the change, so that nobody sees the one without the other.
-- One row, as a rule: two changes at once, or a restored backup, leave several, which together are the stamp.
create table offer_stamp (
  stamp  uuid primary key default gen_random_uuid()
);
insert into offer_stamp default values;

-- Named with its schema: a backup that is restored writes without a search path.
create function stamp_offer() returns trigger language plpgsql as $$
begin
  execute format('delete from %I.offer_stamp', tg_table_schema);
  execute format('insert into %I.offer_stamp default values', tg_table_schema);
  return null;
end
$$;

create trigger stamp_offer after insert or update or delete or truncate on calendar_setting
  for each statement execute function stamp_offer();
create trigger stamp_offer after insert or update or delete or truncate on school_period
  for each statement execute function stamp_offer();
create trigger stamp_offer after insert or update or delete or truncate on closure
  for each statement execute function stamp_offer();
create trigger stamp_offer after insert or update or delete or truncate on site
  for each statement execute function stamp_offer();
create trigger stamp_offer after insert or update or delete or truncate on activity
  for each statement execute function stamp_offer();
create trigger stamp_offer after insert or update or delete or truncate on unit
  for each statement execute function stamp_offer();
create trigger stamp_offer after insert or update or delete or truncate on unit_relation
  for each statement execute function stamp_offer();
create trigger stamp_offer after insert or update or delete or truncate on age_group
  for each statement execute function stamp_offer();
create trigger stamp_offer after insert or update or delete or truncate on season
  for each statement execute function stamp_offer();
create trigger stamp_offer after insert or update or delete or truncate on opening
  for each statement execute function stamp_offer();
create trigger stamp_offer after insert or update or delete or truncate on opening_date
  for each statement execute function stamp_offer();
create trigger stamp_offer after insert or update or delete or truncate on capacity
  for each statement execute function stamp_offer();
