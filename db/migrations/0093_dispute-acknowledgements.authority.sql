-- owner: billing

-- What the acknowledgement of a dispute says, from a day on: as for every request, nothing is acknowledged until the
-- authority has said what the law wants.
create table dispute_rule (
  valid_from          date primary key,
  department          text not null check (department <> ''),
  department_address  text not null check (department_address <> ''),
  department_email    text not null check (department_email <> ''),
  department_phone    text not null check (department_phone <> ''),
  silence             text not null check (silence in ('accepted', 'refused')),
  silence_months      smallint not null check (silence_months between 1 and 24),
  expected_days       smallint not null check (expected_days between 1 and 365),
  appeal              text not null check (appeal <> ''),
  by_label            text not null,
  at                  timestamptz not null
);

-- What was acknowledged of a dispute, as the rule said it on that day; no row where there was no rule.
create table dispute_acknowledgement (
  dispute_id          uuid primary key references line_dispute (id),
  department          text not null,
  department_address  text not null,
  department_email    text not null,
  department_phone    text not null,
  silence             text not null check (silence in ('accepted', 'refused')),
  silence_on          date not null,
  expected_on         date not null,
  appeal              text not null
);

create trigger append_only before update or delete on dispute_acknowledgement
  for each row execute function refuse_change();
