import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { tariffOf, type MonthFacts } from "./month-facts.ts";
import type { owedOfPrice } from "./owed-of-price.ts";
import { owed } from "./places-owed.ts";
import { pricePlace } from "./price-place.ts";
import type { MonthPlace } from "./read-places.ts";

interface SeasonRow {
  householdId: Id<"household">;
  participantId: Id<"participant">;
  participantName: string;
  guardianId: Id<"guardian"> | null;
  unitId: Id<"unit">;
  seasonId: Id<"season">;
  first: Temporal.PlainDate;
  days: number;
}

/** Paid in twelve times at most: nothing of what began before is due any more. */
const MOST_MONTHS = 11;

/**
 * @rule Un forfait à la saison
 *
 * Dû une fois, dans le mois du premier jour réservé ; en plusieurs fois, ce mois-là et les suivants. Le prix est celui
 * du premier jour, avec ce qui est connu ce jour-là.
 *
 * Exemple : un stage à 180 € en trois fois, dont le premier jour est le 26 octobre 2026 : 60 € en octobre, en novembre et
 * en décembre.
 */
export async function seasonsOwed(
  reads: Reads,
  facts: MonthFacts,
  households: readonly Id<"household">[],
): Promise<readonly ReturnType<typeof owedOfPrice>[]> {
  const activities = facts.tariffs?.flatActivities ?? [];
  if (activities.length === 0) return [];
  const { first, last } = facts.span;
  const rows = await reads.rows<SeasonRow>(
    "billing_season_places",
    `select b.household_id as "householdId", b.participant_id as "participantId",
            coalesce(max(p.first_name), '') as "participantName",
            bookings_presence_payer(b.household_id, b.participant_id, b.activity_id, greatest(min(b.date), $4::date))
              as "guardianId",
            b.unit_id as "unitId", b.season_id as "seasonId", min(b.date) as first,
            count(distinct b.date)::integer as days
     from unnest($2::uuid[]) as asked (household_id)
     join bookings_paid_booking b on b.household_id = asked.household_id
     left join families_participant_card p
       on p.participant_id = b.participant_id and p.household_id = b.household_id
     where b.activity_id = any ($1::uuid[]) and b.date >= $3
     group by b.household_id, b.participant_id, b.activity_id, b.unit_id, b.season_id
     having min(b.date) <= $5
     order by b.household_id, b.participant_id, b.unit_id, b.season_id`,
    [
      activities,
      households,
      // A season that began before may have its first day here: two years, so that its real first day is found.
      first.subtract({ months: 2 * MOST_MONTHS }).toString(),
      first.toString(),
      last.toString(),
    ],
  );
  return rows.flatMap((row) => {
    const unit = facts.units.unit(row.unitId);
    const found = tariffOf(facts, { unit, date: row.first });
    if (found?.known?.every !== "season" || row.guardianId === null) return [];
    const count = found.known.instalments;
    const { years, months } = row.first.with({ day: 1 }).until(first, { largestUnit: "years" });
    const index = 1 + years * 12 + months;
    if (index > (count ?? 1)) return [];
    const place: MonthPlace = {
      bookingId: null,
      slotId: null,
      payer: { householdId: row.householdId, guardianId: row.guardianId },
      participant: { id: row.participantId, name: row.participantName },
      unit,
      date: row.first,
      startsAt: new Temporal.PlainTime(),
      bookedMinutes: unit.hours.to - unit.hours.from,
      hours: unit.hours,
      real: null,
      attendedMinutes: null,
      late: false,
      state: null,
      reason: null,
      proofOn: null,
      toldAt: null,
    };
    const price = pricePlace(facts, place, {
      days: row.days,
      ...(count === null ? {} : { instalment: index }),
    });
    const key = `season:${row.householdId}:${row.participantId}:${row.unitId}:${row.seasonId}:${index}`;
    return [owed(index === 1 ? place : { ...place, date: first }, price, key)];
  });
}
