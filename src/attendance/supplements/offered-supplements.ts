import type { Id } from "#kernel";
import type { Reads } from "#platform";
import { knownTariffs } from "#pricing";

/** What may be taken besides a place, by the tariff of its day. */
export interface OfferedSupplement {
  readonly code: string;
  readonly name: string;
}

/**
 * The supplements of each slot of a site on a day; a slot without any is not in the answer. Not those of a nursery, whose
 * scale has none, nor of what is paid for a whole season: no line of the bill is of one of its days.
 */
export async function offeredSupplements(
  reads: Reads,
  { site, date }: { site: Id<"site">; date: Temporal.PlainDate },
): Promise<ReadonlyMap<Id<"slot">, readonly OfferedSupplement[]>> {
  const slots = await reads.rows<{
    slotId: Id<"slot">;
    activityId: Id<"activity">;
    unitCode: string;
    stamp: string;
  }>(
    "attendance_slots_and_tariffs",
    `select s.slot_id as "slotId", s.activity_id as "activityId", u.unit_code as "unitCode", tariffs.stamp
     from bookings_slot_card s
     join activities_unit_card u on u.unit_id = s.unit_id and u.site_id = $1
     cross join pricing_tariff_stamp tariffs
     where s.activity_id = u.activity_id and s.date = $2`,
    [site, date.toString()],
  );
  const [first] = slots;
  if (first === undefined) return new Map();
  const tariffs = await knownTariffs(reads, first.stamp);
  return new Map(
    slots.flatMap(({ slotId, activityId, unitCode }) => {
      const { known, tariff } = tariffs.chargedOn({ activityId, unitCode, date });
      if (known === undefined || tariff === undefined || known.isCare || known.every === "season") return [];
      const all = [...tariff.supplements].map(([code, { name }]) => ({ code, name }));
      return all.length === 0 ? [] : [[slotId, all] as const];
    }),
  );
}
