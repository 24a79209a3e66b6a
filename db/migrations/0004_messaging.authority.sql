-- owner: messaging

-- Written in the transaction that causes the message; sent afterwards by a job. A message with the
-- same key is written once, however often the event that causes it is handled.
create table outbox_message (
  id            uuid primary key default gen_random_uuid(),
  key           text not null unique,
  to_address    text not null,
  subject       text not null,
  body_text     text not null,
  body_html     text not null,
  written_at    timestamptz not null,
  state         text not null default 'waiting' check (state in ('waiting', 'sent', 'kept', 'refused')),
  attempts      integer not null default 0 check (attempts >= 0),
  next_attempt  timestamptz not null,
  settled_at    timestamptz,
  last_answer   text,
  check ((state = 'waiting') = (settled_at is null))
);

create index outbox_message_written on outbox_message (written_at desc);
create index outbox_message_waiting on outbox_message (next_attempt) where state = 'waiting';
