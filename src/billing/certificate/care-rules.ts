import type { SignedInVisit } from "#identity";
import type { Cents, Id } from "#kernel";
import { writeJournal, type Reads } from "#platform";

/** Whether a service is care for the tax certificate, and what a meal is worth in its prices. */
export interface CareRule {
  readonly counted: boolean;
  readonly meal: Cents;
}

/** A service, and what holds for it on a day. */
export interface CareService extends CareRule {
  readonly activityId: Id<"activity">;
  readonly name: string;
  readonly site: string;
  readonly withMeal: boolean;
  /** Since when, and who said it; null where nobody did. */
  readonly since: Temporal.PlainDate | null;
  readonly by: string | null;
}

/** Every service with what holds for it on a day, in the order of their names. */
export function careServices(reads: Reads, day: Temporal.PlainDate): Promise<CareService[]> {
  return reads.rows<CareService>(
    "billing_care_services",
    `select usual.activity_id as "activityId", usual.activity_name as name, usual.site_name as site,
            usual.with_meal as "withMeal", coalesce(said.counted, usual.care) as counted, coalesce(said.meal_cents, 0) as meal,
            said.valid_from as since, said.by_label as by
     from usual_care usual
     left join lateral (
       select r.counted, r.meal_cents, r.valid_from, r.by_label from care_rule r
       where r.activity_id = usual.activity_id and r.valid_from <= $1
       order by r.valid_from desc limit 1
     ) said on true
     order by usual.activity_name, usual.activity_id`,
    [day.toString()],
  );
}

/** Keeps what a service is from a day of care on; written twice for one day, the last one holds. */
export function changeCareRule(
  { actor, database, now, address }: SignedInVisit,
  { activity, from, rule }: { activity: Id<"activity">; from: Temporal.PlainDate; rule: CareRule },
): Promise<void> {
  return database.write(async (writes) => {
    await writes.run(
      "billing_care_rule_change",
      `insert into care_rule (activity_id, valid_from, counted, meal_cents, by_label, at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (activity_id, valid_from) do update
       set counted = excluded.counted, meal_cents = excluded.meal_cents, by_label = excluded.by_label, at = excluded.at`,
      [activity, from.toString(), rule.counted, rule.meal, actor.name, now.toString()],
    );
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "billing.care-rule-changed",
      objectKind: "activity",
      objectId: activity,
      facts: { from: from.toString(), ...rule },
      address,
    });
  });
}
