-- owner: activities

-- Which public and school holidays count here: one row.
create table calendar_setting (
  only_row        boolean primary key default true check (only_row),
  public_holidays text not null check (public_holidays in ('metropole', 'alsace-moselle')),
  school_zone     text not null check (school_zone in ('A', 'B', 'C'))
);

-- School holidays as the State publishes them. last_day_off is empty while the end is not published.
create table school_period (
  zone           text not null check (zone in ('A', 'B', 'C')),
  school_year    text not null check (school_year ~ '^[0-9]{4}-[0-9]{4}$'),
  kind           text not null check (kind in ('holiday', 'bridge')),
  label          text not null,
  first_day_off  date not null,
  last_day_off   date,
  confirmed      boolean not null,
  primary key (zone, first_day_off),
  check (last_day_off >= first_day_off)
);

create table site (
  id        uuid primary key default gen_random_uuid(),
  name      text not null check (name <> ''),
  commune   text not null,
  phone     text not null default ''
);

create table activity (
  id        uuid primary key default gen_random_uuid(),
  site_id   uuid not null references site (id),
  name      text not null check (name <> '')
);

create index activity_site on activity (site_id);

-- The bookable unit of an activity: for a canteen, the meal. Times are local.
create table unit (
  id           uuid primary key default gen_random_uuid(),
  activity_id  uuid not null references activity (id),
  name         text not null check (name <> ''),
  starts_at    time not null,
  ends_at      time not null,
  position     smallint not null,
  check (ends_at > starts_at),
  unique (activity_id, position)
);

create table season (
  id           uuid primary key default gen_random_uuid(),
  activity_id  uuid not null references activity (id),
  name         text not null,
  first_day    date not null,
  last_day     date not null,
  -- A canteen opens on school days only; a leisure centre in the holidays too.
  school_days_only boolean not null default true,
  check (last_day >= first_day),
  exclude using gist (activity_id with =, daterange(first_day, last_day, '[]') with &&)
);

-- On which weekdays (1 = Monday … 7 = Sunday) a unit opens in a season, and with how many places.
create table opening (
  season_id  uuid not null references season (id),
  unit_id    uuid not null references unit (id),
  weekday    smallint not null check (weekday between 1 and 7),
  places     integer not null check (places >= 0),
  primary key (season_id, unit_id, weekday)
);

create index opening_unit on opening (unit_id);

-- Days on which a site (or every site) is closed: strike, bridge day, works.
create table closure (
  id          uuid primary key default gen_random_uuid(),
  site_id     uuid references site (id),
  first_day   date not null,
  last_day    date not null,
  message     text not null check (message <> ''),
  created_by  uuid not null,
  by_label    text not null,
  created_at  timestamptz not null,
  lifted_at   timestamptz,
  check (last_day >= first_day)
);

create index closure_days on closure (first_day, last_day) where lifted_at is null;

-- Published: a unit with its activity and its site.
create view activities_unit_card as
  select u.id as unit_id, u.name as unit_name, u.starts_at, u.ends_at, u.position,
         a.id as activity_id, a.name as activity_name,
         s.id as site_id, s.name as site_name, s.commune, s.phone as site_phone
  from unit u
  join activity a on a.id = u.activity_id
  join site s on s.id = a.site_id;

-- Published: the seasons of an activity.
create view activities_season as
  select id as season_id, activity_id, name, first_day, last_day from season;
