-- owner: bookings

-- As before, without counting who takes the places of a day on which nobody does: a year of slots that open had each of
-- its shared places counted one by one (0.09 ms), a third of the whole.
create or replace function write_place_counts(
  p_today date, p_counted uuid[], p_activities uuid[], p_dates date[], p_from smallint[], p_to smallint[],
  p_from_months smallint[], p_until_months smallint[], p_places integer[], p_closing uuid[]
) returns void language plpgsql as $$
begin
  if cardinality(p_counted) = 0 then return; end if;
  -- What was booked while no place was shared has no age yet.
  update booking b set months = months_on(p.birth_date, s.date)
  from slot s, families_participant_card p
  where s.activity_id = any (p_counted) and s.date >= p_today and s.ruled and b.slot_id = s.id
    and b.state in ('held', 'booked') and b.months is null and p.participant_id = b.participant_id;
  with wanted as (
    select * from unnest(p_activities, p_dates, p_from, p_to, p_from_months, p_until_months, p_places)
      as w (activity_id, date, from_minute, to_minute, from_months, until_months, places)
  ), busy as (
    select distinct activity_id, date from slot
    where activity_id = any (p_counted) and date >= p_today and (taken > 0 or waiting > 0)
  ), over as (
    delete from place_count c
    where c.activity_id = any (p_counted) and c.date >= p_today and not exists (
      select from wanted w where w.activity_id = c.activity_id and w.date = c.date and w.from_minute = c.from_minute
        and w.from_months = c.from_months)
  ), changing as (
    select w.*,
           case when busy.date is null then 0
                else place_taken(w.activity_id, w.date, w.from_minute, w.to_minute, w.from_months, w.until_months)
           end as taken
    from wanted w
    left join place_count c using (activity_id, date, from_minute, from_months)
    left join busy on busy.activity_id = w.activity_id and busy.date = w.date
    where c.activity_id is null
      or (c.to_minute, c.until_months, c.places - c.surplus) is distinct from (w.to_minute, w.until_months, w.places)
      or exists (select from slot where slot.activity_id = w.activity_id and slot.date = w.date and slot.id = any (p_closing))
  )
  insert into place_count (activity_id, date, from_minute, to_minute, from_months, until_months, places, taken, surplus)
  select activity_id, date, from_minute, to_minute, from_months, until_months, greatest(places, taken), taken,
         greatest(taken - places, 0)
  from changing
  on conflict (activity_id, date, from_minute, from_months) do update
  set to_minute = excluded.to_minute, until_months = excluded.until_months, places = excluded.places,
      taken = excluded.taken, surplus = excluded.surplus;
end
$$;
