-- owner: documents

-- What families are asked for, as data: whose it is, who may read it, how long it holds unless its sender says.
create table document_kind (
  id               uuid primary key,
  label            text not null check (label <> ''),
  about            text not null check (about in ('household', 'child', 'anyone')),
  sensitivity      text not null check (sensitivity in ('ordinary', 'health', 'income', 'legal')),
  -- Proposed on the form; null for what does not end.
  validity_months  integer check (validity_months between 1 and 240),
  -- The household is told so many days before its document ends.
  announce_days    integer not null check (announce_days between 1 and 180),
  position         integer not null,
  -- No longer asked for since; what was kept under it stays.
  ended_at         timestamptz
);

insert into document_kind (id, label, about, sensitivity, validity_months, announce_days, position)
select gen_random_uuid(), kind.label, kind.about, kind.sensitivity, kind.months, 30, kind.position
from (values
  ('Justificatif de domicile', 'household', 'ordinary', 12, 1),
  ('Attestation de quotient familial', 'household', 'income', 12, 2),
  ('Avis d’imposition', 'household', 'income', 12, 3),
  ('Livret de famille ou acte de naissance', 'household', 'ordinary', null, 4),
  ('Attestation d’assurance', 'child', 'ordinary', 12, 5),
  ('Vaccinations', 'child', 'health', null, 6),
  ('Projet d’accueil individualisé (PAI)', 'child', 'health', 12, 7),
  ('Certificat médical', 'child', 'health', 12, 8),
  ('Jugement sur l’autorité parentale ou la résidence', 'child', 'legal', null, 9),
  ('Autre document', 'anyone', 'ordinary', null, 10)
) as kind (label, about, sensitivity, months, position);

-- A document of a household, through all its versions. Whose it is and about whom are ids of the folders above.
create table document (
  id           uuid primary key,
  owner_id     uuid not null,
  -- Null: about the household itself.
  subject_id   uuid,
  kind_id      uuid not null references document_kind (id),
  created_at   timestamptz not null
);

create index document_owner on document (owner_id);
create index document_kind_id on document (kind_id);

-- One file that was sent. Its id is the file's in the store; its key is closed under a key of the authority, which is not
-- in the database.
create table document_version (
  id             uuid primary key,
  document_id    uuid not null references document (id),
  number         integer not null check (number >= 1),
  -- The form that sent it: sent twice, it is kept once.
  form_key       uuid not null unique,
  name           text not null check (name <> ''),
  type           text not null check (type in ('pdf', 'jpeg', 'png')),
  bytes          integer not null check (bytes > 0),
  sha256         bytea not null check (length(sha256) = 32),
  -- The last day on which it holds.
  valid_until    date,
  -- Whether the antivirus has answered: « unscanned » where there was none.
  scan           text not null check (scan in ('unscanned', 'waiting', 'clean')),
  sent_at        timestamptz not null,
  sent_by_id     uuid not null,
  sent_by_label  text not null,
  -- When a later version took its place.
  superseded_at  timestamptz,
  key_id         uuid not null,
  wrapped_key    bytea not null,
  unique (document_id, number)
);

create unique index document_version_current on document_version (document_id) where superseded_at is null;
create index document_version_valid_until on document_version (valid_until)
  where superseded_at is null and valid_until is not null;
create index document_version_waiting on document_version (sent_at) where scan = 'waiting';
create index document_version_key on document_version (key_id);

-- Published: each version of each document, by which pages list and open them. Nothing of keys.
create view documents_version_card as
  select d.id as document_id, d.owner_id, d.subject_id, k.id as kind_id, k.label as kind_label, k.sensitivity,
         k.announce_days, v.id as version_id, v.number, v.name, v.type, v.bytes, v.valid_until, v.scan, v.sent_at,
         v.sent_by_label, v.superseded_at is null as current
  from document d
  join document_kind k on k.id = d.kind_id
  join document_version v on v.document_id = d.id;
