-- Once per database: which authority answers at which host, and in which schema it lives.

-- Lets an EXCLUDE constraint compare an id and a range of dates (trusted: the database's owner may create it).
create extension if not exists btree_gist with schema directory;

-- owner: identity
create table directory.authority (
  id            uuid primary key default gen_random_uuid(),
  schema_name   text not null unique check (schema_name ~ '^a_[0-9a-f]{12}$'),
  name          text not null check (name <> ''),
  demonstration boolean not null default false,
  created_at    timestamptz not null
);

-- A host is written in lower case and without its port. One authority may answer at several.
create table directory.authority_host (
  host         text primary key check (host = lower(host) and host <> ''),
  authority_id uuid not null references directory.authority (id),
  main         boolean not null default false
);

create unique index authority_host_main on directory.authority_host (authority_id) where main;
create index authority_host_authority on directory.authority_host (authority_id);
