import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { Noted } from "../rules/noted-state.ts";

/** One thing that was noted of somebody in a slot, and by whom. */
export interface HistoryLine extends Noted {
  at: Temporal.Instant;
  by: string;
}

/** Of whom and where the lines are. */
export interface NotedPlace {
  firstName: string;
  lastName: string;
  unitName: string;
  date: Temporal.PlainDate;
}

/** All that was noted of somebody in a slot of this site, the last first; undefined where nothing ever was. */
export async function noteHistory(
  reads: Reads,
  { site, slot, participant }: { site: Id<"site">; slot: Id<"slot">; participant: Id<"participant"> },
): Promise<{ place: NotedPlace; lines: readonly HistoryLine[] } | undefined> {
  const place = await reads.row<NotedPlace>(
    "attendance_noted_place",
    `select p.first_name as "firstName", p.last_name as "lastName", u.unit_name as "unitName", s.date
     from bookings_slot_card s
     join activities_unit_card u on u.unit_id = s.unit_id and u.site_id = $1
     join families_participant_name p on p.participant_id = $3
     where s.slot_id = $2`,
    [site, slot, participant],
  );
  if (place === undefined) return undefined;
  const lines = await reads.rows<HistoryLine>(
    "attendance_note_history",
    `select at, by_label as by, state, reason, proof_on as "proofOn", arrived_at as "arrivedAt", left_at as "leftAt"
     from attendance_history where slot_id = $1 and participant_id = $2 order by id desc`,
    [slot, participant],
  );
  return lines.length === 0 ? undefined : { place, lines };
}
