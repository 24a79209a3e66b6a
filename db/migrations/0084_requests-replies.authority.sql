-- owner: requests

-- A text that agents write often, for one kind of request or for all.
create table request_reply (
  id        uuid primary key,
  -- Null: for every kind.
  kind_id   uuid references request_kind (id),
  label     text not null check (label <> ''),
  -- With the words in braces that stand for what is known of each request.
  body      text not null check (body <> ''),
  by_label  text not null,
  at        timestamptz not null
);

create index request_reply_kind on request_reply (kind_id);
