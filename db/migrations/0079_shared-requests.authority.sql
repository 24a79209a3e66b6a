-- owner: requests

-- Whether the other adults of the household, with authority over the child it is about, read what was sent.
alter table request_kind add column shared boolean not null default false;

-- The list of a household's adults.
create index request_household on request (household_id, moved_at desc);
