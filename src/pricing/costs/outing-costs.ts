import type { SignedInVisit } from "#identity";
import type { Id } from "#kernel";
import { writeJournal, type Reads } from "#platform";

/** What a unit costs the authority on a day, for one person. */
export interface OutingCost {
  readonly activityId: Id<"activity">;
  readonly unitCode: string;
  readonly date: Temporal.PlainDate;
  readonly cents: number;
}

/** Every cost that was noted, the newest day first. */
export function outingCosts(reads: Reads): Promise<OutingCost[]> {
  return reads.rows<OutingCost>(
    "outing_costs",
    `select activity_id as "activityId", unit_code as "unitCode", date, cost_cents as cents
     from outing_cost order by date desc, activity_id, unit_code`,
  );
}

/**
 * Notes what a unit costs on a day; noted twice, the last holds. Estimates and bills follow: a month that is issued is
 * corrected by its next run. The journal keeps who noted it.
 */
export async function noteOutingCost(
  { actor, database, now, address }: Pick<SignedInVisit, "actor" | "database" | "now" | "address">,
  { activityId, unitCode, date, cents }: OutingCost,
): Promise<void> {
  await database.write(async (writes) => {
    await writes.run(
      "note_outing_cost",
      `insert into outing_cost (activity_id, unit_code, date, cost_cents, by_label, at) values ($1, $2, $3, $4, $5, $6)
       on conflict (activity_id, unit_code, date) do update
       set cost_cents = excluded.cost_cents, by_label = excluded.by_label, at = excluded.at`,
      [activityId, unitCode, date.toString(), cents, actor.name, now.toString()],
    );
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "pricing.outing-cost-noted",
      facts: { activity: activityId, unit: unitCode, date: date.toString(), cents },
      address,
    });
  });
}
