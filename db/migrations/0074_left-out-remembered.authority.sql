-- owner: billing

-- What an agent set aside is remembered: by the draft that replaces a draft, and by the drafts of other months until its
-- own month is prepared again.
alter table billing_run add column instead_of uuid references billing_run (id);
create index billing_run_instead_of on billing_run (instead_of) where instead_of is not null;

alter table billing_oddity drop constraint billing_oddity_kind_check;
alter table billing_oddity add constraint billing_oddity_kind_check
  check (kind in ('unpriced', 'no_charge', 'unattended', 'jump', 'no_qf', 'no_address', 'disputed', 'left_out'));

-- What is told again may be set aside for good: it will not be billed here.
alter table billing_oddity drop constraint billing_oddity_check1;
alter table billing_oddity add constraint billing_oddity_left_out_kind
  check (left_out_at is null or kind in ('unpriced', 'left_out'));

create index billing_oddity_left_out on billing_oddity (run_id) where left_out_at is not null;
create index billing_oddity_closed on billing_oddity (household_id, source_key)
  where kind = 'left_out' and left_out_at is not null;
