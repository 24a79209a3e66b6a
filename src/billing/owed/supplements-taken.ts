import type { Id } from "#kernel";
import type { Reads } from "#platform";
import type { ChargeFacts } from "#pricing";

import type { MonthSpan } from "./month-span.ts";
import type { MonthPlace } from "./read-places.ts";

type Taken = NonNullable<ChargeFacts["supplements"]>;

/** What was taken besides places, by « slot participant household ». */
export type SupplementsTaken = ReadonlyMap<string, Taken>;

/** Reads what agents noted, around a month; one statement for all households. */
export async function supplementsTaken(
  reads: Reads,
  { readFrom, readUntil }: MonthSpan,
  households: readonly Id<"household">[],
): Promise<SupplementsTaken> {
  const rows = await reads.rows<{ place: string; code: string; quantity: number }>(
    "billing_supplements_taken",
    `select concat_ws(' ', slot_id, participant_id, household_id) as place, code, quantity
     from attendance_supplement
     where household_id = any (array(select unnest($3::uuid[]))) and date between $1 and $2
     order by place, code`,
    [readFrom.toString(), readUntil.toString(), households],
  );
  const places = Map.groupBy(rows, ({ place }) => place);
  return new Map(
    [...places].map(
      ([place, own]) => [place, own.map(({ code, quantity }) => ({ code, quantity }))] as const,
    ),
  );
}

/** What was taken with these places together: a week, or one slot. */
export function supplementsOf(taken: SupplementsTaken, places: readonly MonthPlace[]): Taken {
  if (taken.size === 0) return [];
  const sums = new Map<string, number>();
  for (const { slotId, participant, payer } of places) {
    const own = taken.get(`${slotId ?? ""} ${participant.id} ${payer.householdId}`) ?? [];
    for (const { code, quantity } of own) sums.set(code, (sums.get(code) ?? 0) + quantity);
  }
  return [...sums]
    .map(([code, quantity]) => ({ code, quantity }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}
