import type { SignedIn } from "#identity";
import type { Id } from "#kernel";
import type { SchemaDatabase, Writes } from "#platform";

import type { SameAnswer } from "../rules/same-person.ts";

/** Somebody whom no school register names: a child who is too young or too old for it, an adult who attends. */
export type NewParticipant = { firstName: string; lastName: string } & (
  | { kind: "child"; birthDate: Temporal.PlainDate }
  | { kind: "adult"; birthDate: Temporal.PlainDate | null }
);

/** An adult who answers for the children of a household. */
export interface NewGuardian {
  civility: "" | "M." | "Mme";
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
}

/** What a form that brings somebody into a file says besides: its key, and whether it is somebody known. */
export interface BroughtBy {
  /** Sending the form twice counts once. */
  formKey: Id<"form">;
  answer: SameAnswer;
}

/** Who brings somebody in, where and when; the caller has authorised it. */
export interface Bringing {
  actor: SignedIn;
  database: SchemaDatabase;
  now: Temporal.Instant;
  address: string;
}

/** Locks the household; false when there is none. */
export async function lockHousehold(writes: Writes, householdId: Id<"household">): Promise<boolean> {
  const home = await writes.row(
    "families_lock_household",
    `select id from household where id = $1 for update`,
    [householdId],
  );
  return home !== undefined;
}

/** One at a time: two agents who bring the same person in at once would each find nobody alike. */
export async function oneAtATime(writes: Writes): Promise<void> {
  await writes.row(
    "families_one_at_a_time",
    `select pg_advisory_xact_lock(hashtext('preau.families.people'))`,
  );
}
