import type { Id } from "#kernel";
import type { Reads } from "#platform";
import type { Hole, Price } from "#pricing";

import type { Named, Payer, PayerOfMonth } from "../rules/owed.ts";
import type { KeptFacts, OwedCharge, OwedCharges, Unpriced } from "./owed-charges.ts";
import { owedOfPrice } from "./owed-of-price.ts";

/** A place that somebody holds, and for which a payer is billed. */
export interface BilledPlace {
  readonly bookingId: Id<"booking">;
  readonly payer: Payer;
  readonly participant: Named<"participant">;
  readonly activity: Named<"activity">;
  readonly unit: Named<"unit">;
  readonly day: Temporal.PlainDate;
}

/** What a place costs, and what was given to the tariff to know it. */
export interface PlacePrice {
  readonly price: Price | Hole;
  readonly priced: KeptFacts["priced"];
  readonly attended: boolean | null;
}

/** Prices the places of a month, in their order: with its tariffs, quotients and attendance. */
export type PricePlaces = (
  reads: Reads,
  month: Temporal.PlainYearMonth,
  places: readonly BilledPlace[],
) => Promise<readonly PlacePrice[]>;

interface PlaceRow extends Payer {
  bookingId: Id<"booking">;
  participantId: Id<"participant">;
  participantName: string;
  activityId: Id<"activity">;
  activityName: string;
  unitId: Id<"unit">;
  unitName: string;
  day: Temporal.PlainDate;
}

const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * What the bookings of a month owe, each once, by the payer of its day. As long as nobody notes who came, every day on
 * which somebody was expected is one that nobody pointed.
 */
export function bookedOwed(price: PricePlaces): OwedCharges {
  return {
    async countPayers(reads, month) {
      const row = await reads.row<{ count: number }>(
        "billing_owed_count",
        `select count(distinct (household_id, guardian_id)) as count
         from bookings_paid_booking where date between $1 and $2`,
        daysOf(month),
      );
      return row?.count ?? 0;
    },
    payersAfter: (reads, month, after, count) =>
      reads.rows<PayerOfMonth>(
        "billing_owed_payers",
        `select household_id as "householdId", guardian_id as "guardianId", count(*) as bookings
         from bookings_paid_booking
         where date between $1 and $2 and (household_id, guardian_id) > ($3, $4)
         group by household_id, guardian_id
         order by household_id, guardian_id
         limit $5`,
        [...daysOf(month), after?.householdId ?? NOBODY, after?.guardianId ?? NOBODY, count],
      ),
    async owedBy(reads, month, payers) {
      const places = await placesOf(reads, month, payers);
      const prices = await price(reads, month, places);
      const charges: OwedCharge[] = [];
      const unpriced: Unpriced[] = [];
      for (const [index, { bookingId, ...place }] of places.entries()) {
        const known = prices[index];
        if (known === undefined) throw new Error("A place was given no price and no hole");
        const { price: found, priced, attended } = known;
        const source = {
          ...place,
          sourceKey: `booking:${bookingId}`,
          kind: "unit" as const,
          priced,
          attended,
        };
        const owed = owedOfPrice(source, found);
        charges.push(...owed.charges);
        unpriced.push(...owed.unpriced);
      }
      return { charges, unpriced };
    },
    async unpointed(reads, month) {
      const rows = await reads.rows<{
        activityId: Id<"activity">;
        activityName: string;
        day: Temporal.PlainDate;
        bookings: number;
      }>(
        "billing_owed_days",
        `select b.activity_id as "activityId", u.activity_name as "activityName", b.date as day, count(*) as bookings
         from bookings_booked b
         join activities_unit_card u on u.unit_id = b.unit_id
         where b.date between $1 and $2
         group by b.activity_id, u.activity_name, b.date
         order by b.date, u.activity_name, b.activity_id`,
        daysOf(month),
      );
      return rows.map(({ activityId, activityName, day, bookings }) => ({
        activity: { id: activityId, name: activityName },
        day,
        bookings,
      }));
    },
  };
}

async function placesOf(
  reads: Reads,
  month: Temporal.PlainYearMonth,
  payers: readonly Payer[],
): Promise<readonly BilledPlace[]> {
  const rows = await reads.rows<PlaceRow>(
    "billing_owed_places",
    `select b.booking_id as "bookingId", b.household_id as "householdId", b.guardian_id as "guardianId",
            b.participant_id as "participantId", coalesce(p.first_name, '') as "participantName",
            b.activity_id as "activityId", u.activity_name as "activityName", b.unit_id as "unitId",
            u.unit_name as "unitName", b.date as day
     from bookings_paid_booking b
     join activities_unit_card u on u.unit_id = b.unit_id
     left join families_participant_card p
       on p.participant_id = b.participant_id and p.household_id = b.household_id
     where b.date between $1 and $2
       and (b.household_id, b.guardian_id) in (select * from unnest($3::uuid[], $4::uuid[]))
     order by b.household_id, b.guardian_id, b.date, b.booking_id`,
    [
      ...daysOf(month),
      payers.map(({ householdId }) => householdId),
      payers.map(({ guardianId }) => guardianId),
    ],
  );
  return rows.map((row) => ({
    bookingId: row.bookingId,
    payer: { householdId: row.householdId, guardianId: row.guardianId },
    participant: { id: row.participantId, name: row.participantName },
    activity: { id: row.activityId, name: row.activityName },
    unit: { id: row.unitId, name: row.unitName },
    day: row.day,
  }));
}

function daysOf(month: Temporal.PlainYearMonth): [string, string] {
  return [month.toPlainDate({ day: 1 }).toString(), month.toPlainDate({ day: month.daysInMonth }).toString()];
}
