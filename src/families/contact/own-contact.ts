import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { lastProof, type ContactProof } from "./proofs.ts";
import { proofState } from "../rules/contact-proof.ts";

/** How an adult is reached, what is proved of it, and what waits to be proved. */
export interface OwnContact {
  readonly email: string;
  readonly emailProvedAt: Temporal.Instant | null;
  readonly phoneMobile: string;
  readonly phoneProvedAt: Temporal.Instant | null;
  readonly waiting: { readonly email: ContactProof | undefined; readonly phone: ContactProof | undefined };
}

/** An adult's own e-mail address and mobile number; undefined for whoever is in no household any more. */
export async function ownContact(
  reads: Reads,
  guardianId: Id<"guardian">,
  now: Temporal.Instant,
): Promise<OwnContact | undefined> {
  const row = await reads.row<Omit<OwnContact, "waiting">>(
    "families_own_contact",
    `select g.email, g.phone_mobile as "phoneMobile", p.email_proved_at as "emailProvedAt",
            p.phone_proved_at as "phoneProvedAt"
     from guardian g join families_proved_contact p on p.guardian_id = g.id
     where g.id = $1 and exists (select from household_guardian hg where hg.guardian_id = g.id and hg.left_on is null)`,
    [guardianId],
  );
  if (row === undefined) return undefined;
  const open = async (kind: "email" | "phone") => {
    const last = await lastProof(reads, guardianId, kind);
    return last !== undefined && proofState(last, now) === "open" ? last : undefined;
  };
  return { ...row, waiting: { email: await open("email"), phone: await open("phone") } };
}
