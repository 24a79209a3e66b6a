import type { Announcement } from "#platform";

/** Who wrote it: an agent, or the adult. */
export type ChangedBy = "agent" | "self";

/** Another e-mail address stands in the file of an adult; either may be empty. */
export const emailChanged = (
  guardianId: string,
  { before, after, at, by }: { before: string; after: string; at: Temporal.Instant; by: ChangedBy },
): Announcement => ({
  type: "families.emailChanged",
  facts: { guardian: guardianId, before, after, at: at.toString(), by },
});

/** What of how an adult is reached changed; « home »: where the household lives. */
export const CONTACT_KINDS = ["email", "phone", "otherPhone", "home"] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** An adult changed how he or she is reached; what it says now is not told. */
export const ownContactChanged = (
  guardianId: string,
  { kind, at }: { kind: ContactKind; at: Temporal.Instant },
): Announcement => ({
  type: "families.ownContactChanged",
  facts: { guardian: guardianId, kind, at: at.toString() },
});
