import { hash, verify } from "@node-rs/argon2";

import type { Result } from "#kernel";
import { Turns } from "#platform";

import { normalisePassword } from "../rules/password.ts";

/** argon2id (the library's default), 19 MiB, two passes: about 13 ms here. OWASP Password Storage. */
export const hashCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Two at a time, one per core of a small server; a hundred more wait, a second and a half at most. */
const turn = new Turns(2, 100);

/** The hash of a password nobody knows, so that an unknown address takes as long to refuse as a known one. */
export const nobodysHash =
  "$argon2id$v=19$m=19456,t=2,p=1$uGCKOMfw9OwD4dvW3YO8zg$iRNsK2eWFm78qSF0VR1gvcwPAFKXYWcOzkc3rKuXk1s";

/** Hashes a password off the event loop; refuses when too many people sign in at once. */
export function hashPassword(password: string): Promise<Result<string, { code: "busy" }>> {
  return turn.take(() => hash(normalisePassword(password), hashCost));
}

/**
 * Whether this is the password of that hash, which is null for an unknown address and for an account that
 * has chosen none: the answer is then no, after the same work.
 */
export function isPassword(
  password: string,
  known: string | null,
): Promise<Result<boolean, { code: "busy" }>> {
  return turn.take(async () => {
    const same = await verify(known ?? nobodysHash, normalisePassword(password));
    return same && known !== null;
  });
}
