import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { EarlierSlot } from "../../moving/moved-earlier.ts";
import type { SlotUntil } from "../../rules/deadline/earlier.ts";

/** A slot that closes earlier, as families read it now. */
export interface ToldSlot extends SlotUntil, Pick<EarlierSlot, "acts"> {
  readonly seasonId: Id<"season">;
  readonly date: Temporal.PlainDate;
  readonly unitName: string;
}

/** Of these slots, those that are open and have not begun, with the deadlines that they have now. */
export async function earlierSlots(
  reads: Reads,
  earlier: readonly EarlierSlot[],
  now: Temporal.Instant,
): Promise<readonly ToldSlot[]> {
  const rows = await reads.rows<Omit<ToldSlot, "acts"> & { slotId: Id<"slot"> }>(
    "slots_that_close_earlier",
    `select s.id as "slotId", s.season_id as "seasonId", s.date, u.unit_name as "unitName",
            s.book_until as "bookUntil", s.cancel_until as "cancelUntil", s.change_until as "changeUntil"
     from slot s join activities_unit_card u on u.unit_id = s.unit_id
     where s.id = any ($1::uuid[]) and s.state = 'open' and s.starts_at > $2
     order by s.date, u.position`,
    [earlier.map(({ slot }) => slot), now.toString()],
  );
  const actsOf = new Map(earlier.map(({ slot, acts }) => [slot, acts]));
  return rows.map(({ slotId, ...slot }) => ({ ...slot, acts: actsOf.get(slotId) ?? [] }));
}
