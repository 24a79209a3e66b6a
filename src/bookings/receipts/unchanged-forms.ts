import type { FamilyReach } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { Outcome } from "../rules/lines.ts";
import type { DoneBy } from "../rules/who-did-it.ts";
import type { HistoryPage } from "./household-history.ts";

/** A form that changed no booking: all was refused, or was so already. Its receipt stays. */
export interface UnchangedForm extends DoneBy {
  key: Id<"submission">;
  at: Temporal.Instant;
  /** What became of its lines, those that this reach may see. */
  outcomes: readonly Outcome[];
}

/** At most so many on a page of the history. */
const MOST = 100;

/** The forms without a changed line among the acts of a page of the history, newest first. */
export function unchangedForms(
  reads: Reads,
  reach: FamilyReach,
  shown: HistoryPage,
  before: number | null,
): Promise<readonly UnchangedForm[]> {
  const oldest = shown.before === null ? null : (shown.entries.at(-1)?.at.toString() ?? null);
  return reads.rows<UnchangedForm>(
    "unchanged_forms",
    `select form.key, form.received_at as at, form.by_label as by, form.by_agent as "byAgent", form.reason, told.outcomes
     from submission form
     cross join lateral (
       select array_agg(line ->> 'outcome' order by position) as outcomes
       from jsonb_array_elements(form.lines) with ordinality as l (line, position)
       where (line ->> 'household')::uuid = any ($1::uuid[]) and (line ->> 'participant')::uuid <> all ($2::uuid[])
     ) told
     where form.household_ids && $1::uuid[] and told.outcomes is not null
       and ($3::timestamptz is null or form.received_at >= $3)
       and ($4::bigint is null or form.received_at < (select at from booking_history where id = $4))
       and not exists (select from booking_history h
                       where h.household_id = any (form.household_ids) and h.submission_key = form.key)
     order by form.received_at desc, form.key
     limit ${MOST}`,
    [reach.householdIds, reach.withheldIds, oldest, before],
  );
}
