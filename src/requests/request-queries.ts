import type { GuardianVisit } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";
import { z } from "zod";

import type { Sent } from "./effects/effect.ts";
import { answersFormat } from "./forms/form-format.ts";
import type { Answers } from "./rules/form.ts";
import type { RequestAct, RequestState } from "./rules/states.ts";

/** A request, as it stands. */
export interface StoredRequest {
  readonly requestId: Id<"request">;
  readonly number: number;
  readonly kindId: Id<"request-kind">;
  readonly kindLabel: string;
  readonly effect: string;
  readonly formId: Id<"request-form">;
  readonly householdId: Id<"household">;
  readonly guardianId: Id<"guardian">;
  /** Who asks. */
  readonly by: string;
  readonly state: RequestState;
  /** What is being filled in; what was sent is in the submissions. */
  readonly answers: Answers;
  /** What the file said when it was begun, with which the form was filled in. */
  readonly known: Answers;
  readonly movedAt: Temporal.Instant;
  /** The agent who deals with it; null while nobody does. */
  readonly takenBy: string | null;
  readonly takenById: Id<"account"> | null;
  /** An agent has put it before the others. */
  readonly urgent: boolean;
  readonly replyBy: Temporal.PlainDate | null;
  readonly expectedOn: Temporal.PlainDate | null;
  readonly silenceOn: Temporal.PlainDate | null;
  readonly waitedDays: number;
}

const COLUMNS = `r.id as "requestId", r.number::integer as number, r.kind_id as "kindId", k.label as "kindLabel", k.effect,
  r.form_id as "formId", r.household_id as "householdId", r.guardian_id as "guardianId", r.by_label as by, r.state,
  r.answers, r.known, r.moved_at as "movedAt", r.taken_by_label as "takenBy", r.taken_by_id as "takenById", r.urgent, r.reply_by as "replyBy",
  r.expected_on as "expectedOn", r.silence_on as "silenceOn", r.waited_days as "waitedDays"`;

/** One request, whoever asked it; the caller decides who may see it. */
export function requestById(reads: Reads, id: Id<"request">): Promise<StoredRequest | undefined> {
  return reads.row<StoredRequest>(
    "requests_one",
    `select ${COLUMNS} from request r join request_kind k on k.id = r.kind_id where r.id = $1`,
    [id],
  );
}

/** One of the requests that this adult made; undefined for anybody else's. */
export async function ownRequest(
  reads: Reads,
  { guardian }: GuardianVisit["actor"],
  id: Id<"request">,
): Promise<StoredRequest | undefined> {
  const request = await requestById(reads, id);
  return request?.guardianId === guardian.id ? request : undefined;
}

// What was sent for one of these households, of a kind that its adults share, about no child who is out of reach.
const SHARED = `k.shared and r.household_id = any ($2::uuid[]) and r.expected_on is not null and not exists (
  select from request_submission s, jsonb_each_text(s.answers) as said
  where s.request_id = r.id and said.value = any ($3::text[]))`;

/** A request that this adult may read: his or her own, or one that the household shares; undefined for any other. */
export function readableRequest(
  reads: Reads,
  { guardian }: GuardianVisit["actor"],
  id: Id<"request">,
): Promise<StoredRequest | undefined> {
  return reads.row<StoredRequest>(
    "requests_readable",
    `select ${COLUMNS} from request r join request_kind k on k.id = r.kind_id
     where r.id = $4 and (r.guardian_id = $1 or ${SHARED})`,
    [guardian.id, guardian.householdIds, guardian.withheldIds, id],
  );
}

/** The requests that this adult may read, the last moved first; abandoned drafts are forgotten. */
export function readableRequests(
  reads: Reads,
  { guardian }: GuardianVisit["actor"],
): Promise<StoredRequest[]> {
  return reads.rows<StoredRequest>(
    "requests_readable_list",
    `select ${COLUMNS} from request r join request_kind k on k.id = r.kind_id
     where r.guardian_id = $1 and (r.state <> 'withdrawn' or r.expected_on is not null) or ${SHARED}
     order by r.moved_at desc limit 100`,
    [guardian.id, guardian.householdIds, guardian.withheldIds],
  );
}

/** What was sent, and what was acknowledged. */
export interface Submission {
  readonly number: number;
  readonly answers: Answers;
  readonly known: Answers;
  readonly department: string;
  readonly departmentAddress: string;
  readonly departmentEmail: string;
  readonly departmentPhone: string;
  readonly silence: "accepted" | "refused";
  readonly silenceMonths: number;
  readonly silenceOn: Temporal.PlainDate;
  readonly expectedOn: Temporal.PlainDate;
  readonly appeal: string;
  readonly at: Temporal.Instant;
}

const said = z.object({ answers: answersFormat, known: answersFormat });

/** What was sent, the last time first; empty for a draft. */
export async function submissionsOf(reads: Reads, id: Id<"request">): Promise<readonly Submission[]> {
  const rows = await reads.rows<Submission>(
    "requests_submissions",
    `select number, answers, known, department, department_address as "departmentAddress",
            department_email as "departmentEmail", department_phone as "departmentPhone", silence,
            silence_months as "silenceMonths", silence_on as "silenceOn", expected_on as "expectedOn", appeal, at
     from request_submission where request_id = $1 order by number desc`,
    [id],
  );
  return rows.map((row) => ({ ...row, ...said.parse(row) }));
}

/** What was sent last; undefined for a draft. */
export function lastSent(submissions: readonly Submission[]): Sent | undefined {
  const [last, first] = [submissions.at(0), submissions.at(-1)];
  if (last === undefined || first === undefined) return undefined;
  return { number: last.number, answers: last.answers, receivedAt: first.at };
}

/** One line of a request's history. */
export interface HistoryLine {
  readonly at: Temporal.Instant;
  readonly act: RequestAct;
  readonly by: string;
  readonly byAgent: boolean;
  readonly said: string;
  readonly appeal: string;
}

/** Everything that was done and said, in order; the agents' own notes among it. */
export function historyOf(reads: Reads, id: Id<"request">): Promise<HistoryLine[]> {
  return reads.rows<HistoryLine>(
    "requests_history",
    `select at, act, by_label as by, by_agent as "byAgent", said, appeal
     from request_history where request_id = $1 order by id`,
    [id],
  );
}
