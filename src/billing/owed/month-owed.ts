import { daysToNote } from "#attendance";
import type { Id } from "#kernel";
import type { Reads } from "#platform";
import { knownTariffs } from "#pricing";

import type { Payer, PayerOfMonth } from "../rules/owed.ts";
import { NOBODY, payerKey } from "../rules/payers-in-order.ts";
import { readCareFacts } from "./care-facts.ts";
import { contractsOwed } from "./contracts-owed.ts";
import { feesOwed } from "./fees-owed.ts";
import { withGivenPrices } from "./given-prices.ts";
import { readMonthFacts } from "./month-facts.ts";
import { spanOf } from "./month-span.ts";
import type { OwedCharges, UnpointedDay } from "./owed-charges.ts";
import { placesOwed } from "./places-owed.ts";
import { seasonsOwed } from "./seasons-owed.ts";

/**
 * Who may owe something for the month, and how many bookings of it he or she pays for: of bookings, presences without
 * one, contracts, and enrolments where something is paid apart ($3: cards, and prices of a month or a season), and of places given back
 * too late where that may cost something ($4).
 */
const PAYERS = `
  select household_id, guardian_id, 1 as bookings
  from bookings_paid_booking where date between $1 and $2
  union all
  select household_id, bookings_presence_payer(household_id, participant_id, activity_id, date), 0
  from attendance_unbooked where date between $1 and $2
  union all
  select household_id,
         bookings_presence_payer(household_id, participant_id, activity_id, greatest(first_day, $1::date)), 0
  from bookings_care_contract where first_day <= $2::date and last_day >= $1::date
  union all
  select household_id, guardian_id, 0 from bookings_late_cancelled where $4 and date between $1 and $2
  union all
  select household_id, guardian_id, 0
  from bookings_payer_span
  where activity_id = any ($3::uuid[]) and first_day <= $2::date and last_day >= $1::date - 366`;

/** What months owe: bookings, presences without one, contracts of nurseries, packages, cards. */
export const monthOwed: OwedCharges = {
  async countPayers(reads, month) {
    const row = await reads.row<{ count: number }>(
      "billing_owed_count",
      `select count(distinct (household_id, guardian_id))::integer as count
       from (${PAYERS}) payer where guardian_id is not null`,
      await payersAsked(reads, month),
    );
    return row?.count ?? 0;
  },
  async payersAfter(reads, month, after, count) {
    return reads.rows<PayerOfMonth>(
      "billing_owed_payers",
      `select household_id as "householdId", guardian_id as "guardianId", sum(bookings)::integer as bookings
       from (${PAYERS}) payer
       where guardian_id is not null and (household_id, guardian_id) > ($5, $6)
       group by household_id, guardian_id
       order by household_id, guardian_id
       limit $7`,
      [
        ...(await payersAsked(reads, month)),
        after?.householdId ?? NOBODY,
        after?.guardianId ?? NOBODY,
        count,
      ],
    );
  },
  async owedBy(reads, month, payers) {
    const households = [...new Set(payers.map(({ householdId }) => householdId))];
    const facts = await readMonthFacts(reads, month, households);
    const care = await readCareFacts(reads, facts, households);
    const found = [
      ...placesOwed(facts, care),
      ...contractsOwed(facts, care),
      ...(await seasonsOwed(reads, facts, households)),
      ...(await feesOwed(reads, facts)),
    ];
    const asked = new Set(payers.map(payerKey));
    const isAsked = ({ payer }: { readonly payer: Payer }) => asked.has(payerKey(payer));
    const { charges: given, unpriced } = await withGivenPrices(
      reads,
      found.flatMap((one) => one.unpriced.filter(isAsked)),
    );
    return { charges: [...found.flatMap(({ charges }) => charges.filter(isAsked)), ...given], unpriced };
  },
  async unpointed(reads, month) {
    const { first, last } = spanOf(month);
    const days = await daysToNote(reads, { first, last, scope: "everywhere" });
    const byActivity = Map.groupBy(days, ({ activityId, date }) => `${date.toString()} ${activityId}`);
    return [...byActivity.values()].flatMap((same): UnpointedDay[] => {
      const [one] = same;
      if (one === undefined) return [];
      const bookings = same.reduce((sum, { expected, noted }) => sum + expected - noted, 0);
      return [{ activity: { id: one.activityId, name: one.activityName }, day: one.date, bookings }];
    });
  },
};

async function payersAsked(
  reads: Reads,
  month: Temporal.PlainYearMonth,
): Promise<[string, string, readonly Id<"activity">[], boolean]> {
  const { first, last } = spanOf(month);
  const stamp = await reads.row<{ stamp: string }>(
    "billing_tariff_stamp",
    `select stamp from pricing_tariff_stamp`,
  );
  const tariffs = stamp && (await knownTariffs(reads, stamp.stamp));
  const withFees = await reads.rows<{ id: Id<"activity"> }>(
    "billing_fee_activities",
    `select distinct activity_id as id from activities_unit_card where activity_code = any ($1::text[])`,
    [tariffs?.feeActivities ?? []],
  );
  return [
    first.toString(),
    last.toString(),
    [...(tariffs?.flatActivities ?? []), ...withFees.map(({ id }) => id)],
    tariffs?.asksLateCancellations ?? false,
  ];
}
