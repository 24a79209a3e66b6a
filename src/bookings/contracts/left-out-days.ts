import type { FamilyReach } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { Hours } from "../rules/lines.ts";

/** A day to come of a contract that was full, or for another age, when it was signed, and is not booked so since. */
export interface LeftOutDay {
  date: Temporal.PlainDate;
  outcome: "full" | "wrong_age";
  /** What the contract asked for. */
  hours: Hours;
  /** What the family has that day all the same: the hours it had before. */
  heldHours: Hours | null;
}

type Row = {
  contractId: Id<"contract">;
  date: Temporal.PlainDate;
  outcome: LeftOutDay["outcome"];
} & Hours & {
    heldFrom: number | null;
    heldTo: number | null;
  };

/** The days that were left out of each contract within this reach, from `from` on. */
export async function leftOutDays(
  reads: Reads,
  { householdIds, withheldIds }: FamilyReach,
  from: Temporal.PlainDate,
): Promise<ReadonlyMap<Id<"contract">, readonly LeftOutDay[]>> {
  const rows = await reads.rows<Row>(
    "care_left_out",
    `select c.id as "contractId", s.date, line ->> 'outcome' as outcome,
            (line ->> 'from')::integer as "from", (line ->> 'to')::integer as "to",
            b.from_minute as "heldFrom", b.to_minute as "heldTo"
     from care_contract c
     join enrolment e on e.id = c.enrolment_id
     join submission sent on sent.key = c.id
     cross join lateral jsonb_array_elements(sent.lines) as line
     join slot s on s.id = (line ->> 'slot')::uuid and s.state = 'open'
     left join booking b on b.slot_id = s.id and b.participant_id = e.participant_id
       and b.household_id = e.household_id and b.state in ('held', 'booked')
     where e.household_id = any ($1::uuid[]) and e.participant_id <> all ($2::uuid[])
       and line ->> 'outcome' in ('full', 'wrong_age') and s.date between $3 and c.last_day
       and (b.id is null or (b.from_minute, b.to_minute) is distinct from ((line ->> 'from')::integer, (line ->> 'to')::integer))
     order by s.date`,
    [householdIds, withheldIds, from.toString()],
  );
  const days = Map.groupBy(rows, ({ contractId }) => contractId);
  return new Map([...days].map(([contractId, all]) => [contractId, all.map(readDay)]));
}

function readDay({ date, outcome, from, to, heldFrom, heldTo }: Row): LeftOutDay {
  const heldHours = heldFrom === null || heldTo === null ? null : { from: heldFrom, to: heldTo };
  return { date, outcome, hours: { from, to }, heldHours };
}
