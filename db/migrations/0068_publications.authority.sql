-- owner: documents

-- What the authority itself hands out is no paper that families are asked for: it stands in none of their lists.
alter table document_kind drop constraint document_kind_about_check;
alter table document_kind add constraint document_kind_about_check
  check (about in ('household', 'child', 'anyone', 'published'));

insert into document_kind (id, label, about, sensitivity, validity_months, announce_days, position)
values (gen_random_uuid(), 'Pièce jointe d’une publication', 'published', 'ordinary', null, 30, 11);

-- owner: publications

-- For whom something is written: everybody, every family, or those whom the targets name.
create table audience (
  id     uuid primary key default gen_random_uuid(),
  reach  text not null check (reach in ('public', 'families', 'site', 'activity', 'class', 'household'))
);

-- One site, activity or household (an id of the folders below), or one class of a school in a school year.
create table audience_target (
  audience_id  uuid not null references audience (id),
  subject_id   uuid,
  school_year  text,
  school_name  text,
  class_name   text,
  check (num_nonnulls(subject_id, school_year) = 1 and num_nonnulls(school_year, school_name, class_name) in (0, 3)),
  unique nulls not distinct (audience_id, subject_id, school_year, school_name, class_name)
);

-- Whether an audience holds an adult of a household on a day: by the children who are enrolled that day or later, or who
-- are in a class; never by a child over whom this adult has no authority.
create function audience_holds(of uuid, household uuid, guardian uuid, today date) returns boolean
  language sql stable as $$
    select exists (
      select from audience a
      where a.id = of
        and (a.reach in ('public', 'families')
          or a.reach = 'household' and exists (
            select from audience_target t where t.audience_id = of and t.subject_id = household)
          or a.reach in ('site', 'activity') and exists (
            select from bookings_enrolment_card e
            join audience_target t on t.audience_id = of
            where e.household_id = household and e.last_day >= today
              and case a.reach
                    when 'activity' then t.subject_id = e.activity_id
                    else exists (select from activities_unit_card u
                                 where u.activity_id = e.activity_id and u.site_id = t.subject_id)
                  end
              and not exists (select from families_withheld_authority w
                              where w.guardian_id = guardian and w.participant_id = e.participant_id))
          or a.reach = 'class' and exists (
            select from families_participant_card p
            join families_schooling s on s.participant_id = p.participant_id
            join audience_target t
              on t.audience_id = of and t.school_year = s.school_year and t.school_name = s.school_name
             and t.class_name = s.class_name
            where p.household_id = household and p.left_on is null
              and not exists (select from families_withheld_authority w
                              where w.guardian_id = guardian and w.participant_id = p.participant_id))))
  $$;

-- What the authority tells (news), or asks to accept (rules). Its id is the key of the form that first wrote it.
create table publication (
  id                   uuid primary key,
  kind                 text not null check (kind in ('news', 'rules')),
  audience_id          uuid not null references audience (id),
  pinned               boolean not null,
  created_at           timestamptz not null,
  -- Null: a draft, which no family sees.
  publish_at           timestamptz,
  withdrawn_at         timestamptz,
  withdrawn_by_label   text,
  check (withdrawn_at is null or publish_at is not null),
  check ((withdrawn_at is null) = (withdrawn_by_label is null))
);

create index publication_audience on publication (audience_id);
create index publication_created on publication (created_at desc);
create index publication_shown on publication (publish_at desc) where withdrawn_at is null and publish_at is not null;

-- What it says, through its versions: those that were public are never changed.
create table publication_version (
  publication_id  uuid not null references publication (id),
  number          integer not null check (number >= 1),
  title           text not null check (title <> ''),
  body            text not null check (body <> ''),
  -- Whether families are asked to accept from this version on; false for news, and where a change is of form only.
  asks            boolean not null,
  written_at      timestamptz not null,
  by_label        text not null,
  primary key (publication_id, number)
);

-- A file that is handed out with it, kept by the folder of documents.
create table publication_file (
  document_id     uuid primary key,
  publication_id  uuid not null references publication (id),
  added_at        timestamptz not null,
  removed_at      timestamptz
);

create index publication_file_publication on publication_file (publication_id);

-- When an adult first opened it.
create table publication_reading (
  publication_id  uuid not null references publication (id),
  guardian_id     uuid not null,
  at              timestamptz not null,
  primary key (publication_id, guardian_id)
);

-- Who accepted which version, when: a proof, which nothing changes.
create table publication_acceptance (
  publication_id  uuid not null,
  version         integer not null,
  guardian_id     uuid not null,
  account_id      uuid not null,
  by_label        text not null,
  at              timestamptz not null,
  primary key (publication_id, version, guardian_id),
  foreign key (publication_id, version) references publication_version (publication_id, number)
);

create trigger append_only before update or delete on publication_acceptance
  for each row execute function refuse_change();

-- Each publication with the words of its last version, and the last version that asks to be accepted.
create view publication_now as
  select p.id as publication_id, p.kind, p.audience_id, p.pinned, p.created_at, p.publish_at, p.withdrawn_at,
         p.withdrawn_by_label, v.number as version, v.title, v.body, v.written_at, v.by_label,
         (select max(asking.number) from publication_version asking
          where asking.publication_id = p.id and asking.asks) as asked
  from publication p
  join lateral (select * from publication_version version
                where version.publication_id = p.id order by version.number desc limit 1) v on true;
