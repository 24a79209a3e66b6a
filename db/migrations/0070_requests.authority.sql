-- owner: requests

-- A kind of request that the authority offers: what families read of it, what the law wants in its acknowledgement, and
-- the form that they fill in. Without what the law wants it has no form, that is to say, it is not published.
create table request_kind (
  id                  uuid primary key,
  -- What accepting it does (src/requests/effects).
  effect              text not null,
  label               text not null check (label <> ''),
  lead                text not null,
  -- Who deals with it, as the acknowledgement names it.
  department          text not null,
  department_address  text not null,
  department_email    text not null,
  department_phone    text not null,
  -- What silence means, and after how many months; null until the authority has chosen.
  silence             text check (silence in ('accepted', 'refused')),
  silence_months      smallint check (silence_months between 1 and 24),
  -- Within how many days it usually answers.
  expected_days       smallint check (expected_days between 1 and 365),
  -- How a refusal is contested.
  appeal              text not null,
  -- A draft that nobody touches is given up after so many days.
  draft_days          smallint not null check (draft_days between 7 and 365),
  -- The form that is published; null while families do not see the kind.
  form_id             uuid,
  -- What agents are changing of the form; families see nothing of it.
  edited_form         jsonb not null,
  position            integer not null,
  by_label            text not null,
  at                  timestamptz not null,
  constraint request_kind_published check (
    form_id is null
    or (silence is not null and silence_months is not null and expected_days is not null and department <> ''
        and department_address <> '' and department_email <> '' and department_phone <> '' and appeal <> ''))
);

-- A form as it was published. It never changes: who began to fill it in goes on with it.
create table request_form (
  id        uuid primary key,
  kind_id   uuid not null references request_kind (id),
  number    integer not null check (number >= 1),
  form      jsonb not null,
  by_label  text not null,
  at        timestamptz not null,
  unique (kind_id, number)
);

create trigger append_only before update or delete on request_form
  for each row execute function refuse_change();

alter table request_kind
  add constraint request_kind_form foreign key (form_id) references request_form (id);
create index request_kind_form on request_kind (form_id);

-- What an adult asks of the authority, for one household.
create table request (
  id              uuid primary key,
  -- Said on the telephone: « la demande 128 ».
  number          bigint generated always as identity unique,
  kind_id         uuid not null references request_kind (id),
  form_id         uuid not null references request_form (id),
  household_id    uuid not null,
  guardian_id     uuid not null,
  account_id      uuid not null,
  by_label        text not null,
  state           text not null check (state in ('draft', 'submitted', 'under_review', 'more_needed', 'accepted',
                                                 'refused', 'withdrawn', 'expired')),
  -- What is being filled in: {"field": "text"}. What was sent is in request_submission.
  answers         jsonb not null,
  -- What the file said when it was begun, with which the form was filled in.
  known           jsonb not null,
  started_at      timestamptz not null,
  -- When a family or an agent last did something.
  moved_at        timestamptz not null,
  -- The family wrote last.
  awaits_reply    boolean not null default false,
  taken_by_id     uuid,
  taken_by_label  text,
  -- Until when the family is asked for more.
  reply_by        date,
  expected_on     date,
  silence_on      date,
  -- Days during which the delay of silence did not run.
  waited_days     integer not null default 0 check (waited_days >= 0)
);

create index request_kind_id on request (kind_id);
create index request_form_id on request (form_id);
-- The list of one's own.
create index request_guardian on request (guardian_id, moved_at desc);
-- The agents' inbox, what is due first.
create index request_open on request (silence_on, id) where state in ('submitted', 'under_review', 'more_needed');
create index request_closed on request (moved_at desc, id) where state in ('accepted', 'refused', 'withdrawn');
create index request_draft on request (moved_at) where state = 'draft';

-- What was sent, each time: the answers, what the file said before them, and what was acknowledged.
create table request_submission (
  request_id          uuid not null references request (id),
  number              integer not null check (number >= 1),
  answers             jsonb not null,
  -- What the file said before, question by question: by it a change made meanwhile is seen.
  known               jsonb not null,
  department          text not null,
  department_address  text not null,
  department_email    text not null,
  department_phone    text not null,
  silence             text not null check (silence in ('accepted', 'refused')),
  silence_months      smallint not null,
  silence_on          date not null,
  expected_on         date not null,
  appeal              text not null,
  at                  timestamptz not null,
  primary key (request_id, number)
);

create trigger append_only before update or delete on request_submission
  for each row execute function refuse_change();

-- Who did what, and said what, in their order.
create table request_history (
  id          bigint generated always as identity primary key,
  request_id  uuid not null references request (id),
  at          timestamptz not null,
  act         text not null check (act in ('submit', 'complete', 'withdraw', 'abandon', 'tell', 'take', 'ask', 'answer',
                                           'note', 'accept', 'refuse', 'expire')),
  account_id  uuid,
  by_label    text not null,
  by_agent    boolean not null,
  -- A message, a reason, what is missing.
  said        text not null default '',
  -- How a refusal is contested.
  appeal      text not null default '',
  -- Made with the form that says it, so that it is said once.
  form_key    uuid,
  unique (request_id, act, form_key)
);

create index request_history_request on request_history (request_id, id);

create trigger append_only before update or delete on request_history
  for each row execute function refuse_change();
