-- owner: documents

-- A file that the program made for somebody, sealed like those that families send, for a few days. Its id is the file's in
-- the store; once its row is gone the sweep takes the file away.
create table made_file (
  id           uuid primary key,
  bytes        bigint not null check (bytes > 0),
  key_id       uuid not null,
  wrapped_key  bytea not null,
  -- Nobody opens it from then on.
  until        timestamptz not null
);

create index made_file_until on made_file (until);

-- owner: pricing

-- Published: what a household told of its income, line by line, as its page tells it.
create view pricing_income_said as
  select household_id, value_hundredths, resources_cents, dependent_children, scheme, situation_on, received_on,
         first_day, last_day
  from qf_entry;

-- owner: privacy

-- An adult asked for a copy of what is kept about him or her. The file is made by a job, and goes after some days; the line
-- stays, as an answer to a request does.
create table data_export (
  id            uuid primary key,
  guardian_id   uuid not null,
  account_id    uuid not null,
  by_label      text not null,
  asked_at      timestamptz not null,
  -- The file that was made, and until when it is there.
  file_id       uuid unique,
  made_at       timestamptz,
  until         timestamptz,
  check ((file_id is null) = (made_at is null) and (file_id is null) = (until is null))
);

create index data_export_guardian on data_export (guardian_id, asked_at desc);
-- One at a time.
create unique index data_export_waiting on data_export (guardian_id) where made_at is null;
