-- owner: payments

-- When the last hint came that had nobody asked, because the service had been asked a moment before: the answer to that
-- earlier question may be older than what the hint was about, so it does not put off the next one.
alter table payment_attempt add column hinted_at timestamptz;
