import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { isGivenBackLate } from "../estimates/cost-of-lines.ts";
import { lineKey, type LineFacts } from "../planning/line-facts.ts";
import type { DecidedLine, Line } from "../rules/lines.ts";

/** Whether some of these lines give a place back after its deadline. */
export function givesBackLate(lines: readonly Line[], facts: LineFacts, now: Temporal.Instant): boolean {
  return lines.some((line) => {
    const about = facts.get(lineKey(line));
    return about !== undefined && isGivenBackLate({ did: line.act, cancelUntil: about.cancelUntil }, now);
  });
}

/**
 * Whether a form gives places back after their deadline. A family's is asked where the activity lets it: elsewhere the form
 * is refused line by line, and there is nothing to read first.
 */
export async function asksLate(
  reads: Reads,
  lines: readonly Line[],
  now: Temporal.Instant,
  by: "family" | "agent",
): Promise<boolean> {
  const asked = lines.filter(({ act }) => act === "cancel");
  if (asked.length === 0) return false;
  const row = await reads.row<{ late: boolean }>(
    "late_lines_of_form",
    `select exists (
       select from unnest($1::uuid[], $2::uuid[]) as line (participant_id, slot_id)
       join slot s on s.id = line.slot_id and s.cancel_until < $3
       left join lateral place_rule_on(s.activity_id, s.date) r on true
       where ($4 or r.late_cancellation and s.starts_at > $3)
         and not class_lifts_deadline(line.participant_id, s.activity_id, s.date)) as late`,
    [
      asked.map(({ participantId }) => participantId),
      asked.map(({ slotId }) => slotId),
      now.toString(),
      by === "agent",
    ],
  );
  return row?.late === true;
}

/** Of the lines of a form that was sent, those of which the family pays the penalty, by `lineKey`. */
export async function chargedLate(
  reads: Reads,
  key: Id<"submission">,
  lines: readonly DecidedLine[],
): Promise<ReadonlySet<string>> {
  const given = lines.filter(({ outcome }) => outcome === "cancelled");
  if (given.length === 0) return new Set();
  const rows = await reads.rows<Pick<Line, "participantId" | "slotId">>(
    "charged_late_lines",
    `select b.participant_id as "participantId", b.slot_id as "slotId"
     from unnest($2::uuid[], $3::uuid[]) as line (participant_id, slot_id)
     join booking b on b.participant_id = line.participant_id and b.slot_id = line.slot_id and b.state = 'cancelled'
     join late_cancellation c on c.booking_id = b.id and c.cause = 'family'
     where not exists (select from penalty_waiver where booking_id = b.id)
       and exists (select from booking_history h
                   where h.booking_id = b.id and h.submission_key = $1 and h.act = 'cancelled')`,
    [key, given.map(({ participantId }) => participantId), given.map(({ slotId }) => slotId)],
  );
  return new Set(rows.map(lineKey));
}
