-- owner: messaging

-- A message leaves by mail or as a text message (SMS), through the same outbox. A text message has no subject and no
-- HTML, and `to_address` is a number in its international form.
alter table outbox_message
  add column channel text not null default 'mail' check (channel in ('mail', 'sms')),
  -- Where who reads a mail ends what is no part of the service (RFC 8058).
  add column unsubscribe_url text check (unsubscribe_url is null or channel = 'mail'),
  -- A code that has expired is not worth sending any more.
  add column worthless_after timestamptz;

drop index outbox_message_waiting;
create index outbox_message_waiting on outbox_message (channel, next_attempt) where state = 'waiting';
create index outbox_message_refused on outbox_message (settled_at desc) where state = 'refused';

-- Published: how a message stands, by the key under which its writer wrote it.
create view messaging_message_state as
  select key, channel, state, attempts, settled_at, last_answer from outbox_message;
