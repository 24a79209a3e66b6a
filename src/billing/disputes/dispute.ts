import type { Id } from "#kernel";

/** What became of a dispute: accepted, the fact is put right and the next billing gives the difference back. */
export type DisputeOutcome = "accepted" | "refused";

/** A dispute, as the family reads it on the line. */
export interface DisputeState {
  readonly id: Id<"dispute">;
  /** Whether the law's receipt was given: there was a rule on that day. */
  readonly acknowledged: boolean;
  readonly reason: string;
  /** Null while nobody has answered. */
  readonly outcome: DisputeOutcome | null;
  readonly answer: string | null;
}
