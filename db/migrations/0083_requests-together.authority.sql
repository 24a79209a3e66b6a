-- owner: requests

-- Several requests that an agent accepts or refuses for one reason; each is decided by itself.
create table request_batch (
  id          uuid primary key,
  act         text not null check (act in ('accept', 'refuse')),
  -- What every family reads: the answer, or why not.
  said        text not null check (said <> ''),
  account_id  uuid not null,
  by_label    text not null,
  -- From where, for the journal.
  address     text not null,
  at          timestamptz not null,
  -- When the last of them had its answer.
  done_at     timestamptz
);

create table request_batch_line (
  batch_id    uuid not null references request_batch (id),
  request_id  uuid not null references request (id),
  position    integer not null,
  -- What the agent was shown of it: one that has changed since is left alone.
  seen        uuid not null,
  -- What became of it; null while its turn has not come.
  outcome     text check (outcome in ('done', 'not-now', 'changed-since', 'conflict', 'no-answer', 'impossible',
                                      'not-allowed')),
  -- Why it is impossible, as the effect says it.
  sentence    text not null default '',
  primary key (batch_id, request_id)
);

create index request_batch_line_request on request_batch_line (request_id);
