-- owner: billing

-- How invoices are sent where a household has not chosen.
alter table billing_rule add column paper_by_default boolean not null default false;

-- How a household wants its invoices, from a day on. A choice never reaches back: what is issued keeps how it was sent.
create table invoice_delivery (
  id            bigint generated always as identity primary key,
  household_id  uuid not null,
  valid_from    date not null,
  delivery      text not null check (delivery in ('paperless', 'paper')),
  account_id    uuid not null,
  by_label      text not null,
  at            timestamptz not null
);

create index invoice_delivery_household on invoice_delivery (household_id, valid_from, id);

create trigger append_only before update or delete on invoice_delivery
  for each row execute function refuse_change();

-- Whether a payer's documents of a day go by post: the household's choice, else the authority's; who has no address of
-- e-mail is told by nothing else. The rule: src/billing/delivery/delivery.ts.
create function invoices_on_paper(p_household uuid, p_guardian uuid, p_day date) returns boolean
language sql stable as $$
  select coalesce((select d.delivery = 'paper' from invoice_delivery d
                   where d.household_id = p_household and d.valid_from <= p_day
                   order by d.valid_from desc, d.id desc limit 1),
                  (select r.paper_by_default from billing_rule r
                   where r.valid_from <= p_day order by r.valid_from desc limit 1))
         or not exists (select from families_guardian_card g
                        where g.household_id = p_household and g.guardian_id = p_guardian and g.email <> '')
$$;

-- The documents of a run that go by post, as one file for the printer: made by a job, which says how far it is.
create table paper_print (
  run_id    uuid primary key references billing_run (id),
  total     integer not null check (total > 0),
  done      integer not null default 0 check (done between 0 and total),
  file      bytea,
  by_label  text not null,
  asked_at  timestamptz not null,
  ended_at  timestamptz,
  check ((file is null) = (ended_at is null))
);
