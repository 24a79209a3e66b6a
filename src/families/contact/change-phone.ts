import { createHash, randomInt } from "node:crypto";

import type { GuardianVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import { mobileNumber, writeMessage, writeTexts } from "#messaging";
import type { Writes } from "#platform";

import { MOST_TRIES, proofState } from "../rules/contact-proof.ts";
import type { TooMany } from "./change-email.ts";
import { keepProof, lastProof, tryCode, type ContactProof } from "./proofs.ts";
import { texts } from "./texts.fr.ts";
import { writeOwnContact } from "./write-own-contact.ts";

/** Why no code was sent. */
export type CodeRefusal = TooMany | { readonly code: "not-mobile" };

/**
 * Sends a code of six digits to a mobile number. Nothing of the file changes until it is typed back. Refuses a number on
 * which no text message arrives. Sent twice, the form sends one code.
 * @param phone as the files keep it: « 0612345678 », « +32470123456 »
 */
export async function askPhone(
  { actor, authority, database, now }: GuardianVisit,
  { proofId, phone }: { proofId: Id<"contact-proof">; phone: string },
): Promise<Result<null, CodeRefusal>> {
  const to = mobileNumber(phone);
  if (to === undefined) return refuse({ code: "not-mobile" });
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  return database.write(async (writes) => {
    const asked = await keepProof(writes, {
      proofId,
      guardianId: actor.guardian.id,
      kind: "phone",
      value: phone,
      secretHash: codeHash(proofId, code),
      accountId: actor.accountId,
      byLabel: actor.name,
      now,
    });
    if (asked.code === "too-many") return refuse(asked);
    if (asked.code === "again") return ok(null);
    const text = texts.code(code, authority.name);
    const worthlessAfter = asked.expiresAt;
    await writeTexts(writes, authority, [
      { key: `families.phone-code:${proofId}`, to, text, at: now, worthlessAfter },
    ]);
    return ok(null);
  });
}

/** Why a code did nothing. */
export type TypedRefusal =
  /** No code waits: none was asked, it has expired, it was used, or typed wrong too often. */
  { readonly code: "none" } | { readonly code: "wrong"; readonly left: number };

/** Types the code that was sent last: the number stands in the file from now on; the old one is told. */
export function provePhone(visit: GuardianVisit, code: string): Promise<Result<null, TypedRefusal>> {
  const { actor, database, now } = visit;
  return database.write(async (writes) => {
    const last = await lastProof(writes, actor.guardian.id, "phone");
    if (last === undefined || proofState(last, now) !== "open") return refuse({ code: "none" });
    const tried = await tryCode(writes, last.proofId, codeHash(last.proofId, code), now);
    if (tried === undefined) return refuse({ code: "none" });
    if (tried.provedAt === null) return refuse({ code: "wrong", left: MOST_TRIES - tried.tries });
    const written = await writeOwnContact(writes, visit, tried);
    if (!written.ok) return refuse({ code: "none" });
    await tellPhoneChanged(writes, visit, tried, written.value.before);
    return ok(null);
  });
}

/** Tells the adult, by mail and at the old number: whoever did not ask for it learns of it. Neither says the new number. */
async function tellPhoneChanged(
  writes: Writes,
  { actor, authority, now }: GuardianVisit,
  { proofId, value }: ContactProof,
  before: string,
): Promise<void> {
  if (before === value) return;
  const old = mobileNumber(before);
  if (old !== undefined) {
    const text = texts.phoneReplaced(authority.name, authority.brand.contact.phone);
    await writeTexts(writes, authority, [
      { key: `families.phone-changed:${proofId}`, to: old, text, at: now },
    ]);
  }
  const known = await writes.row<{ email: string }>(
    "contact_own_email",
    `select email from guardian where id = $1 and email <> ''`,
    [actor.guardian.id],
  );
  if (known === undefined) return;
  await writeMessage(writes, authority, {
    key: `families.phone-changed:${proofId}:mail`,
    to: known.email,
    subject: texts.phoneChanged.subject,
    content: {
      greeting: texts.greeting(actor.name),
      blocks: [
        { kind: "paragraph", text: texts.phoneChanged.sentence },
        { kind: "paragraph", text: texts.notYou },
      ],
      signature: texts.signature(authority.name, authority.brand.contact.phone),
    },
    at: now,
  });
}

/** With the id, so that the same code twice is two secrets. */
const codeHash = (proofId: Id<"contact-proof">, code: string): Buffer =>
  createHash("sha256").update(`${proofId} ${code}`).digest();
