import { agentsAmong, type KnownAgent } from "#access";
import type { Handler, SignedIn } from "#identity";
import { parseId } from "#kernel";
import { hashedId } from "#platform";
import { z } from "zod";

import { acceptRequest, agentAct, type AcceptRefusal } from "../deciding/agent-act.ts";
import { decidedRequest } from "../deciding/decided-request.ts";
import type { RightsOf } from "../desk/assign.ts";
import type { DecidingVisit } from "../effects/effect.ts";
import { isOpen } from "../rules/states.ts";
import {
  batchById,
  batchLines,
  endBatch,
  noteOutcome,
  type Batch,
  type BatchOutcome,
  type ChosenRequest,
} from "./batch.ts";

const chosenEvent = z.object({ batch: z.string() });

interface Decided {
  readonly outcome: BatchOutcome;
  readonly sentence: string;
}

/**
 * On `requests.chosenTogether`: decides each request in a transaction of its own, and notes what became of it. Killed in
 * the middle it begins where it was: the key of a decision is made of the batch and the request, so that what was decided
 * and not yet noted is found again. One that fails keeps none of the others.
 */
export const decideBatch =
  (rightsOf: RightsOf): Handler =>
  async ({ authority, database, now }, facts) => {
    const batchId = parseId<"request-batch">(chosenEvent.parse(facts).batch);
    if (batchId === undefined) return;
    const { batch, lines, agent } = await database.read(async (reads) => {
      const found = await batchById(reads, batchId);
      const [known] = found === undefined ? [] : await agentsAmong(reads, [found.accountId], rightsOf);
      return { batch: found, lines: await batchLines(reads, batchId), agent: known };
    });
    if (batch === undefined || batch.doneAt !== null) return;
    const failures: unknown[] = [];
    for (const line of lines.filter(({ outcome }) => outcome === null)) {
      try {
        const decided =
          agent?.rights.get("requests.write") === "everywhere"
            ? await decideOne(
                { actor: actorOf(agent), authority, database, now, address: batch.address },
                batch,
                line,
              )
            : outcomeOf("not-allowed");
        await database.write((writes) => noteOutcome(writes, batch, line, decided));
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, `The batch ${batchId} goes on later`);
    await database.write((writes) => endBatch(writes, batch, now));
  };

const outcomeOf = (outcome: BatchOutcome, sentence = ""): Decided => ({ outcome, sentence });

const actorOf = ({ accountId, name, email, rights }: KnownAgent): SignedIn => ({
  kind: "signed-in",
  accountId,
  name,
  email,
  guardian: null,
  rights,
});

async function decideOne(
  visit: DecidingVisit,
  { batchId, act, said }: Batch,
  { requestId, seen }: ChosenRequest,
): Promise<Decided> {
  const formKey = hashedId<"form">("request-batch", batchId, requestId);
  if (act === "accept")
    return refusalOf(await acceptRequest(visit, requestId, { formKey, seen, overConflicts: false, said }));
  const known = await visit.database.read((reads) => decidedRequest(reads, visit, requestId));
  if (known === undefined) return outcomeOf("not-allowed");
  // A complement has come, or the file has changed: whoever refuses reads it first.
  if (isOpen(known.request.state) && known.seen !== seen) return outcomeOf("changed-since");
  const { appeal } = known.submission;
  return refusalOf(await agentAct(visit, requestId, { act: "refuse", formKey, said, appeal }));
}

function refusalOf(result: { ok: true } | { ok: false; refusal: AcceptRefusal }): Decided {
  if (result.ok) return outcomeOf("done");
  const { refusal } = result;
  return outcomeOf(refusal.code, refusal.code === "impossible" ? refusal.sentence : "");
}
