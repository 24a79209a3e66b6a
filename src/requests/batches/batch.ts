import type { SignedInVisit } from "#identity";
import type { Id } from "#kernel";
import { announce, type Reads, type Writes } from "#platform";

import type { AcceptRefusal } from "../deciding/agent-act.ts";

/** What is done with several requests at once. */
export type BatchAct = "accept" | "refuse";

/** What became of one of them: decided, or left as it was and why. */
export type BatchOutcome = "done" | AcceptRefusal["code"] | "not-allowed";

/** Several requests that are decided for one reason, each by itself. */
export interface Batch {
  readonly batchId: Id<"request-batch">;
  readonly act: BatchAct;
  readonly said: string;
  readonly accountId: Id<"account">;
  readonly address: string;
  /** Null while it is under way. */
  readonly doneAt: Temporal.Instant | null;
}

/** A request of a batch, and what the agent was shown of it. */
export interface ChosenRequest {
  readonly requestId: Id<"request">;
  readonly seen: Id<"seen">;
}

/**
 * Keeps what an agent has chosen and read, to be decided one by one in the background. Sent twice, it is one batch.
 * @param visit the agent, whose rights are looked at again for each decision
 */
export function startBatch(
  { actor, authority, database, now, address }: SignedInVisit,
  { batchId, act, said }: Pick<Batch, "batchId" | "act" | "said">,
  chosen: readonly ChosenRequest[],
): Promise<void> {
  return database.write(async (writes) => {
    const begun = await writes.run(
      "requests_batch_start",
      `insert into request_batch (id, act, said, account_id, by_label, address, at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing`,
      [batchId, act, said, actor.accountId, actor.name, address, now.toString()],
    );
    if (begun === 0) return;
    await writes.run(
      "requests_batch_lines_start",
      `insert into request_batch_line (batch_id, request_id, position, seen)
       select $1, chosen.id, chosen.position, chosen.seen
       from unnest($2::uuid[], $3::uuid[]) with ordinality as chosen (id, seen, position)
       join request on request.id = chosen.id
       on conflict do nothing`,
      [batchId, chosen.map(({ requestId }) => requestId), chosen.map(({ seen }) => seen)],
    );
    await announce(writes, authority.id, { type: "requests.chosenTogether", facts: { batch: batchId } });
  });
}

/** A batch; undefined where there is none. */
export function batchById(reads: Reads, batchId: string): Promise<Batch | undefined> {
  return reads.row<Batch>(
    "requests_batch",
    `select id as "batchId", act, said, account_id as "accountId", address, done_at as "doneAt"
     from request_batch where id = $1`,
    [batchId],
  );
}

/** A request of a batch, with what became of it. */
export interface BatchLine extends ChosenRequest {
  readonly number: number;
  readonly kindLabel: string;
  readonly by: string;
  /** Null while its turn has not come. */
  readonly outcome: BatchOutcome | null;
  readonly sentence: string;
}

/** The requests of a batch, in the order in which they were chosen. */
export function batchLines(reads: Reads, batchId: Id<"request-batch">): Promise<BatchLine[]> {
  return reads.rows<BatchLine>(
    "requests_batch_lines",
    `select line.request_id as "requestId", line.seen, r.number::integer as number, k.label as "kindLabel",
            r.by_label as by, line.outcome, line.sentence
     from request_batch_line line
     join request r on r.id = line.request_id
     join request_kind k on k.id = r.kind_id
     where line.batch_id = $1
     order by line.position`,
    [batchId],
  );
}

/** Notes what became of one of them. */
export async function noteOutcome(
  writes: Writes,
  { batchId }: Batch,
  { requestId }: ChosenRequest,
  { outcome, sentence }: { readonly outcome: BatchOutcome; readonly sentence: string },
): Promise<void> {
  await writes.run(
    "requests_batch_outcome",
    `update request_batch_line set outcome = $3, sentence = $4
     where batch_id = $1 and request_id = $2 and outcome is null`,
    [batchId, requestId, outcome, sentence],
  );
}

/** Notes that each of them has its answer. */
export async function endBatch(writes: Writes, { batchId }: Batch, now: Temporal.Instant): Promise<void> {
  await writes.run(
    "requests_batch_end",
    `update request_batch set done_at = $2 where id = $1 and done_at is null`,
    [batchId, now.toString()],
  );
}
