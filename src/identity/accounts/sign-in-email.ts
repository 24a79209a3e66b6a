import { z } from "zod";

/** Addresses are longer than this nowhere (RFC 5321). */
export const LONGEST_EMAIL = 254;

/** An address to sign in with, in lower case as accounts keep it; undefined for what is not an address. */
export function signInEmail(text: string): string | undefined {
  const parsed = z.email().max(LONGEST_EMAIL).safeParse(text.trim().toLowerCase());
  return parsed.success ? parsed.data : undefined;
}
