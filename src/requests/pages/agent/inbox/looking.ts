import type { SignedIn } from "#identity";

import { effectsOf } from "../../../effects/effects.ts";
import type { RequestKind } from "../../../kinds/kind-queries.ts";

/** The kinds whose requests this agent may decide about: the others do not exist for him or her. */
export function decidedKinds(
  kinds: readonly RequestKind[],
  actor: Pick<SignedIn, "rights">,
): readonly RequestKind[] {
  const effects = new Set<string>(effectsOf(actor));
  return kinds.filter(({ effect }) => effects.has(effect));
}
