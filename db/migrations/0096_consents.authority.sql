-- owner: families

-- What an adult may agree to, for him- or herself or for a child. Nothing of the service hangs on it.
create table consent_subject (
  id        uuid primary key default gen_random_uuid(),
  name      text not null unique check (name in ('news', 'photos')),
  about     text not null check (about in ('adult', 'child')),
  position  integer not null
);

-- Its words, through their versions; none is ever changed. `asks`: who had agreed to an earlier one is asked again.
create table consent_wording (
  subject_id  uuid not null references consent_subject (id),
  number      integer not null check (number >= 1),
  label       text not null check (label <> ''),
  body        text not null check (body <> ''),
  asks        boolean not null,
  by_label    text not null,
  at          timestamptz not null,
  primary key (subject_id, number)
);

create trigger append_only before update or delete on consent_wording
  for each row execute function refuse_change();

-- Given or withdrawn, by whom, of which version: a proof, which nothing changes.
create table consent_entry (
  id              uuid primary key default gen_random_uuid(),
  subject_id      uuid not null,
  number          integer not null,
  guardian_id     uuid not null references guardian (id),
  participant_id  uuid references participant (id),
  given           boolean not null,
  -- How it was said: on the page of the espace, or by the link of a message.
  said_on         text not null check (said_on in ('page', 'link')),
  by_label        text not null,
  at              timestamptz not null,
  foreign key (subject_id, number) references consent_wording (subject_id, number)
);

create index consent_entry_guardian on consent_entry (guardian_id, subject_id, participant_id, at desc);
create index consent_entry_wording on consent_entry (subject_id, number);
create index consent_entry_participant on consent_entry (participant_id);

create trigger append_only before update or delete on consent_entry
  for each row execute function refuse_change();

insert into consent_subject (name, about, position) values ('news', 'adult', 1), ('photos', 'child', 2);

insert into consent_wording (subject_id, number, label, body, asks, by_label, at)
select subject.id, 1, wording.label, wording.body, true, 'Préau', timestamptz '2026-01-01 00:00:00+01'
from consent_subject subject
join (values
  ('news', 'Recevoir les actualités',
   'La collectivité m’écrit ce qui ne fait pas partie du service : fêtes, spectacles, enquêtes. Je peux arrêter à tout moment, ici ou par le lien de chaque message.'),
  ('photos', 'Photographier mon enfant',
   'Mon enfant peut être pris en photo ou filmé pendant les activités, pour l’affichage sur place et les publications de la collectivité, pendant l’année scolaire. Je peux revenir sur cet accord à tout moment : les images ne sont plus utilisées ensuite.')
) as wording (name, label, body) using (name);

-- The last word of each adult on each subject, and whether it holds: given, and to no words that gave way to others.
create view families_consent as
  select distinct on (e.guardian_id, e.subject_id, e.participant_id)
         e.guardian_id, e.subject_id, s.name, e.participant_id, e.number, e.given, e.said_on, e.by_label, e.at,
         e.given and e.number >= (select max(w.number) from consent_wording w
                                  where w.subject_id = e.subject_id and w.asks) as holds
  from consent_entry e join consent_subject s on s.id = e.subject_id
  order by e.guardian_id, e.subject_id, e.participant_id, e.at desc, e.id;

-- By what an adult wants to be told, for each kind of message that leaves the choice.
create table channel_choice (
  guardian_id  uuid not null references guardian (id),
  kind         text not null check (kind in ('service', 'news')),
  by_mail      boolean not null,
  by_sms       boolean not null,
  at           timestamptz not null,
  primary key (guardian_id, kind),
  check (by_mail or by_sms)
);

-- Published: for each adult and kind of message, whether he or she wants it, by what, and where it would arrive. What is
-- part of the service is wanted by everybody; news by those whose consent holds. Without a choice: by mail.
create view families_message_way as
  select g.id as guardian_id, kinds.kind,
         kinds.kind = 'service'
           or exists (select from families_consent c where c.guardian_id = g.id and c.name = 'news' and c.holds)
           as wanted,
         coalesce(choice.by_mail, true) as by_mail,
         coalesce(choice.by_sms, false) as by_sms,
         g.email,
         case when g.phone_mobile ~ '^(0[67][0-9]{8}|[+](?!33)[1-9][0-9]{7,14})$' then g.phone_mobile else '' end
           as phone
  from guardian g
  cross join (values ('service'), ('news')) as kinds (kind)
  left join channel_choice choice on choice.guardian_id = g.id and choice.kind = kinds.kind;
