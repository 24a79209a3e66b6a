import { createHash, randomBytes } from "node:crypto";

/** 32 random bytes in base64url: the cookie of a session, of a device, the end of a single-use link. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a token: whoever reads the table cannot use it. */
export function tokenHash(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** A token as it comes from a cookie or an address; null for what was never one of ours. */
export function readToken(text: string | undefined): string | null {
  return text !== undefined && /^[\w-]{43}$/.test(text) ? text : null;
}
