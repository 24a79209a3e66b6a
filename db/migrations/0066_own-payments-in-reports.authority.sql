-- owner: payments

-- « activation »: the authority's own payment of trial or of activation, which is of no family and settles nothing.
alter table payment_report_line
  drop constraint payment_report_line_outcome_check,
  add constraint payment_report_line_outcome_check check (outcome in
    ('agrees', 'activation', 'unfinished', 'unknown', 'not_opened', 'differs', 'repeated', 'twice', 'elsewhere',
     'unpaid', 'unreadable'));

-- A day of which a report came before its end is looked at too, once it is over.
drop index payment_report_day_of;
create index payment_report_day_of on payment_report_day (account, day);
