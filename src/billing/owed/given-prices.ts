import { parisDate, type Cents, type Id } from "#kernel";
import type { Reads } from "#platform";
import { givenPrice, type GivenPrice } from "#pricing";

import type { OwedCharge, Unpriced } from "./owed-charges.ts";

/** What agents said of these: a charge where one gave its price for the same cause, and what nobody has said yet. */
export async function withGivenPrices(
  reads: Reads,
  unpriced: readonly Unpriced[],
): Promise<{ readonly charges: readonly OwedCharge[]; readonly unpriced: readonly Unpriced[] }> {
  if (unpriced.length === 0) return { charges: [], unpriced };
  const rows = await reads.rows<{
    position: number;
    cents: Cents;
    by: string;
    at: Temporal.Instant;
    because: string;
  }>(
    "billing_given_prices",
    `select asked.position::integer, given.amount_cents as cents, given.by_label as by, given.at,
            given.reason as because
     from unnest($1::uuid[], $2::text[], $3::jsonb[]) with ordinality
       as asked (household_id, source_key, hole, position)
     cross join lateral (
       select * from given_price g
       where g.household_id = asked.household_id and g.source_key = asked.source_key and g.hole = asked.hole
       order by g.id desc limit 1) given`,
    [
      unpriced.map(({ payer }): Id<"household"> => payer.householdId),
      unpriced.map(({ sourceKey }) => sourceKey),
      unpriced.map(({ hole }) => JSON.stringify(hole)),
    ],
  );
  const given = new Map(
    rows.map(({ position, cents, by, at, because }) => [
      position - 1,
      { euros: (cents / 100).toFixed(2), by, on: parisDate(at).toString(), because },
    ]),
  );
  return {
    charges: unpriced.flatMap((one, index) => {
      const said = given.get(index);
      return said === undefined ? [] : [chargeOf(one, said)];
    }),
    unpriced: unpriced.filter((_, index) => !given.has(index)),
  };
}

function chargeOf({ hole, priced, attended, ...owed }: Unpriced, given: GivenPrice): OwedCharge {
  const { total, lines } = givenPrice(given);
  const why = lines.flatMap(({ facts }) => facts);
  return { ...owed, cents: total, facts: { why, priced: { ...priced, given }, attended, hole } };
}
