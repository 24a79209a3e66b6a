import type { Id } from "#kernel";

import type { Line } from "./lines.ts";

/** A box of the planning as a page showed it. */
export interface ShownPlace {
  readonly participantId: Id<"participant">;
  readonly slotId: Id<"slot">;
  readonly booked: boolean;
}

/**
 * What a person changed: the boxes that came back other than they were shown. What somebody else changed meanwhile
 * (the other parent, an agent) is not this person's wish and asks nothing.
 *
 * Example: a page showed Monday booked and Tuesday free; meanwhile the other parent cancels Monday. Sent back with
 * both ticked it asks for Tuesday only.
 * @param ticked the positions, in `shown`, of the boxes that came back ticked
 */
export function planningChanges(shown: readonly ShownPlace[], ticked: ReadonlySet<number>): readonly Line[] {
  return shown.flatMap(({ participantId, slotId, booked }, position): Line[] => {
    const wanted = ticked.has(position);
    if (wanted === booked) return [];
    return [{ act: wanted ? "book" : "cancel", participantId, slotId }];
  });
}
