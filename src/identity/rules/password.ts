import { ok, refuse, type Result } from "#kernel";

/** A password has at least this many characters, whichever they are. */
export const SHORTEST_PASSWORD = 12;

/** Beyond this many characters nothing is gained. */
export const LONGEST_PASSWORD = 128;

/** Why a password cannot be chosen. */
export type PasswordRefusal =
  | { code: "too-short"; shortest: number }
  | { code: "too-long"; longest: number }
  | { code: "common" }
  | { code: "contains-email" };

/**
 * Whether a password may be chosen. Length only, no composition: 26^12 is 56 bits, more than the 50 that
 * CNIL 2022-100 asks where attempts are throttled; ASVS 5.0, 6.2.5 forbids rules of composition.
 * @param email the sign-in address, which must not be in it, nor its part before the @ from 4 characters on
 * @param common passwords that everybody tries first, as `foldPassword` writes them
 */
export function checkPassword(
  password: string,
  { email, common }: { email: string; common: ReadonlySet<string> },
): Result<string, PasswordRefusal> {
  const chosen = normalisePassword(password);
  const length = Array.from(chosen).length;
  if (length < SHORTEST_PASSWORD) return refuse({ code: "too-short", shortest: SHORTEST_PASSWORD });
  if (length > LONGEST_PASSWORD) return refuse({ code: "too-long", longest: LONGEST_PASSWORD });
  const folded = foldPassword(chosen);
  if (common.has(folded)) return refuse({ code: "common" });
  const [local = ""] = foldPassword(email).split("@");
  if (local.length >= 4 && folded.includes(local)) return refuse({ code: "contains-email" });
  return ok(chosen);
}

/** One spelling for « é » typed as one character or as two: keyboards differ, the person's password does not. */
export function normalisePassword(password: string): string {
  return password.normalize("NFC");
}

/** A password as it is compared with the common ones: « Azerty Uiop 12 » is as common as « azertyuiop12 ». */
export function foldPassword(password: string): string {
  return password
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s._-]/g, "");
}
