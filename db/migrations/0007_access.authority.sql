-- owner: access

-- An account belongs to one adult, and a known guardian has at most one account.
create table account_guardian (
  account_id   uuid primary key references account (id),
  guardian_id  uuid not null unique references guardian (id)
);

-- What an agent may do, and where: a role without a site holds everywhere.
create table agent_role (
  account_id  uuid not null references account (id),
  role        text not null check (role <> ''),
  site_id     uuid references site (id),
  unique nulls not distinct (account_id, role, site_id)
);

create index agent_role_site on agent_role (site_id);
