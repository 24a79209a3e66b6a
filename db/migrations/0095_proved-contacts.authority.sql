-- owner: families

-- A new e-mail address or mobile number that an adult gave: waiting to be proved by a link or a code, or proved. One that
-- was replaced by a later one expires at that moment.
create table contact_proof (
  -- The key of the form that asked.
  id           uuid primary key,
  guardian_id  uuid not null references guardian (id),
  kind         text not null check (kind in ('email', 'phone')),
  value        text not null check (value <> ''),
  -- Of the link's token, or of the id and the code: what was sent is kept nowhere but in the message.
  secret_hash  bytea not null unique,
  account_id   uuid not null,
  by_label     text not null,
  asked_at     timestamptz not null,
  expires_at   timestamptz not null check (expires_at >= asked_at),
  tries        integer not null default 0 check (tries between 0 and 5),
  proved_at    timestamptz check (proved_at < expires_at)
);

create index contact_proof_guardian on contact_proof (guardian_id, kind, asked_at desc);

-- Published: since when an adult's e-mail address and mobile number, as they are now, are proved to be his or hers.
create view families_proved_contact as
  select g.id as guardian_id,
         (select max(p.proved_at) from contact_proof p
          where p.guardian_id = g.id and p.kind = 'email' and p.value = g.email) as email_proved_at,
         (select max(p.proved_at) from contact_proof p
          where p.guardian_id = g.id and p.kind = 'phone' and p.value = g.phone_mobile) as phone_proved_at
  from guardian g;
