import type { FamilyReach } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { HistoryAct } from "../rules/history-act.ts";
import type { DoneBy } from "../rules/who-did-it.ts";

/** What happened to one booking of a family. */
export interface HistoryEntry extends DoneBy {
  id: number;
  at: Temporal.Instant;
  act: HistoryAct;
  /** The form that did it; null when a closing did. */
  submissionKey: Id<"submission"> | null;
  firstName: string;
  unitName: string;
  date: Temporal.PlainDate;
  /** How many came with the person then; null where nobody did. */
  companions: number | null;
}

/** Entries of one page of the history. */
const HISTORY_PAGE = 100;

/** One page of a history, newest first. */
export interface HistoryPage {
  entries: readonly HistoryEntry[];
  /** Where the next page starts; null on the last one. */
  before: number | null;
}

/** What happened to the bookings within this reach, before an entry or from the newest. */
export async function householdHistory(
  reads: Reads,
  reach: FamilyReach,
  before: number | null,
): Promise<HistoryPage> {
  const found = await reads.rows<HistoryEntry>(
    "household_history",
    `select h.id, h.at, h.act, h.by_label as by, h.by_agent as "byAgent", h.reason,
            h.submission_key as "submissionKey", p.first_name as "firstName", u.unit_name as "unitName", s.date, h.companions
     from unnest($1::uuid[]) as own (household_id)
     cross join lateral (
       select * from booking_history
       where booking_history.household_id = own.household_id and ($2::bigint is null or id < $2)
         and participant_id <> all ($4::uuid[])
       order by id desc limit $3
     ) h
     join slot s on s.id = h.slot_id
     join activities_unit_card u on u.unit_id = s.unit_id
     join families_participant_card p on p.household_id = h.household_id and p.participant_id = h.participant_id
     order by h.id desc limit $3`,
    [reach.householdIds, before, HISTORY_PAGE + 1, reach.withheldIds],
  );
  const entries = found.slice(0, HISTORY_PAGE);
  return { entries, before: found.length > HISTORY_PAGE ? (entries.at(-1)?.id ?? null) : null };
}
