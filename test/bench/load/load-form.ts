import type { Id } from "#kernel";

/** A form to be sent by one family, before it has a key. */
export interface LoadForm {
  /** The number of the household in its town. */
  household: number;
  accountId: Id<"account">;
  householdId: Id<"household">;
  lines: readonly {
    act: "book";
    participantId: Id<"participant">;
    slotId: Id<"slot">;
    hours?: { from: number; to: number };
  }[];
}

/** Sends a form; refuses, by throwing, an answer that is no receipt. */
export type Sender = (form: LoadForm) => Promise<void>;
