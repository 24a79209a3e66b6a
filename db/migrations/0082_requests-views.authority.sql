-- owner: requests

-- A filter of the inbox that an agent has named, for himself or herself or for everybody who deals with requests.
create table request_view (
  id          uuid primary key,
  account_id  uuid not null,
  by_label    text not null,
  name        text not null check (name <> ''),
  shared      boolean not null,
  -- As the address writes it.
  filter      text not null,
  at          timestamptz not null
);

create index request_view_account on request_view (account_id);
create index request_view_shared on request_view (id) where shared;

-- What the inbox opens with, for each agent who has chosen.
create table request_view_default (
  account_id  uuid primary key,
  view_id     uuid not null references request_view (id) on delete cascade
);

create index request_view_default_view on request_view_default (view_id);
