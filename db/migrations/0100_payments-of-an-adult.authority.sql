-- owner: payments

-- Whoever left a household sees still what he or she is paying of it.
create index payment_attempt_under_way on payment_attempt (guardian_id) where state in ('opening', 'open');
