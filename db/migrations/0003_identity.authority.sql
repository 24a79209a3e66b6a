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

-- How a person signs in. The sign-in e-mail is unique, compared in lower case.
create table account (
  id             uuid primary key default gen_random_uuid(),
  email          text not null check (email <> ''),
  display_name   text not null,
  password_hash  text,
  created_at     timestamptz not null,
  disabled_at    timestamptz
);

create unique index account_email on account (lower(email));

-- A signed-in session. Only the hash of its token is kept: who reads the table cannot sign in.
create table signed_in_session (
  token_hash    bytea primary key check (octet_length(token_hash) = 32),
  account_id    uuid not null references account (id),
  created_at    timestamptz not null,
  last_seen_at  timestamptz not null,
  expires_at    timestamptz not null check (expires_at > created_at),
  revoked_at    timestamptz,
  device        text not null
);

create index signed_in_session_account on signed_in_session (account_id, last_seen_at);
create index signed_in_session_expiry on signed_in_session (expires_at);

-- Failed sign-ins, counted by a keyed hash of what is throttled (an account, an address, both).
create table sign_in_failure (
  key_hash       bytea primary key check (octet_length(key_hash) = 32),
  failures       integer not null check (failures > 0),
  last_failed_at timestamptz not null,
  blocked_until  timestamptz
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
