-- owner: publications

-- What the authority sends to chosen families by mail and text message. Its id is the key of the form that first wrote it.
create table campaign (
  id            uuid primary key,
  audience_id   uuid not null references audience (id),
  -- Part of the service, or news, which only who agreed to them receives and everybody can end.
  kind          text not null check (kind in ('service', 'news')),
  -- Empty where it does not go by that way.
  subject       text not null,
  body          text not null,
  sms           text not null,
  check ((subject = '') = (body = '') and (body <> '' or sms <> '')),
  -- How many messages are written in a minute.
  per_minute    integer not null check (per_minute between 1 and 5000),
  -- Of its words: a form says which it was made from.
  version       integer not null check (version >= 1),
  created_at    timestamptz not null,
  by_label      text not null,
  -- Null: a draft, which nobody receives.
  send_at       timestamptz,
  -- Since when its recipients are known: from then on nothing of them changes.
  queued_at     timestamptz,
  last_wave_at  timestamptz,
  stopped_at    timestamptz,
  ended_at      timestamptz,
  given_up      boolean not null default false,
  check (queued_at is null or send_at is not null),
  check (not given_up or ended_at is not null)
);

create index campaign_audience on campaign (audience_id);
create index campaign_created on campaign (created_at desc);
create index campaign_due on campaign (send_at)
  where send_at is not null and stopped_at is null and ended_at is null;

-- Who is written to, once for an address however many adults share it. The id ends the address at which news are stopped.
create table campaign_recipient (
  id            uuid primary key default gen_random_uuid(),
  campaign_id   uuid not null references campaign (id),
  channel       text not null check (channel in ('mail', 'sms')),
  address       text not null,
  names         text[] not null,
  guardian_ids  uuid[] not null,
  -- Written: handed to the outbox. Left out: nobody of the address wanted it any more when its turn came.
  state         text not null default 'waiting' check (state in ('waiting', 'written', 'left_out')),
  unique (campaign_id, channel, address)
);

create index campaign_recipient_waiting on campaign_recipient (campaign_id, id) where state = 'waiting';

-- The households that no message reaches although it is meant for them: to be told by telephone.
create table campaign_unreached (
  campaign_id   uuid not null references campaign (id),
  household_id  uuid not null,
  primary key (campaign_id, household_id)
);

-- The adults for whom a campaign is, and by what each is told: by what he or she chose, of what the campaign offers and
-- what arrives. What is part of the service goes by the other way where the chosen one leads nowhere.
create function campaign_ways(of uuid, today date)
  returns table (household_id uuid, guardian_id uuid, name text, wanted boolean, mail text, sms text)
  language sql stable as $$
    select g.household_id, g.guardian_id, g.first_name || ' ' || g.last_name, w.wanted,
           case when w.wanted and possible.mail and (w.by_mail or c.kind = 'service' and not (w.by_sms and possible.sms))
                then lower(w.email) end,
           case when w.wanted and possible.sms and (w.by_sms or c.kind = 'service' and not possible.mail)
                then w.phone end
    from campaign c
    join families_guardian_card g on audience_holds(c.audience_id, g.household_id, g.guardian_id, today)
    join families_message_way w on w.guardian_id = g.guardian_id and w.kind = c.kind
    cross join lateral (
      select c.body <> '' and w.email <> '' as mail, c.sms <> '' and w.phone <> '' as sms
    ) possible
    where c.id = of
  $$;
