import { agentsAmong, type KnownAgent } from "#access";
import type { SignedInVisit } from "#identity";
import { refuse, type Id, type Result } from "#kernel";
import type { Reads } from "#platform";

import { effectsOf } from "../effects/effects.ts";
import { moveRequest, type NotNow } from "../move-request.ts";
import { requestById } from "../request-queries.ts";
import { isOpen } from "../rules/states.ts";
import { texts } from "./texts.fr.ts";

/** The rights of a role, as `app/` lists them. */
export type RightsOf = (role: string) => readonly string[];

/** Another agent was quicker. */
export interface TakenMeanwhile {
  readonly code: "taken";
  /** Who deals with it now; null where it was given back. */
  readonly by: string | null;
}

/** Every agent who deals with requests, by name. */
export async function deskAgents(reads: Reads, rightsOf: RightsOf): Promise<readonly KnownAgent[]> {
  const agents = await agentsAmong(reads, null, rightsOf);
  return agents
    .filter(({ rights }) => rights.get("requests.write") === "everywhere")
    .toSorted((a, b) => a.name.localeCompare(b.name, "fr"));
}

/** Those of them who may decide about requests of this effect. */
export async function agentsFor(
  reads: Reads,
  effect: string,
  rightsOf: RightsOf,
): Promise<readonly KnownAgent[]> {
  const agents = await deskAgents(reads, rightsOf);
  return agents.filter((agent) => effectsOf(agent).some((code) => code === effect));
}

/** How a request is dealt out, from a page that showed who dealt with it. */
export interface Dealing {
  readonly formKey: Id<"form">;
  readonly shownHolder: Id<"account"> | null;
}

/**
 * « Je m’en occupe »: takes a request that is nobody's, or takes it over from whom the page named. Of two agents at one
 * moment one wins, and the other is told by whom.
 */
export function takeRequest(
  visit: SignedInVisit,
  requestId: Id<"request">,
  { formKey, shownHolder }: Dealing,
): Promise<Result<null, NotNow | TakenMeanwhile>> {
  return deal(visit, requestId, shownHolder, { act: "take", formKey });
}

/** Gives back what one deals with: it is nobody's again. Refuses what somebody else deals with. */
export function releaseRequest(
  visit: SignedInVisit,
  requestId: Id<"request">,
  formKey: Id<"form">,
): Promise<Result<null, NotNow | TakenMeanwhile>> {
  return deal(visit, requestId, visit.actor.accountId, { act: "release", formKey, holder: null });
}

/**
 * Gives a request to an agent who has the right of its effect, with a word for him or her. Refuses anybody else, and a
 * page that is older than who deals with it.
 */
export async function giveRequest(
  visit: SignedInVisit,
  requestId: Id<"request">,
  { to, said, formKey, shownHolder }: Dealing & { readonly to: Id<"account">; readonly said: string },
  rightsOf: RightsOf,
): Promise<Result<null, NotNow | TakenMeanwhile | { readonly code: "no-right" }>> {
  const holder = await visit.database.read(async (reads) => {
    const request = await requestById(reads, requestId);
    if (request === undefined) return undefined;
    return (await agentsFor(reads, request.effect, rightsOf)).find(({ accountId }) => accountId === to);
  });
  if (holder === undefined) return refuse({ code: "no-right" });
  const words = [texts.givenTo(holder.name), said].filter((text) => text !== "").join("\n");
  return deal(visit, requestId, shownHolder, { act: "give", formKey, holder, said: words });
}

/** Moves it where it is still as it was shown; otherwise tells who has it. */
async function deal(
  visit: SignedInVisit,
  requestId: Id<"request">,
  heldBy: Id<"account"> | null,
  move: Pick<Parameters<typeof moveRequest>[2], "act" | "formKey" | "holder" | "said">,
): Promise<Result<null, NotNow | TakenMeanwhile>> {
  const effects = effectsOf(visit.actor);
  return visit.database.write(async (writes) => {
    const moved = await moveRequest(writes, visit, { ...move, requestId, heldBy, reach: { effects } });
    if (moved.ok) return moved;
    const now = await requestById(writes, requestId);
    const mine = now !== undefined && effects.some((code) => code === now.effect);
    return mine && isOpen(now.state) ? refuse({ code: "taken", by: now.takenBy }) : moved;
  });
}
