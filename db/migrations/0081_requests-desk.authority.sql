-- owner: requests

-- What the agents' desk sorts and filters by.
alter table request
  -- An agent has said why it goes before the others.
  add column urgent boolean not null default false,
  -- The sites and the activities of the children it is about, and the commune of the household: as they were when it was
  -- sent, and each night until it is decided.
  add column concerns uuid[] not null default '{}',
  add column commune text not null default '',
  -- The day by which the family should have an answer: what it was told, or silence if that comes first.
  add column due_on date generated always as (least(expected_on, silence_on)) stored,
  -- Urgent ones first, those for which the family has to do something last.
  add column desk_rank smallint generated always as (
    case when state = 'more_needed' and not awaits_reply then 2 when urgent then 0 else 1 end) stored;

drop index request_open;
drop index request_closed;

-- The inbox in its order: whole, and by each filter that leaves little of it.
create index request_open on request (desk_rank, due_on, id)
  where state in ('submitted', 'under_review', 'more_needed');
create index request_open_kind on request (kind_id, desk_rank, due_on, id)
  where state in ('submitted', 'under_review', 'more_needed');
create index request_open_taken on request (taken_by_id, desk_rank, due_on, id)
  where state in ('submitted', 'under_review', 'more_needed');
create index request_open_commune on request (commune, desk_rank, due_on, id)
  where state in ('submitted', 'under_review', 'more_needed');
create index request_open_urgent on request (desk_rank, due_on, id)
  where urgent and state in ('submitted', 'under_review', 'more_needed');
create index request_open_waiting on request (desk_rank, due_on, id) where state = 'more_needed';
create index request_closed on request (moved_at desc, id)
  where state in ('accepted', 'refused', 'withdrawn') and expected_on is not null;
create index request_closed_kind on request (kind_id, moved_at desc, id)
  where state in ('accepted', 'refused', 'withdrawn') and expected_on is not null;
create index request_closed_taken on request (taken_by_id, moved_at desc, id)
  where state in ('accepted', 'refused', 'withdrawn') and expected_on is not null;
create index request_closed_commune on request (commune, moved_at desc, id)
  where state in ('accepted', 'refused', 'withdrawn') and expected_on is not null;
create index request_concerns on request using gin (concerns) where expected_on is not null;

-- Given to another agent, given back, put before the others, put back among them: agents' own business.
alter table request_history
  drop constraint request_history_act_check,
  add constraint request_history_act_check check (
    act in ('submit', 'complete', 'withdraw', 'abandon', 'tell', 'take', 'give', 'release', 'raise', 'lower', 'ask',
            'answer', 'note', 'accept', 'refuse', 'expire'));
