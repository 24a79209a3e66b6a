-- owner: attendance

-- What somebody took besides a place, as an agent noted it: a snack, a shuttle, an outing. A correction is a line with the
-- opposite quantity; the sum of the lines is what was taken.
create table supplement_note (
  form_key        uuid primary key,
  slot_id         uuid not null references slot (id),
  participant_id  uuid not null references participant (id),
  household_id    uuid not null references household (id),
  code            text not null,
  quantity        smallint not null check (quantity <> 0 and quantity between -20 and 20),
  by_label        text not null,
  at              timestamptz not null
);

create index supplement_note_place on supplement_note (slot_id, participant_id, code);
create index supplement_note_participant on supplement_note (participant_id);
create index supplement_note_household on supplement_note (household_id);

create trigger append_only before update or delete on supplement_note
  for each row execute function refuse_change();

-- Published: what somebody took in a slot, with the household on whose account he or she came.
create view attendance_supplement as
  select n.slot_id, n.participant_id, n.household_id, s.date, n.code, sum(n.quantity)::integer as quantity
  from supplement_note n
  join bookings_slot_card s on s.slot_id = n.slot_id
  group by n.slot_id, n.participant_id, n.household_id, s.date, n.code
  having sum(n.quantity) > 0;
