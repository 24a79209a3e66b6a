import type { Id } from "#kernel";

/** A form to be sent by one family, before it has a key. */
export interface LoadForm {
  accountId: Id<"account">;
  householdId: Id<"household">;
  lines: readonly { act: "book"; participantId: Id<"participant">; slotId: Id<"slot"> }[];
}

/** Sends a form and returns how many of its lines were booked. */
export type Sender = (form: LoadForm) => Promise<number>;
