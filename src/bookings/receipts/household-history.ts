import type { FamilyReach } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { HistoryAct } from "../rules/history-act.ts";
import type { Hours } from "../rules/lines.ts";
import type { DoneBy } from "../rules/who-did-it.ts";

/** What happened to one booking of a family. */
export interface HistoryEntry extends DoneBy {
  id: number;
  at: Temporal.Instant;
  act: HistoryAct;
  /** The form that did it; null when a closing did. */
  submissionKey: Id<"submission"> | null;
  /** The form signed a contract, or changed one. */
  contract: boolean;
  firstName: string;
  unitName: string;
  siteName: string;
  date: Temporal.PlainDate;
  /** The hours that were booked or asked then; null where they are not chosen. */
  hours: Hours | null;
  /** What was noted at the site of the place that this act leaves held; null where nothing was, or it was given back. */
  noted: "present" | "absent" | null;
  /** How many came with the person then; null where nobody did. */
  companions: number | null;
}

/** Entries of one page of the history; more where the last form has more lines. */
const HISTORY_PAGE = 100;

/** One page of a history, newest first. */
export interface HistoryPage {
  entries: readonly HistoryEntry[];
  /** Where the next page starts; null on the last one. */
  before: number | null;
}

/**
 * What happened to the bookings within this reach, before an entry or from the newest. The hours are those that the
 * form named, else (a place of the waiting list, a closing) those of the booking. The forms of the page are opened
 * once each, however many lines they have.
 */
export async function householdHistory(
  reads: Reads,
  reach: FamilyReach,
  before: number | null,
): Promise<HistoryPage> {
  const found = await reads.rows<
    Omit<HistoryEntry, "hours"> & { from: number | null; to: number | null; hasOlder: boolean }
  >(
    "household_history",
    `with latest as materialized (
       select h.*
       from unnest($1::uuid[]) as own (household_id)
       cross join lateral (
         select * from booking_history
         where booking_history.household_id = own.household_id and ($2::bigint is null or id < $2)
           and participant_id <> all ($4::uuid[])
           and ($5::uuid[] is null or exists (
             select from slot join activities_unit_card u on u.unit_id = slot.unit_id
             where slot.id = booking_history.slot_id and u.site_id = any ($5::uuid[])))
         order by id desc limit $3
       ) h
       order by h.id desc limit $3
     ),
     -- The form of the last line is whole: a contract of a year is never cut in two.
     bound as materialized (
       select least((select min(id) from latest), min(h.id)) as id
       from booking_history h
       where h.household_id = any ($1::uuid[])
         and h.submission_key = (select submission_key from latest order by id limit 1)
     ),
     told as materialized (
       select h.*
       from bound
       join booking_history h on h.household_id = any ($1::uuid[]) and h.id >= bound.id
       where ($2::bigint is null or h.id < $2) and h.participant_id <> all ($4::uuid[])
         and ($5::uuid[] is null or exists (
           select from slot join activities_unit_card u on u.unit_id = slot.unit_id
           where slot.id = h.slot_id and u.site_id = any ($5::uuid[])))
     ),
     asked as (
       select form.key, (line ->> 'participant')::uuid as participant, (line ->> 'slot')::uuid as slot,
              min((line ->> 'from')::smallint) as from_minute, min((line ->> 'to')::smallint) as to_minute
       from submission form
       cross join lateral jsonb_array_elements(form.lines) as line
       where form.key in (select submission_key from told) and line ? 'from'
       group by form.key, line ->> 'participant', line ->> 'slot'
     )
     select h.id, h.at, h.act, h.by_label as by, h.by_agent as "byAgent", h.reason,
            h.submission_key as "submissionKey", contract.id is not null as contract, p.first_name as "firstName", u.unit_name as "unitName", u.site_name as "siteName", s.date,
            coalesce(asked.from_minute, b.from_minute) as "from", coalesce(asked.to_minute, b.to_minute) as "to",
            case when b.state = 'booked' then b.noted end as noted, h.companions,
            exists (select from bound
                    join booking_history older on older.household_id = any ($1::uuid[]) and older.id < bound.id
                    where older.participant_id <> all ($4::uuid[])) as "hasOlder"
     from told h
     join slot s on s.id = h.slot_id
     join activities_unit_card u on u.unit_id = s.unit_id
     join families_participant_card p on p.household_id = h.household_id and p.participant_id = h.participant_id
     left join booking b on b.id = h.booking_id
     left join care_contract contract on contract.id = h.submission_key
     left join asked on asked.key = h.submission_key and asked.participant = h.participant_id and asked.slot = h.slot_id
     order by h.id desc`,
    [reach.householdIds, before, HISTORY_PAGE, reach.withheldIds, reach.siteIds ?? null],
  );
  const entries = found.map(({ from, to, ...entry }) => ({
    ...entry,
    hours: from === null || to === null ? null : { from, to },
  }));
  return { entries, before: found[0]?.hasOlder === true ? (entries.at(-1)?.id ?? null) : null };
}
