-- owner: identity

-- What the authority shows of itself: one row.
create table authority_setting (
  only_row       boolean primary key default true check (only_row),
  display_name   text not null,
  accent         text not null default '#2f6f4f' check (accent ~ '^#[0-9a-f]{6}$'),
  logo           bytea check (octet_length(logo) <= 20000),
  logo_type      text check (logo_type in ('image/png', 'image/webp', 'image/svg+xml')),
  contact_phone  text not null default '',
  contact_email  text not null default '',
  contact_hours  text not null default '',
  check ((logo is null) = (logo_type is null))
);

-- How a person signs in. The sign-in e-mail is unique, compared in lower case. `agent` is told by
-- access when a role is given: an agent's sessions are shorter.
create table account (
  id             uuid primary key default gen_random_uuid(),
  email          text not null check (email <> ''),
  display_name   text not null,
  password_hash  text,
  agent          boolean not null default false,
  created_at     timestamptz not null,
  disabled_at    timestamptz
);

create unique index account_email on account (lower(email));

-- A signed-in session. Only the hash of its token is kept: who reads the table cannot sign in. It ends at
-- expires_at whatever happens, and at idle_until when nothing happens.
create table signed_in_session (
  token_hash    bytea primary key check (octet_length(token_hash) = 32),
  account_id    uuid not null references account (id),
  created_at    timestamptz not null,
  last_seen_at  timestamptz not null,
  idle_until    timestamptz not null check (idle_until > last_seen_at),
  expires_at    timestamptz not null check (expires_at > created_at),
  revoked_at    timestamptz,
  device        text not null
);

create index signed_in_session_account on signed_in_session (account_id, last_seen_at);
create index signed_in_session_expiry on signed_in_session (expires_at);

-- A browser that has signed in before: others who guess cannot make it wait. Its secret is a cookie.
create table known_device (
  token_hash         bytea not null check (octet_length(token_hash) = 32),
  account_id         uuid not null references account (id),
  last_signed_in_at  timestamptz not null,
  primary key (token_hash, account_id)
);

create index known_device_account on known_device (account_id);
create index known_device_age on known_device (last_signed_in_at);

-- Failed sign-ins, counted by a hash of what is throttled (an account, an address, both, a device).
create table sign_in_failure (
  key_hash        bytea primary key check (octet_length(key_hash) = 32),
  failures        integer not null check (failures > 0),
  counted_since   timestamptz not null,
  last_failed_at  timestamptz not null,
  blocked_until   timestamptz
);

create index sign_in_failure_age on sign_in_failure (last_failed_at);

-- A single-use link sent or printed once: the first administrator, later a forgotten password.
create table single_use_link (
  token_hash  bytea primary key check (octet_length(token_hash) = 32),
  purpose     text not null check (purpose in ('choose-password')),
  account_id  uuid not null references account (id),
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz
);

create index single_use_link_account on single_use_link (account_id);

-- Published: the sessions that were not ended, with whose they are. Their two ends are compared with the
-- clock of the caller.
create view identity_session as
  select s.token_hash, s.last_seen_at, s.idle_until, s.expires_at, a.id as account_id, a.email, a.display_name
  from signed_in_session s
  join account a on a.id = s.account_id
  where s.revoked_at is null and a.disabled_at is null;
