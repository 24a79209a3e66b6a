import type { Announcement } from "#platform";

/** An agent wrote another e-mail address for an adult; either may be empty. */
export const emailChanged = (
  guardianId: string,
  { before, after, at }: { before: string; after: string; at: Temporal.Instant },
): Announcement => ({
  type: "families.emailChanged",
  facts: { guardian: guardianId, before, after, at: at.toString() },
});
