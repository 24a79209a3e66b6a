import type { SignedIn, SignedInVisit } from "#identity";
import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import { announce, databaseWithin, writeJournal, type Writes } from "#platform";

import { placeRequests } from "./desk/place-requests.ts";
import type { FollowedAct } from "./effects/effect.ts";
import { effectOf, type EffectCode } from "./effects/effects.ts";
import { lastSent, submissionsOf } from "./request-queries.ts";
import { ACTS, isInternal, stepsOf, type RequestAct } from "./rules/states.ts";

/** Whose requests may be moved: one's own, for households within reach; or those of these effects. */
export type MoverReach =
  | { readonly guardianId: Id<"guardian">; readonly householdIds: readonly Id<"household">[] }
  | { readonly effects: readonly EffectCode[] };

/** What is done to a request, and what changes with it. */
export interface Move {
  readonly act: RequestAct;
  readonly requestId: Id<"request">;
  readonly reach: MoverReach;
  /** Made with the form that says it: sent twice, it is done once. */
  readonly formKey?: Id<"form"> | undefined;
  readonly said?: string | undefined;
  readonly appeal?: string | undefined;
  readonly replyBy?: Temporal.PlainDate | undefined;
  readonly expectedOn?: Temporal.PlainDate | undefined;
  readonly silenceOn?: Temporal.PlainDate | undefined;
  readonly waitedDays?: number | undefined;
  /** Who deals with it from now on; null for nobody. By default it stays, and is whoever acts where it is nobody's. */
  readonly holder?: Holder | null | undefined;
  /** Only where this agent deals with it; null: only where nobody does. */
  readonly heldBy?: Id<"account"> | null | undefined;
  readonly urgent?: boolean | undefined;
}

/** The agent who deals with a request. */
export interface Holder {
  readonly accountId: Id<"account">;
  readonly name: string;
}

/** What a request that has moved is about. */
interface Moved {
  readonly householdId: Id<"household">;
  readonly guardianId: Id<"guardian">;
  readonly effect: string;
}

/** Its state allows it no longer, or it is nobody's whom one may act for. */
export interface NotNow {
  readonly code: "not-now";
}

type MovingVisit = Pick<SignedInVisit, "authority" | "database" | "now" | "address"> & { actor: SignedIn };

/**
 * Moves a request along the table of states: the statement that writes checks the state and the owner. Its history, the
 * journal and the announcement are of the same transaction. Refuses what the state, or the reach, does not allow.
 */
export async function moveRequest(
  writes: Writes,
  visit: MovingVisit,
  move: Move,
): Promise<Result<null, NotNow>> {
  const { actor, authority, now, address } = visit;
  const { act, requestId } = move;
  const moved = await moveState(writes, actor, now, move);
  if (moved === undefined) return (await saidBefore(writes, move)) ? ok(null) : refuse({ code: "not-now" });
  const entry = await writes.row<{ id: string }>(
    "requests_remember",
    `insert into request_history (request_id, at, act, account_id, by_label, by_agent, said, appeal, form_key)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (request_id, act, form_key) do nothing
     returning id::text as id`,
    [
      requestId,
      now.toString(),
      act,
      actor.accountId,
      actor.name,
      ACTS[act].by === "agent",
      move.said ?? "",
      move.appeal ?? "",
      move.formKey ?? null,
    ],
  );
  if (entry === undefined) return ok(null);
  if (act === "submit" || act === "complete") await placeRequests(writes, parisDate(now), [requestId]);
  await followMove(writes, visit, moved, move);
  await writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act: `requests.${act}`,
    objectKind: "request",
    objectId: requestId,
    householdId: moved.householdId,
    address,
  });
  await announce(writes, authority.id, { type: "requests.moved", facts: { entry: entry.id } });
  return ok(null);
}

function moveState(
  writes: Writes,
  actor: SignedIn,
  now: Temporal.Instant,
  { act, requestId, reach, ...changes }: Move,
): Promise<Moved | undefined> {
  const { by, awaits } = ACTS[act];
  const steps = stepsOf(act);
  const own = "guardianId" in reach ? reach : null;
  const agent = by === "agent" && !isInternal(act) ? actor : null;
  const holder = act === "take" ? actor : changes.holder;
  return writes.row<Moved>(
    "requests_move",
    `update request
     set state = step.target, moved_at = $4,
         awaits_reply = case $5 when 'agent' then true when 'as-before' then awaits_reply else false end,
         taken_by_id = case when $8 then $6 else coalesce(taken_by_id, $6) end,
         taken_by_label = case when $8 then $7 else coalesce(taken_by_label, $7) end,
         urgent = coalesce($17, urgent),
         reply_by = case when $5 = 'as-before' or state = step.target and $9::date is null then reply_by else $9 end,
         expected_on = coalesce($10, expected_on), silence_on = coalesce($11, silence_on),
         waited_days = coalesce($12, waited_days),
         answers = case when step.origin = 'draft' and step.target <> 'submitted' then '{}' else answers end
     from unnest($2::text[], $3::text[]) as step (origin, target)
     where request.id = $1 and request.state = step.origin
       and ($13::uuid is null or guardian_id = $13 and household_id = any ($14::uuid[]))
       and ($15::text[] is null or exists (
         select from request_kind k where k.id = request.kind_id and k.effect = any ($15)))
       and ($16::uuid[] is null or taken_by_id is not distinct from ($16::uuid[])[1])
     returning household_id as "householdId", guardian_id as "guardianId",
               (select effect from request_kind k where k.id = request.kind_id) as effect`,
    [
      requestId,
      steps.map(([from]) => from),
      steps.map(([, to]) => to),
      now.toString(),
      awaits,
      (holder === undefined ? agent : holder)?.accountId ?? null,
      (holder === undefined ? agent : holder)?.name ?? null,
      holder !== undefined,
      changes.replyBy?.toString() ?? null,
      changes.expectedOn?.toString() ?? null,
      changes.silenceOn?.toString() ?? null,
      changes.waitedDays ?? null,
      own?.guardianId ?? null,
      own?.householdIds ?? null,
      "effects" in reach ? reach.effects : null,
      changes.heldBy === undefined ? null : [changes.heldBy],
      changes.urgent ?? null,
    ],
  );
}

/** Lets the effect of the request follow what was done to it. */
async function followMove(
  writes: Writes,
  visit: MovingVisit,
  { effect, ...whose }: Moved,
  { act, requestId, said = "" }: Move,
): Promise<void> {
  const { followed } = effectOf(effect);
  if (followed === undefined || !isFollowed(act)) return;
  const sent = lastSent(await submissionsOf(writes, requestId));
  if (sent === undefined) throw new Error(`Request ${requestId} moves and was never sent`);
  const within = { ...visit, database: databaseWithin(writes, visit.database.schema) };
  await followed(within, { requestId, ...whose }, { act, said, sent });
}

const isFollowed = (act: RequestAct): act is FollowedAct =>
  act === "submit" || act === "complete" || act === "refuse" || act === "withdraw";

/** The same form had been sent before: what it says is done. */
async function saidBefore(writes: Writes, { act, formKey, requestId }: Move): Promise<boolean> {
  if (formKey === undefined) return false;
  const entry = await writes.row(
    "requests_said_before",
    `select from request_history where request_id = $1 and act = $2 and form_key = $3`,
    [requestId, act, formKey],
  );
  return entry !== undefined;
}
