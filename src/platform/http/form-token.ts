import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * The token that every form carries and every POST must return: proof that the page came from us, for this
 * visitor. It is a salted hash of the visitor's own secret (signed-in session, else the form cookie), which
 * another site can neither read nor set (`__Host-`). A new salt in each page keeps compression from
 * revealing it (BREACH). OWASP ASVS 5.0, 3.5.1.
 */
export function formToken(secret: string): string {
  const salt = randomBytes(9).toString("base64url");
  return `${salt}.${digest(salt, secret).toString("base64url")}`;
}

/** Whether `token` was made from this visitor's secret. */
export function isFormToken(token: string, secret: string): boolean {
  const [salt, hash] = token.split(".");
  if (salt === undefined || hash === undefined) return false;
  const given = Buffer.from(hash, "base64url");
  const expected = digest(salt, secret);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function digest(salt: string, secret: string): Buffer {
  return createHash("sha256").update(`${salt}.${secret}`).digest().subarray(0, 18);
}
