import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { DecidedLine } from "../rules/lines.ts";
import { windowState, type ShutWindow } from "../rules/window.ts";
import { readWindows, type StoredWindow } from "../windows/stored-window.ts";

/** What explains a line that was refused, besides its slot. */
export interface RefusalFacts {
  /** What the windows of its day said to the family. */
  readonly shut: ShutWindow | null;
}

interface WindowRow {
  participantId: Id<"participant">;
  slotId: Id<"slot">;
  date: Temporal.PlainDate;
  groups: readonly string[] | null;
  windows: readonly StoredWindow[] | null;
}

/** Joins decided lines with what explains their refusal, as it was at the instant at which they were judged. */
export async function withRefusalFacts<T extends DecidedLine>(
  reads: Reads,
  lines: readonly T[],
  at: Temporal.Instant,
): Promise<readonly (T & RefusalFacts)[]> {
  const refused = lines.filter(({ outcome }) => outcome === "not_open_yet" || outcome === "window_closed");
  const rows = refused.length === 0 ? [] : await windowsOf(reads, refused);
  const shut = new Map(
    rows.map(({ participantId, slotId, date, groups, windows }) => [
      `${participantId} ${slotId}`,
      windowState(readWindows(windows), date, groups ?? [], at),
    ]),
  );
  return lines.map((line) => {
    const state = shut.get(`${line.participantId} ${line.slotId}`);
    return { ...line, shut: state === undefined || state.kind === "open" ? null : state };
  });
}

function windowsOf(reads: Reads, lines: readonly DecidedLine[]): Promise<WindowRow[]> {
  return reads.rows<WindowRow>(
    "windows_of_lines",
    `select line.participant_id as "participantId", s.id as "slotId", s.date, e.priority_groups as groups, (
              select jsonb_agg(jsonb_build_object('firstDay', w.first_day, 'lastDay', w.last_day,
                                                  'group', w.priority_group, 'opensAt', w.opens_at, 'closesAt', w.closes_at,
                                                  'groupName', group_name(s.activity_id, w.priority_group)))
              from booking_window w
              where w.season_id = s.season_id and s.date between w.first_day and w.last_day) as windows
     from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as line (participant_id, slot_id, household_id)
     join slot s on s.id = line.slot_id
     left join enrolment e on e.participant_id = line.participant_id and e.household_id = line.household_id
       and e.season_id = s.season_id`,
    [
      lines.map(({ participantId }) => participantId),
      lines.map(({ slotId }) => slotId),
      lines.map(({ householdId }) => householdId),
    ],
  );
}
