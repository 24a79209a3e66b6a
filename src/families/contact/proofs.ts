import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import { MOST_ASKED_A_DAY, PROOFS, type ProofKind, type SentProof } from "../rules/contact-proof.ts";

/** A link or a code that an adult asked for. */
export interface ContactProof extends SentProof {
  readonly proofId: Id<"contact-proof">;
  readonly guardianId: Id<"guardian">;
  readonly kind: ProofKind;
  readonly value: string;
  readonly accountId: Id<"account">;
  readonly byLabel: string;
}

const COLUMNS = `id as "proofId", guardian_id as "guardianId", kind, value, account_id as "accountId",
  by_label as "byLabel", asked_at as "askedAt", expires_at as "expiresAt", tries, proved_at as "provedAt"`;

/** What is asked to be proved, and by whom. */
export interface AskedProof {
  /** The key of the form: sent twice, one link or one code. */
  readonly proofId: Id<"contact-proof">;
  readonly guardianId: Id<"guardian">;
  readonly kind: ProofKind;
  readonly value: string;
  readonly secretHash: Buffer;
  readonly accountId: Id<"account">;
  readonly byLabel: string;
  readonly now: Temporal.Instant;
}

/** What came of asking: the link or code is to be sent, was sent by the same form before, or must wait. */
export type Asking =
  | { readonly code: "asked"; readonly expiresAt: Temporal.Instant }
  | { readonly code: "again" }
  | { readonly code: "too-many"; readonly until: Temporal.Instant };

/** Keeps what was asked and ends what was asked before; one adult after the other, so that the day's limit holds. */
export async function keepProof(writes: Writes, asked: AskedProof): Promise<Asking> {
  const { proofId, guardianId, kind, now } = asked;
  await writes.row("contact_lock_guardian", `select from guardian where id = $1 for update`, [guardianId]);
  const again = await writes.row("contact_proof_again", `select from contact_proof where id = $1`, [proofId]);
  if (again !== undefined) return { code: "again" };
  const recent = await writes.row<{ count: number; first: Temporal.Instant | null }>(
    "contact_proofs_of_a_day",
    `select count(*)::integer as count, min(asked_at) as first from contact_proof
     where guardian_id = $1 and kind = $2 and asked_at > $3`,
    [guardianId, kind, now.subtract({ hours: 24 }).toString()],
  );
  if (recent !== undefined && recent.count >= MOST_ASKED_A_DAY)
    return { code: "too-many", until: (recent.first ?? now).add({ hours: 24 }) };
  await writes.run(
    "contact_end_proofs",
    `update contact_proof set expires_at = greatest(asked_at, $3)
     where guardian_id = $1 and kind = $2 and proved_at is null and expires_at > $3`,
    [guardianId, kind, now.toString()],
  );
  const expiresAt = now.add({ minutes: PROOFS[kind].minutes });
  await writes.run(
    "contact_keep_proof",
    `insert into contact_proof (id, guardian_id, kind, value, secret_hash, account_id, by_label, asked_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      proofId,
      guardianId,
      kind,
      asked.value,
      asked.secretHash,
      asked.accountId,
      asked.byLabel,
      now.toString(),
      expiresAt.toString(),
    ],
  );
  return { code: "asked", expiresAt };
}

/** The last link or code of this kind that an adult asked for. */
export function lastProof(
  reads: Reads,
  guardianId: Id<"guardian">,
  kind: ProofKind,
): Promise<ContactProof | undefined> {
  return reads.row<ContactProof>(
    "contact_last_proof",
    `select ${COLUMNS} from contact_proof where guardian_id = $1 and kind = $2
     order by asked_at desc, id limit 1`,
    [guardianId, kind],
  );
}

/** The link that ends with this token; undefined where there is none. */
export function proofOfToken(reads: Reads, tokenHash: Buffer): Promise<ContactProof | undefined> {
  return reads.row<ContactProof>(
    "contact_proof_of_token",
    `select ${COLUMNS} from contact_proof where secret_hash = $1 and kind = 'email'`,
    [tokenHash],
  );
}

/** Uses the link up; undefined when it was no longer open: of two at once, one gets it. */
export function useLink(
  writes: Writes,
  tokenHash: Buffer,
  now: Temporal.Instant,
): Promise<ContactProof | undefined> {
  return writes.row<ContactProof>(
    "contact_use_link",
    `update contact_proof set proved_at = $2
     where secret_hash = $1 and kind = 'email' and proved_at is null and expires_at > $2
     returning ${COLUMNS}`,
    [tokenHash, now.toString()],
  );
}

/**
 * Tries a code, in the statement that counts the try: a thousand at once are five. The proof as it is afterwards;
 * undefined when it was no longer open.
 */
export function tryCode(
  writes: Writes,
  proofId: Id<"contact-proof">,
  codeHash: Buffer,
  now: Temporal.Instant,
): Promise<ContactProof | undefined> {
  return writes.row<ContactProof>(
    "contact_try_code",
    `update contact_proof
     set proved_at = case when secret_hash = $2 then $3::timestamptz end,
         tries = case when secret_hash = $2 then tries else tries + 1 end
     where id = $1 and kind = 'phone' and proved_at is null and expires_at > $3::timestamptz and tries < 5
     returning ${COLUMNS}`,
    [proofId, codeHash, now.toString()],
  );
}
