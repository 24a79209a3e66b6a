import { ok, refuse, type Id, type Result } from "#kernel";
import { writeJournal, type Writes } from "#platform";

import type { SignedIn } from "../actor.ts";
import { endSessionsOf } from "../sessions/end-session.ts";

/** Who closes an account, and when. */
interface Closing {
  readonly actor: SignedIn;
  readonly now: Temporal.Instant;
  readonly address: string;
}

/**
 * Closes an account: nobody signs in to it any more, its sessions end, its password and its links are forgotten. What it
 * did keeps its name. Closed twice, it is closed once. Refuses that of an agent, whose roles are taken away first.
 */
export async function closeAccount(
  writes: Writes,
  { actor, now, address }: Closing,
  accountId: Id<"account">,
): Promise<Result<null, { readonly code: "agent" }>> {
  const account = await writes.row<{ agent: boolean; closed: boolean }>(
    "identity_account_to_close",
    `select agent, disabled_at is not null as closed from account where id = $1 for update`,
    [accountId],
  );
  if (account === undefined || account.closed) return ok(null);
  if (account.agent) return refuse({ code: "agent" });
  await writes.run(
    "identity_close_account",
    `update account set disabled_at = $2, password_hash = null where id = $1`,
    [accountId, now.toString()],
  );
  await dropWaysIn(writes, accountId, now);
  await writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act: "identity.account-closed",
    objectKind: "account",
    objectId: accountId,
    address,
  });
  return ok(null);
}

/** Ends every way into an account besides its password: sessions, links, devices that are known. */
export async function dropWaysIn(
  writes: Writes,
  accountId: Id<"account">,
  now: Temporal.Instant,
): Promise<void> {
  await endSessionsOf(writes, accountId, now);
  await writes.run("identity_drop_links", `delete from single_use_link where account_id = $1`, [accountId]);
  await writes.run("identity_drop_devices", `delete from known_device where account_id = $1`, [accountId]);
}
