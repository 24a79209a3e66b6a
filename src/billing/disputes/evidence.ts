import type { HistoryEntry } from "#bookings";
import { parseId } from "#kernel";
import type { Reads } from "#platform";

/** What happened to the booking that a line charges. */
export type Evidence = Pick<HistoryEntry, "at" | "act" | "by" | "byAgent" | "reason">;

/** The history of the booking behind a source, oldest first; empty where the source is no booking. */
export async function evidenceOf(reads: Reads, sourceKey: string): Promise<readonly Evidence[]> {
  const booking = parseId<"booking">(/^booking:([0-9a-f-]{36})/.exec(sourceKey)?.[1]);
  if (booking === undefined) return [];
  return reads.rows<Evidence>(
    "billing_booking_evidence",
    `select at, act, by_label as by, by_agent as "byAgent", reason
     from bookings_history_line where booking_id = $1 order by id`,
    [booking],
  );
}
