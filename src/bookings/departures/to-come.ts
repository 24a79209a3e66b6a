import type { Id } from "#kernel";
import { hashedId, type Reads } from "#platform";

import type { Line } from "../rules/lines.ts";

/** A day that a household holds, or waits for, for a participant. */
export interface DayToCome {
  kind: "booked" | "waiting";
  slotId: Id<"slot">;
  date: Temporal.PlainDate;
  unitName: string;
  activityName: string;
  siteName: string;
}

/** What a household holds for a participant after a day, and what it waits for, in the order of the days. */
export function daysToCome(
  reads: Reads,
  { householdId, participantId }: { householdId: Id<"household">; participantId: Id<"participant"> },
  after: Temporal.PlainDate,
): Promise<DayToCome[]> {
  return reads.rows<DayToCome>(
    "days_to_come_of_leaver",
    `select held.kind, slot.id as "slotId", slot.date, unit.unit_name as "unitName",
            unit.activity_name as "activityName", unit.site_name as "siteName"
     from (
       select 'booked' as kind, b.slot_id
       from enrolment e
       join slot s on s.season_id = e.season_id and s.date > $3::date
       join booking b on b.slot_id = s.id and b.participant_id = e.participant_id and b.enrolment_id = e.id
         and b.state <> 'cancelled'
       where e.participant_id = $2 and e.household_id = $1
       union all
       select 'waiting', t.slot_id
       from waiting_turn t
       where t.participant_id = $2 and t.household_id = $1 and t.ended_at is null
     ) held
     join slot on slot.id = held.slot_id and slot.date > $3::date
     join activities_unit_card unit using (unit_id)
     order by slot.date, unit.site_name, unit.position, slot.id`,
    [householdId, participantId, after.toString()],
  );
}

/** What the page that tells these days has shown. */
export const seenDays = (days: readonly DayToCome[]): Id<"seen"> =>
  hashedId<"seen">(JSON.stringify(days.map(({ kind, slotId }) => [kind, slotId])));

/** The lines that give these days up; turns of the waiting list always go, bookings only where it is said. */
export function linesToGiveUp(
  days: readonly DayToCome[],
  participantId: Id<"participant">,
  bookings: "cancel" | "keep",
): readonly Line[] {
  return days.flatMap(({ kind, slotId }): Line[] => {
    if (kind === "waiting") return [{ act: "leave", participantId, slotId }];
    return bookings === "cancel" ? [{ act: "cancel", participantId, slotId }] : [];
  });
}
