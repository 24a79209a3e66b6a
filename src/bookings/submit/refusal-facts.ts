import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { DecidedLine, Outcome } from "../rules/lines.ts";
import type { LineAtFault } from "../rules/unit-rules-sentence.ts";
import { windowState, type ShutWindow } from "../rules/window.ts";
import { readWindows, type StoredWindow } from "../windows/stored-window.ts";

/** What explains a line that was refused, besides its slot. */
export interface RefusalFacts {
  /** What the windows of its day said to the family. */
  readonly shut: ShutWindow | null;
  /** What an agent wrote of the participant's class, which is away that day. */
  readonly classAway: string | null;
  /** For which other lines of the form a line that breaks no rule was refused. */
  readonly refusedWith: readonly LineAtFault[];
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
  const atFault = await linesAtFault(reads, lines);
  return lines.map((line) => {
    const key = `${line.participantId} ${line.slotId}`;
    const state = shut.get(key);
    const classAway = line.outcome === "class_away" ? (away.get(key) ?? null) : null;
    const refusedWith = line.outcome === "refused_with" ? (atFault.get(key) ?? []) : [];
    return {
      ...line,
      classAway,
      refusedWith,
      shut: state === undefined || state.kind === "open" ? null : state,
    };
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

/** The outcomes of a line for which the others of its week, or of its season, are refused. */
const AT_FAULT: readonly Outcome[] = [
  "excluded",
  "excluded_elsewhere",
  "needs_other",
  "needed",
  "incomplete_package",
  "below_minimum",
];

/** The lines for which each line « refused with » was refused: those of its activity, in its week where weeks are judged. */
async function linesAtFault(
  reads: Reads,
  lines: readonly DecidedLine[],
): Promise<ReadonlyMap<string, readonly LineAtFault[]>> {
  const innocent = lines.filter(({ outcome }) => outcome === "refused_with");
  if (innocent.length === 0) return new Map();
  const guilty = lines.filter(({ outcome }) => AT_FAULT.includes(outcome));
  const rows = await reads.rows<LineAtFault & { key: string }>(
    "lines_at_fault",
    `select distinct line.participant_id || ' ' || s.id as key, other.date, u.position, u.unit_name as "unitName"
     from unnest($1::uuid[], $2::uuid[]) as line (participant_id, slot_id)
     join slot s on s.id = line.slot_id
     join unnest($3::uuid[], $4::uuid[]) as guilty (participant_id, slot_id) on guilty.participant_id = line.participant_id
     join slot other on other.id = guilty.slot_id and other.activity_id = s.activity_id
       and case s.judged_by when 'season' then other.season_id = s.season_id
                else date_trunc('week', other.date) = date_trunc('week', s.date) end
     join activities_unit_card u on u.unit_id = other.unit_id
     order by key, other.date, u.position`,
    [
      innocent.map(({ participantId }) => participantId),
      innocent.map(({ slotId }) => slotId),
      guilty.map(({ participantId }) => participantId),
      guilty.map(({ slotId }) => slotId),
    ],
  );
  return Map.groupBy(rows, ({ key }) => key);
}
