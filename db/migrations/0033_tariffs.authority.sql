-- owner: pricing

-- What the units of an activity cost, what costs more, and what an absence costs, from a day on: the entries of the
-- file's section, word for word but for the name of the activity. The days before keep the version they had.
create table tariff_rule (
  activity_id  uuid not null references activity (id),
  section      text not null check (section in ('prices', 'penalties', 'absences')),
  valid_from   date not null,
  -- Read through the schema of the file: see src/pricing/ruleset/section.ts.
  entries      jsonb not null check (jsonb_typeof(entries) = 'array'),
  by_label     text not null,
  at           timestamptz not null,
  primary key (activity_id, section, valid_from)
);

-- Cards and files, which several activities may share: one version a code and a day.
create table fee_rule (
  code        text not null check (code ~ '^[a-z0-9-]+$'),
  valid_from  date not null,
  -- Null: from that day on there is no such fee.
  entry       jsonb check (jsonb_typeof(entry) = 'object'),
  by_label    text not null,
  at          timestamptz not null,
  primary key (code, valid_from)
);

-- Which state of the tariffs this is, as the stamp of the offer: what the program keeps of them in memory is kept by it.
create table tariff_stamp (
  stamp  uuid primary key default gen_random_uuid()
);
insert into tariff_stamp default values;

-- Named with its schema: a backup that is restored writes without a search path.
create function stamp_tariffs() returns trigger language plpgsql as $$
begin
  execute format('delete from %I.tariff_stamp', tg_table_schema);
  execute format('insert into %I.tariff_stamp default values', tg_table_schema);
  return null;
end
$$;

create trigger stamp_tariffs after insert or update or delete or truncate on tariff_rule
  for each statement execute function stamp_tariffs();
create trigger stamp_tariffs after insert or update or delete or truncate on fee_rule
  for each statement execute function stamp_tariffs();

-- Published: the stamp of the tariffs, for a statement that asks it with its own facts.
create view pricing_tariff_stamp as
  select string_agg(stamp::text, ' ' order by stamp) as stamp from tariff_stamp;
