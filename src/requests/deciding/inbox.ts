import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { EffectCode } from "../effects/effects.ts";
import type { RequestState } from "../rules/states.ts";

/** A line of the inbox. */
export interface InboxLine {
  readonly requestId: Id<"request">;
  readonly number: number;
  readonly kindLabel: string;
  readonly household: string;
  readonly by: string;
  readonly state: RequestState;
  readonly takenBy: string | null;
  readonly awaitsReply: boolean;
  readonly movedAt: Temporal.Instant;
  readonly expectedOn: Temporal.PlainDate | null;
  readonly silenceOn: Temporal.PlainDate | null;
  readonly silence: "accepted" | "refused";
}

/** Which requests are shown. */
export interface InboxFilter {
  readonly states: readonly RequestState[];
  /** Null: of every kind. */
  readonly kindId: Id<"request-kind"> | null;
  /** Null: whoever deals with them. */
  readonly takenBy: Id<"account"> | null;
  readonly effects: readonly EffectCode[];
}

/** Lines of a page of the inbox. */
export const INBOX_PAGE = 50;

const WHERE = `r.state = any ($1::text[]) and k.effect = any ($2::text[])
  and ($3::uuid is null or r.kind_id = $3) and ($4::uuid is null or r.taken_by_id = $4)`;

const parametersOf = ({ states, effects, kindId, takenBy }: InboxFilter) =>
  [states, effects, kindId, takenBy] as const;

/** A page of requests, counted from 1: those whose silence answers first, first; the closed ones, the last moved first. */
export function inboxLines(reads: Reads, filter: InboxFilter, page: number): Promise<InboxLine[]> {
  return reads.rows<InboxLine>(
    "requests_inbox",
    `select r.id as "requestId", r.number::integer as number, k.label as "kindLabel", coalesce(h.label, '') as household,
            r.by_label as by, r.state, r.taken_by_label as "takenBy", r.awaits_reply as "awaitsReply",
            r.moved_at as "movedAt", r.expected_on as "expectedOn", r.silence_on as "silenceOn", s.silence
     from request r
     join request_kind k on k.id = r.kind_id
     join request_submission s on s.request_id = r.id and s.number = 1
     left join families_household_card h on h.household_id = r.household_id
     where ${WHERE}
     order by case when r.state in ('submitted', 'under_review', 'more_needed') then r.silence_on end, r.moved_at desc, r.id
     limit $5 offset $6`,
    [...parametersOf(filter), INBOX_PAGE, (page - 1) * INBOX_PAGE],
  );
}

/** How many requests a filter shows. */
export async function inboxCount(reads: Reads, filter: InboxFilter): Promise<number> {
  const row = await reads.row<{ count: number }>(
    "requests_inbox_count",
    `select count(*)::integer as count from request r join request_kind k on k.id = r.kind_id
     where r.expected_on is not null and ${WHERE}`,
    parametersOf(filter),
  );
  return row?.count ?? 0;
}
