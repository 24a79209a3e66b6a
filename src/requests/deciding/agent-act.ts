import { ok, refuse, type Id, type Result } from "#kernel";
import { databaseWithin, type Writes } from "#platform";

import type { DecidingVisit, EffectRefusal } from "../effects/effect.ts";
import { effectOf, effectsOf } from "../effects/effects.ts";
import { moveRequest, type NotNow } from "../move-request.ts";
import { afterChanges } from "../rules/changes.ts";
import { decidedRequest } from "./decided-request.ts";

/** What an agent does with a request besides accepting it. */
export interface AgentAct {
  readonly act: "take" | "ask" | "answer" | "note" | "refuse" | "raise" | "lower";
  readonly formKey: Id<"form">;
  readonly said?: string;
  /** How a refusal is contested. */
  readonly appeal?: string;
  /** Until when the family is asked for more. */
  readonly replyBy?: Temporal.PlainDate;
  /** Before the others, or among them again. */
  readonly urgent?: boolean;
}

/** An agent takes a request, asks for more, writes, notes, or refuses with a reason. The statement checks the state. */
export function agentAct(
  visit: DecidingVisit,
  requestId: Id<"request">,
  done: AgentAct,
): Promise<Result<null, NotNow>> {
  const reach = { effects: effectsOf(visit.actor) };
  return visit.database.write((writes) => moveRequest(writes, visit, { requestId, reach, ...done }));
}

/** Why a request was not accepted; nothing was written. */
export type AcceptRefusal =
  | NotNow
  | EffectRefusal
  /** Somebody changed the same lines of the file since: the agent says that they are to be written all the same. */
  | { readonly code: "conflict" }
  | { readonly code: "no-answer" };

/** What an agent accepts, as the page showed it. */
export interface Acceptance {
  readonly formKey: Id<"form">;
  readonly seen: string;
  readonly overConflicts: boolean;
  readonly said: string;
}

/**
 * Accepts a request and does what it asks, in one transaction: the new address is written by the use case that writes
 * it on its own page. Sent twice, it is done once. Refuses a page that shows an older file, and changes that somebody
 * made meanwhile unless the agent says so.
 */
export async function acceptRequest(
  visit: DecidingVisit,
  requestId: Id<"request">,
  acceptance: Acceptance,
): Promise<Result<null, AcceptRefusal>> {
  try {
    return await visit.database.write(async (writes) => {
      const refusal = await accept(writes, visit, requestId, acceptance);
      // An effect may have begun to write: nothing of it stays.
      if (refusal !== undefined) throw new NotAccepted(refusal);
      return ok(null);
    });
  } catch (error) {
    if (error instanceof NotAccepted) return refuse(error.refusal);
    throw error;
  }
}

class NotAccepted extends Error {
  readonly refusal: AcceptRefusal;
  constructor(refusal: AcceptRefusal) {
    super(`A request was not accepted: ${refusal.code}`);
    this.refusal = refusal;
  }
}

async function accept(
  writes: Writes,
  visit: DecidingVisit,
  requestId: Id<"request">,
  { formKey, seen, overConflicts, said }: Acceptance,
): Promise<AcceptRefusal | undefined> {
  // Of two agents who accept at one moment, the second waits, and finds it accepted.
  await writes.row("requests_lock_decided", "select from request where id = $1 for update", [requestId]);
  const found = await decidedRequest(writes, visit, requestId);
  if (found === undefined) return { code: "not-now" };
  const reach = { effects: effectsOf(visit.actor) };
  const moved = await moveRequest(writes, visit, { act: "accept", requestId, reach, formKey, said });
  if (!moved.ok) return moved.refusal;
  if (found.request.state === "accepted") return undefined;
  if (found.seen !== seen) return { code: "changed-since" };
  if (found.changes.some(({ conflict }) => conflict) && !overConflicts) return { code: "conflict" };
  const effect = effectOf(found.request.effect);
  if (effect.answered && said === "") return { code: "no-answer" };
  const { now, changes, sent, request, obstacles } = found;
  if (obstacles.length > 0) return { code: "impossible", sentence: obstacles.join(" ") };
  const applied = await effect.apply(
    { ...visit, database: databaseWithin(writes, visit.database.schema) },
    request,
    { wanted: sent.answers, after: afterChanges(now, changes), sent },
  );
  return applied.ok ? undefined : applied.refusal;
}
