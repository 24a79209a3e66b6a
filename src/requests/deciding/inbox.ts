import type { SignedIn } from "#identity";
import type { Id } from "#kernel";
import type { Parameter, Reads } from "#platform";

import { MOST_COUNTED, type InboxFilter, type InboxPlace } from "../desk/inbox-filter.ts";
import type { RequestState } from "../rules/states.ts";

/** A line of the inbox. */
export interface InboxLine {
  readonly requestId: Id<"request">;
  readonly number: number;
  readonly kindLabel: string;
  readonly householdId: Id<"household">;
  readonly household: string;
  readonly commune: string;
  readonly by: string;
  readonly state: RequestState;
  readonly urgent: boolean;
  readonly takenBy: string | null;
  readonly awaitsReply: boolean;
  readonly receivedAt: Temporal.Instant;
  readonly movedAt: Temporal.Instant;
  readonly dueOn: Temporal.PlainDate;
  readonly silenceOn: Temporal.PlainDate;
  readonly silence: "accepted" | "refused";
  readonly rank: number;
}

/** Who looks, and on which day. */
export interface Looking {
  readonly actor: SignedIn;
  readonly today: Temporal.PlainDate;
  /** The kinds that the agent may decide about: the others do not exist here. */
  readonly kindIds: readonly Id<"request-kind">[];
}

/** Lines of a page of the inbox. */
export const INBOX_PAGE = 50;

/** What each list holds, word for word as the partial indexes say it: none is used for less. */
const OPEN = `r.state in ('submitted', 'under_review', 'more_needed')`;
const HELD: Readonly<Record<InboxFilter["etat"], string>> = {
  ouvertes: OPEN,
  nouvelles: `${OPEN} and r.state = 'submitted'`,
  attente: `${OPEN} and r.state = 'more_needed'`,
  closes: `r.state in ('accepted', 'refused', 'withdrawn') and r.expected_on is not null`,
};

interface Condition {
  /** A letter of the statement's name. */
  readonly key: string;
  readonly sql: (place: string) => string;
  readonly value: Parameter;
}

function conditionsOf(filter: InboxFilter, { actor, today, kindIds }: Looking): readonly Condition[] {
  const { type, lieu, service, commune, qui, urgentes, retard, avant } = filter;
  const found: Condition[] = [];
  const add = (key: string, value: Parameter, sql: Condition["sql"]) => found.push({ key, sql, value });
  if (type !== undefined && kindIds.includes(type)) add("kind", type, (at) => `r.kind_id = ${at}::uuid`);
  else add("kinds", type === undefined ? kindIds : [], (at) => `r.kind_id = any (${at}::uuid[])`);
  const places = [lieu, service].filter((one) => one !== undefined);
  if (places.length > 0)
    add("places", places, (at) => `r.concerns @> ${at}::uuid[] and r.expected_on is not null`);
  if (commune) add("commune", commune, (at) => `r.commune = ${at}`);
  if (qui === "personne") add("nobody", true, (at) => `r.taken_by_id is null and ${at}::boolean`);
  else if (qui !== "tous")
    add("agent", qui === "moi" ? actor.accountId : qui, (at) => `r.taken_by_id = ${at}::uuid`);
  if (urgentes) add("urgent", true, (at) => `r.urgent and ${at}::boolean`);
  if (retard)
    add("late", today.toString(), (at) => `${OPEN} and r.due_on < ${at}::date and r.state <> 'more_needed'`);
  if (avant) add("before", avant.toString(), (at) => `r.due_on <= ${at}::date`);
  return found;
}

/**
 * A statement of its own for each shape of filter: one that held them all, « or $3 is null », would be planned once for
 * every filter and read the whole table for most.
 */
function statementOf(name: string, filter: InboxFilter, conditions: readonly Condition[]) {
  return {
    name: [name, filter.etat, ...conditions.map(({ key }) => key)].join("_"),
    where: [HELD[filter.etat], ...conditions.map(({ sql }, index) => sql(`$${index + 1}`))].join("\n  and "),
    values: conditions.map(({ value }) => value),
  };
}

/**
 * So many requests of a filter after a place: urgent ones first and what is due first, or, of the closed, the last moved
 * first.
 */
export function inboxLines(
  reads: Reads,
  looking: Looking,
  filter: InboxFilter,
  { after, most = INBOX_PAGE }: { after?: InboxPlace | undefined; most?: number } = {},
): Promise<InboxLine[]> {
  const closed = filter.etat === "closes";
  const conditions = [...conditionsOf(filter, looking), ...afterPlace(closed, after)];
  const { name, where, values } = statementOf("requests_inbox", filter, conditions);
  const order = closed ? "r.moved_at desc, r.id" : "r.desk_rank, r.due_on, r.id";
  return reads.rows<InboxLine>(
    name,
    `with page as materialized (
       select r.* from request r
       where ${where}
       order by ${order}
       limit $${values.length + 1})
     select r.id as "requestId", r.number::integer as number, k.label as "kindLabel", r.household_id as "householdId",
            coalesce(h.label, '') as household, r.commune, r.by_label as by, r.state, r.urgent,
            r.taken_by_label as "takenBy", r.awaits_reply as "awaitsReply", s.at as "receivedAt",
            r.moved_at as "movedAt", r.due_on as "dueOn", r.silence_on as "silenceOn", s.silence,
            r.desk_rank::integer as rank
     from page r
     join request_kind k on k.id = r.kind_id
     join request_submission s on s.request_id = r.id and s.number = 1
     left join families_household_card h on h.household_id = r.household_id
     order by ${order}`,
    [...values, most],
  );
}

/** One parameter more, in whose text the place is written: `(a, b) > (…)` is what an index begins at. */
function afterPlace(closed: boolean, after: InboxPlace | undefined): readonly Condition[] {
  if (after === undefined || "rank" in after === closed) return [];
  const [value, sql]: [string[], Condition["sql"]] =
    "rank" in after
      ? [
          [String(after.rank), after.dueOn.toString(), after.id],
          (at) =>
            `(r.desk_rank, r.due_on, r.id) > ((${at}::text[])[1]::smallint, (${at}::text[])[2]::date, (${at}::text[])[3]::uuid)`,
        ]
      : [
          [after.movedAt.toString(), after.id],
          (at) =>
            `(r.moved_at <= (${at}::text[])[1]::timestamptz)
  and (r.moved_at < (${at}::text[])[1]::timestamptz or r.id > (${at}::text[])[2]::uuid)`,
        ];
  return [{ key: "after", sql, value }];
}

/** Where the page after this line begins. */
export function placeAfter(
  filter: InboxFilter,
  { rank, dueOn, movedAt, requestId: id }: InboxLine,
): InboxPlace {
  return filter.etat === "closes" ? { movedAt, id } : { rank, dueOn, id };
}

/** How many requests a filter shows: exact up to `MOST_COUNTED`, one more where there are more. */
export async function inboxCount(reads: Reads, looking: Looking, filter: InboxFilter): Promise<number> {
  const { name, where, values } = statementOf("requests_count", filter, conditionsOf(filter, looking));
  const row = await reads.row<{ count: number }>(
    name,
    `select count(*)::integer as count
     from (select from request r where ${where} limit ${MOST_COUNTED + 1}) as counted`,
    values,
  );
  return row?.count ?? 0;
}
