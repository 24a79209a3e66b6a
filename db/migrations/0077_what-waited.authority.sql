-- owner: billing

-- What waited stays told: which run issued it, and the document that asked it at last. It waits as long as there is none.
alter table carried_charge
  add column run_id      uuid references billing_run (id),
  add column invoice_id  uuid references invoice (id);

update carried_charge w set run_id = c.run_id from charge c where c.id = w.charge_id;

-- What had waited before this day, found again by the document of a later run.
insert into carried_charge (charge_id, household_id, guardian_id, run_id, invoice_id)
select c.id, c.household_id, c.guardian_id, c.run_id, i.id
from invoice i
join invoice_line l on l.invoice_id = i.id
join charge c on c.id = l.charge_id and c.run_id <> i.run_id;

alter table carried_charge alter column run_id set not null;
drop index carried_charge_payer;
create index carried_charge_waiting on carried_charge (household_id, guardian_id) where invoice_id is null;
create index carried_charge_run on carried_charge (run_id);
create index carried_charge_invoice on carried_charge (invoice_id) where invoice_id is not null;

-- A line that waited gets its document once, and nothing else of it changes.
create function refuse_uncarried() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.invoice_id is not null
     or (old.charge_id, old.household_id, old.guardian_id, old.run_id)
        <> (new.charge_id, new.household_id, new.guardian_id, new.run_id) then
    raise exception 'charge % has waited: % refused', old.charge_id, tg_op using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

create trigger waited_is_told before update or delete on carried_charge
  for each row execute function refuse_uncarried();

-- As before, but for what waits no longer.
create or replace function charges_to_issue(p_run uuid) returns setof charge language sql stable as $$
  select * from charge where run_id = p_run
  union all
  select c.* from carried_charge w join charge c on c.id = w.charge_id where w.invoice_id is null
$$;

create or replace function payer_charges_to_issue(p_run uuid, p_household uuid, p_guardian uuid)
returns table (id uuid, run_id uuid, credit boolean, participant_name text, activity_name text, day date, source_key text)
language sql stable as $$
  select c.id, c.run_id, c.amount_cents < 0 or max(c.amount_cents) over () <= 0,
         c.participant_name, c.activity_name, c.day, c.source_key
  from (select * from charge
        where charge.run_id = p_run and charge.household_id = p_household and charge.guardian_id = p_guardian
        union all
        select own.* from carried_charge w join charge own on own.id = w.charge_id
        where w.household_id = p_household and w.guardian_id = p_guardian and w.invoice_id is null) c
$$;
