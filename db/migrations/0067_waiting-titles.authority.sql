-- owner: payments

-- The cheques and titles that wait for a deposit are looked for among cheques and titles, not among all that was paid.
create index payment_of_title on payment (means, id) where means in ('cheque', 'cesu', 'ancv');
