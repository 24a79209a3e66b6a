import { newToken, originOf, readToken, tokenHash, type GuardianVisit, type Visit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import { writeMessage } from "#messaging";

import { momentWords } from "../emails/moment-words.ts";
import { proofState } from "../rules/contact-proof.ts";
import { keepProof, proofOfToken, useLink, type ContactProof } from "./proofs.ts";
import { texts } from "./texts.fr.ts";
import { writeOwnContact } from "./write-own-contact.ts";

/** Asked too often: from when on it may be asked again. */
export interface TooMany {
  readonly code: "too-many";
  readonly until: Temporal.Instant;
}

/**
 * Sends a link to a new address of an adult, or to the known one that nobody has proved. Nothing of the file changes
 * until the link is used. Sent twice, the form sends one link.
 */
export function askEmail(
  { actor, authority, database, now }: GuardianVisit,
  publicUrl: URL,
  { proofId, email }: { proofId: Id<"contact-proof">; email: string },
): Promise<Result<null, TooMany>> {
  return database.write(async (writes) => {
    const token = newToken();
    const asked = await keepProof(writes, {
      proofId,
      guardianId: actor.guardian.id,
      kind: "email",
      value: email,
      secretHash: tokenHash(token),
      accountId: actor.accountId,
      byLabel: actor.name,
      now,
    });
    if (asked.code === "too-many") return refuse(asked);
    if (asked.code === "again") return ok(null);
    const words = texts.emailLink;
    await writeMessage(writes, authority, {
      key: `families.email-proof:${proofId}`,
      to: email,
      subject: words.subject,
      content: {
        greeting: texts.greeting(actor.name),
        blocks: [
          { kind: "paragraph", text: words.asked(momentWords(now)) },
          {
            kind: "link",
            label: words.confirm,
            href: `${originOf(authority.host, publicUrl)}/coordonnees/confirmer/${token}`,
          },
          { kind: "paragraph", text: words.until(momentWords(asked.expiresAt)) },
          { kind: "paragraph", text: words.notYou },
        ],
        signature: texts.signature(authority.name, authority.brand.contact.phone),
      },
      at: now,
    });
    return ok(null);
  });
}

/** Why a link does nothing. */
export type LinkRefusal =
  | { readonly code: "unknown" }
  | { readonly code: "used" }
  | { readonly code: "expired"; readonly askedAt: Temporal.Instant };

/** What a link leads to; it is not used up by being looked at, as mail servers do. */
export async function readEmailLink(
  { database, now }: Pick<Visit, "database" | "now">,
  text: string,
): Promise<Result<ContactProof, LinkRefusal>> {
  const token = readToken(text);
  if (token === null) return refuse({ code: "unknown" });
  const proof = await database.read((reads) => proofOfToken(reads, tokenHash(token)));
  if (proof === undefined) return refuse({ code: "unknown" });
  const state = proofState(proof, now);
  if (state === "open") return ok(proof);
  return state === "used" ? refuse({ code: "used" }) : refuse({ code: "expired", askedAt: proof.askedAt });
}

/** Uses the link: the address stands in the file from now on, and the old one is told. */
export async function proveEmail(
  visit: Pick<Visit, "authority" | "database" | "now" | "address">,
  text: string,
): Promise<Result<null, LinkRefusal>> {
  const open = await readEmailLink(visit, text);
  if (!open.ok) return open;
  const token = readToken(text) ?? "";
  const proved = await visit.database.write(async (writes) => {
    const proof = await useLink(writes, tokenHash(token), visit.now);
    if (proof === undefined) return undefined;
    return writeOwnContact(writes, visit, proof);
  });
  if (proved === undefined) return refuse({ code: "used" });
  return proved.ok ? ok(null) : proved;
}
