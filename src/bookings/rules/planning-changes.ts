import type { Act } from "./lines.ts";

/** The acts that a ticked box gives up: it was shown ticked. */
const SHOWN_TICKED: ReadonlySet<Act> = new Set(["cancel", "leave"]);

/** Whether the box of a place is shown ticked: the participant has it, or waits for it. */
export function shownTicked({ act }: { act: Act }): boolean {
  return SHOWN_TICKED.has(act);
}

/**
 * What a person changed: the boxes that came back other than they were shown. What somebody else changed meanwhile
 * (the other parent, an agent) is not this person's wish and asks nothing.
 *
 * Example: a page showed Monday booked and Tuesday free; meanwhile the other parent cancels Monday. Sent back with
 * both ticked it asks for Tuesday only.
 * @param shown the boxes, each with what changing it asks
 * @param ticked the positions, in `shown`, of the boxes that came back ticked
 */
export function planningChanges<Box extends { act: Act }>(
  shown: readonly Box[],
  ticked: ReadonlySet<number>,
): readonly Box[] {
  return shown.filter((box, position) => ticked.has(position) !== shownTicked(box));
}
