import type { Id } from "#kernel";

/** What to align and in whose name the history keeps what follows. */
export interface Alignment {
  authorityId: Id<"authority">;
  /** Null: every activity of the authority. */
  activityIds: readonly Id<"activity">[] | null;
  now: Temporal.Instant;
  by: { name: string; accountId: Id<"account"> | null };
}
