import { ok, refuse, type Id, type Result } from "#kernel";
import { writeJournal, type Writes } from "#platform";

import { issueChooseLink } from "./choose-link.ts";

/** A link asked for on the command line works for this many days. */
const RENEWED_LINK_DAYS = 2;

/**
 * Makes a new single-use link for an account that has lost its own or its password.
 * @returns its path and for how many days it works, or the refusal when no account has this address
 */
export async function renewChooseLink(
  writes: Writes,
  { email, byLabel, now }: { email: string; byLabel: string; now: Temporal.Instant },
): Promise<Result<{ path: string; days: number }, { code: "unknown-email" }>> {
  const account = await writes.row<{ id: Id<"account"> }>(
    "account_to_renew",
    `select id from account where lower(email) = $1 and disabled_at is null`,
    [email.trim().toLowerCase()],
  );
  if (account === undefined) return refuse({ code: "unknown-email" });
  await writeJournal(writes, {
    at: now,
    accountId: null,
    byLabel,
    act: "identity.link-issued",
    objectKind: "account",
    objectId: account.id,
  });
  const link = { accountId: account.id, validDays: RENEWED_LINK_DAYS, now };
  return ok({ path: await issueChooseLink(writes, link), days: RENEWED_LINK_DAYS });
}
