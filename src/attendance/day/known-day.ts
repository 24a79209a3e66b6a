import { parisDateTime, type Id } from "#kernel";
import type { Reads } from "#platform";

/** What is known of a site's day before anybody notes: what a note is judged by. */
export interface KnownDay {
  /** When each slot opens. */
  opensAt: ReadonlyMap<Id<"slot">, Temporal.PlainTime>;
  isAnnouncedAbsent: (who: { slotId: Id<"slot">; participantId: Id<"participant"> }) => boolean;
}

/** When the slots of a site's day open, and whose absence from them was announced. */
export async function knownDay(
  reads: Reads,
  { site, date }: { site: Id<"site">; date: Temporal.PlainDate },
): Promise<KnownDay> {
  type Row = { slotId: Id<"slot">; startsAt: Temporal.Instant; absent: readonly Id<"participant">[] };
  const rows = await reads.rows<Row>(
    "attendance_known_day",
    `select s.slot_id as "slotId", s.starts_at as "startsAt",
            array(select told.participant_id from bookings_expected told
                  where told.slot_id = s.slot_id and told.told_cause is not null) as absent
     from activities_unit_card u
     join bookings_slot_card s on s.unit_id = u.unit_id and s.date = $2
     where u.site_id = $1`,
    [site, date.toString()],
  );
  const absent = new Map(rows.map((row) => [row.slotId, new Set(row.absent)]));
  return {
    opensAt: new Map(rows.map(({ slotId, startsAt }) => [slotId, parisDateTime(startsAt).toPlainTime()])),
    isAnnouncedAbsent: ({ slotId, participantId }) => absent.get(slotId)?.has(participantId) === true,
  };
}
