-- owner: billing

-- A penalty that an agent lets off after the fact, whatever it is for: the reason is read by the family. What the form of a
-- late cancellation says itself is bookings' own (penalty_waiver). A source is that of a charge without the part that
-- says which penalty: « booking:<id> », « presence:<slot>:<participant> ».
create table waived_penalty (
  household_id  uuid not null,
  source_key    text not null check (source_key <> ''),
  event         text not null check (event in ('unbooked', 'lateBooking', 'lateCancellation', 'latePickUp')),
  reason        text not null check (reason <> ''),
  by_label      text not null,
  at            timestamptz not null,
  primary key (household_id, source_key, event)
);

create trigger append_only before update or delete on waived_penalty
  for each row execute function refuse_change();
