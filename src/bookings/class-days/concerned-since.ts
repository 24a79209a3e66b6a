import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { Outcome } from "../rules/lines.ts";
import { parseDecidedLines } from "../submit/decided-lines.ts";
import type { ClassDay } from "./class-day.ts";

/** A place that taking back a class day is about, and what became of it. */
export interface ConcernedLine {
  participantId: Id<"participant">;
  slotId: Id<"slot">;
  householdId: Id<"household">;
  outcome: Outcome;
}

/**
 * Whom taking it back concerns: where the class was away, the places that were given back and those that could not be;
 * where the teacher was absent, those that there are and those that families had cancelled meanwhile.
 */
export async function concernedSince(reads: Reads, said: ClassDay): Promise<readonly ConcernedLine[]> {
  if (said.kind === "teacher_absent") return placesSince(reads, said);
  const rows = await reads.rows<{ lines: unknown }>(
    "class_day_restorings",
    `select f.lines from class_day c join submission f on f.key = any (c.restoring_keys) where c.id = $1`,
    [said.id],
  );
  return rows
    .flatMap(({ lines }) => parseDecidedLines(lines))
    .flatMap(({ participantId, slotId, householdId, outcome }) =>
      householdId === null ? [] : { participantId, slotId, householdId, outcome },
    );
}

function placesSince(reads: Reads, { id }: ClassDay): Promise<ConcernedLine[]> {
  return reads.rows<ConcernedLine>(
    "class_day_places_since",
    `select b.participant_id as "participantId", b.slot_id as "slotId", b.household_id as "householdId",
            case b.state when 'booked' then 'booked' else 'cancelled' end as outcome
     from class_day c
     join families_schooling school on school.school_year = c.school_year and school.school_name = c.school_name
       and school.class_name = c.class_name
     join booking b on b.participant_id = school.participant_id
       and (b.state = 'booked' or b.state = 'cancelled' and b.cancelled_at >= c.at and not exists (
         select from booking live
         where live.slot_id = b.slot_id and live.participant_id = b.participant_id and live.state = 'booked'))
     join slot s on s.id = b.slot_id and s.date between c.first_day and c.last_day and s.starts_at > c.withdrawn_at
       and (c.activity_ids is null or s.activity_id = any (c.activity_ids))
     where c.id = $1`,
    [id],
  );
}
