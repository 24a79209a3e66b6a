-- owner: payments

-- What names a cheque, however it was typed: its bank without case, accents and spaces, its number without leading zeros.
create function cheque_key(bank text, reference text) returns text
  language sql immutable parallel safe
  return regexp_replace(translate(lower(bank), 'àâäéèêëîïôöùûüç', 'aaaeeeeiioouuuc'), '[^a-z0-9]', '', 'g')
         || ' ' || ltrim(regexp_replace(lower(reference), '[^a-z0-9]', '', 'g'), '0');

create index desk_receipt_cheque on desk_receipt (cheque_key(bank, reference)) where bank is not null;
