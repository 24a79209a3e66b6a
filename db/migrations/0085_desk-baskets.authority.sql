-- owner: payments

-- The places of a basket that a payment at a desk booked, as they were printed: [{"bookings", "label", "cents"}].
alter table desk_receipt add column places jsonb not null default '[]'::jsonb
  check (jsonb_typeof(places) = 'array');
