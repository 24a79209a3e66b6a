import { cents, type Cents, type Id } from "#kernel";
import type { Reads } from "#platform";
import type { PenaltyEvent } from "#pricing";

import { readMonthFacts } from "../owed/month-facts.ts";
import type { OwedCharge } from "../owed/owed-charges.ts";
import { placesOwed } from "../owed/places-owed.ts";
import { readCareFacts } from "../owed/care-facts.ts";
import { firstDayOf } from "../run/run.ts";
import { sourceOfPenalty } from "./waivers.ts";

/** A penalty of a month, as the facts are now. */
export interface HouseholdPenalty {
  readonly charge: OwedCharge;
  /** What it is let off by. */
  readonly sourceKey: string;
  readonly event: PenaltyEvent;
  /** Why it is not asked; null where it is. */
  readonly waived: string | null;
  /** What issued invoices hold of it. */
  readonly charged: Cents;
}

/** The penalties that a household owes for a month, those that are let off among them; in the order of their days. */
export async function householdPenalties(
  reads: Reads,
  month: Temporal.PlainYearMonth,
  household: Id<"household">,
): Promise<readonly HouseholdPenalty[]> {
  const facts = await readMonthFacts(reads, month, [household]);
  const care = await readCareFacts(reads, facts, [household]);
  const charges = placesOwed(facts, care).flatMap((owed) => owed.charges);
  const issued = await chargedPenalties(reads, month, household);
  return charges
    .flatMap((charge): HouseholdPenalty[] => {
      const [fact] = charge.facts.why;
      if (charge.kind !== "penalty" || fact?.fact !== "penalty") return [];
      return [
        {
          charge,
          sourceKey: sourceOfPenalty(charge.sourceKey),
          event: fact.on,
          waived: fact.waived?.because ?? null,
          charged: issued.get(charge.sourceKey) ?? cents(0),
        },
      ];
    })
    .toSorted((a, b) => Temporal.PlainDate.compare(a.charge.day, b.charge.day));
}

async function chargedPenalties(
  reads: Reads,
  month: Temporal.PlainYearMonth,
  household: Id<"household">,
): Promise<ReadonlyMap<string, Cents>> {
  const rows = await reads.rows<{ sourceKey: string; cents: Cents }>(
    "billing_charged_penalties",
    `select c.source_key as "sourceKey", sum(c.amount_cents)::integer as cents
     from charge c join billing_run r on r.id = c.run_id and r.state = 'issued'
     where r.month = $1 and c.household_id = $2 and c.kind = 'penalty'
     group by c.source_key`,
    [firstDayOf(month), household],
  );
  return new Map(rows.map((row) => [row.sourceKey, row.cents]));
}
