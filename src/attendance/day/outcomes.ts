import { parseId, type Id } from "#kernel";
import { z } from "zod";

/** What became of a line of a form that changed something, or could not. */
const outcomes = z.enum([
  "noted",
  "taken_back",
  /** A colleague noted something since the page was made: that holds. */
  "changed",
  "closed",
  "future",
  /** Said absent, and has no place. */
  "not_expected",
  "repeated",
  "unknown",
]);

/** The outcome of a line. */
export type NotedOutcome = z.output<typeof outcomes>;

/** A line of a form with its outcome; those that changed nothing are not kept. */
export interface NotedLine {
  participantId: Id<"participant">;
  slotId: Id<"slot">;
  outcome: NotedOutcome;
}

/** Whether what was wanted of the line holds now. */
export function isWritten({ outcome }: NotedLine): boolean {
  return outcome === "noted" || outcome === "taken_back" || outcome === "repeated";
}

const storedLines = z.array(z.object({ participant: z.string(), slot: z.string(), outcome: outcomes }));

/** Reads the lines of a form as the database keeps them. */
export function parseNotedLines(stored: unknown): readonly NotedLine[] {
  return storedLines.parse(stored).map(({ participant, slot, outcome }) => {
    const participantId = parseId<"participant">(participant);
    const slotId = parseId<"slot">(slot);
    if (participantId === undefined || slotId === undefined) throw new Error("A stored line names no id");
    return { participantId, slotId, outcome };
  });
}
