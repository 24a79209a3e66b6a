import type { Payer } from "#billing";
import type { Cents } from "#kernel";
import type { Reads } from "#platform";

/** A place that was paid when it was booked, and that no bill has asked for yet. */
export interface PaidAhead {
  /** « Lina, journée du mercredi 2 décembre » */
  readonly label: string;
  readonly cents: Cents;
}

/**
 * What of a payer's credit has paid places that are booked still and not billed, on line or at the desk, the first paid
 * first: given back, the bill of their month asks for them again.
 */
export function paidAhead(reads: Reads, { householdId, guardianId }: Payer): Promise<PaidAhead[]> {
  return reads.rows<PaidAhead>(
    "payments_paid_ahead",
    `with paid as (
       select p.at, l.position::integer as position, l.label, l.amount_cents as cents, l.booking_ids as bookings
       from payment p
       join attempt_place l on l.attempt_id = p.attempt_id and l.outcome = 'booked'
       where p.household_id = $1 and p.guardian_id = $2
         and not exists (select from payment_reversal b where b.payment_id = p.id)
       union all
       select p.at, place.position::integer, place.said->>'label', (place.said->>'cents')::integer,
              array(select jsonb_array_elements_text(place.said->'bookings')::uuid)
       from payment p
       join desk_receipt r on r.payment_id = p.id
       cross join lateral jsonb_array_elements(r.places) with ordinality as place (said, position)
       where p.household_id = $1 and p.guardian_id = $2
         and not exists (select from payment_reversal b where b.payment_id = p.id)
     )
     select label, cents
     from paid
     where cents > 0 and exists (
       select from bookings_booked b
       where b.booking_id = any (paid.bookings)
         and not exists (select from billing_issued_charge c
                         where c.household_id = b.household_id and c.participant_id = b.participant_id
                           and c.unit_id = b.unit_id and c.month = date_trunc('month', b.date)::date))
     order by at, position
     limit 50`,
    [householdId, guardianId],
  );
}
