import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { DecidedLine } from "../rules/lines.ts";
import { windowState, type ShutWindow } from "../rules/window.ts";
import { readWindows, type StoredWindow } from "../windows/stored-window.ts";

/** What explains a line that was refused, besides its slot. */
export interface RefusalFacts {
  /** What the windows of its day said to the family. */
  readonly shut: ShutWindow | null;
  /** What an agent wrote of the participant's class, which is away that day. */
  readonly classAway: string | null;
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
  const awayLines = lines.filter(({ outcome }) => outcome === "class_away");
  const away = awayLines.length === 0 ? new Map<string, string>() : await classesAway(reads, awayLines);
  return lines.map((line) => {
    const key = `${line.participantId} ${line.slotId}`;
    const state = shut.get(key);
    const classAway = line.outcome === "class_away" ? (away.get(key) ?? null) : null;
    return { ...line, classAway, shut: state === undefined || state.kind === "open" ? null : state };
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

/** What was written of the classes of these lines, by participant and slot; also where it was taken back since. */
async function classesAway(
  reads: Reads,
  lines: readonly DecidedLine[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reads.rows<{ key: string; message: string }>(
    "classes_away_of_lines",
    `select school.participant_id || ' ' || s.id as key, c.message
     from unnest($1::uuid[], $2::uuid[]) as line (participant_id, slot_id)
     join slot s on s.id = line.slot_id
     join families_schooling school on school.participant_id = line.participant_id
     join class_day c on c.school_name = school.school_name and c.class_name = school.class_name
       and c.school_year = school.school_year and c.kind = 'away' and s.date between c.first_day and c.last_day
       and (c.activity_ids is null or s.activity_id = any (c.activity_ids))
     order by c.at`,
    [lines.map(({ participantId }) => participantId), lines.map(({ slotId }) => slotId)],
  );
  return new Map(rows.map(({ key, message }) => [key, message]));
}
