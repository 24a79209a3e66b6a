import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import { newToken, readToken, tokenHash } from "../secrets/token.ts";

/** What a link to choose a password is worth when it is opened. */
export type ChooseLink =
  | { state: "open"; accountId: Id<"account">; email: string }
  | { state: "used" }
  | { state: "expired"; at: Temporal.Instant }
  | { state: "unknown" };

/**
 * Makes a link with which the account's password can be chosen once; those made before stop working.
 * @param validDays after how many times 24 hours it expires
 * @returns its path, which is a secret: only its hash is kept
 */
export async function issueChooseLink(
  writes: Writes,
  link: { accountId: Id<"account">; validDays: number; now: Temporal.Instant },
): Promise<string> {
  const token = newToken();
  await writes.run(
    "replace_choose_links",
    `update single_use_link set expires_at = $2
     where account_id = $1 and purpose = 'choose-password' and used_at is null and expires_at > $2`,
    [link.accountId, link.now.toString()],
  );
  await writes.run(
    "issue_choose_link",
    `insert into single_use_link (token_hash, purpose, account_id, created_at, expires_at)
     values ($1, 'choose-password', $2, $3, $4)`,
    [
      tokenHash(token),
      link.accountId,
      link.now.toString(),
      link.now.add({ hours: link.validDays * 24 }).toString(),
    ],
  );
  return `/mot-de-passe/${token}`;
}

/** Reads what a link is worth at this instant. An account that was disabled makes it unknown. */
export async function readChooseLink(reads: Reads, text: string, now: Temporal.Instant): Promise<ChooseLink> {
  const token = readToken(text);
  if (token === null) return { state: "unknown" };
  const row = await reads.row<{
    account_id: Id<"account">;
    email: string;
    expires_at: Temporal.Instant;
    used_at: Temporal.Instant | null;
  }>(
    "choose_link",
    `select link.account_id, account.email, link.expires_at, link.used_at
     from single_use_link link
     join account on account.id = link.account_id and account.disabled_at is null
     where link.token_hash = $1 and link.purpose = 'choose-password'`,
    [tokenHash(token)],
  );
  if (row === undefined) return { state: "unknown" };
  if (row.used_at !== null) return { state: "used" };
  if (Temporal.Instant.compare(row.expires_at, now) <= 0) return { state: "expired", at: row.expires_at };
  return { state: "open", accountId: row.account_id, email: row.email };
}

/** Uses the link up; false when it was no longer open: of two at once, one gets true. */
export async function useChooseLink(writes: Writes, token: string, now: Temporal.Instant): Promise<boolean> {
  const used = await writes.run(
    "use_choose_link",
    `update single_use_link set used_at = $2
     where token_hash = $1 and purpose = 'choose-password' and used_at is null and expires_at > $2`,
    [tokenHash(token), now.toString()],
  );
  return used === 1;
}
