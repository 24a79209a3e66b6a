import { ok, refuse, type Result } from "#kernel";
import { writeJournal, type SchemaDatabase } from "#platform";

import { networkOf } from "../rules/network-of.ts";
import { isPassword } from "../secrets/password-hash.ts";
import { newToken } from "../secrets/token.ts";
import { beginAttempt, type Attempt, type MustWait } from "../throttling/begin-attempt.ts";
import { settleAttempt } from "../throttling/settle-attempt.ts";
import { findAccountToSignIn, holdAccount, type AccountToSignIn } from "./account-to-sign-in.ts";
import { endSession } from "./end-session.ts";
import { rememberDevice } from "./known-devices.ts";
import { openSession, type OpenedSession } from "./open-session.ts";

/** What somebody who signs in sent, and from where. */
export interface SignInAttempt {
  email: string;
  password: string;
  address: string;
  /** What the browser says it is. */
  device: string;
  /** The cookie of a device that signed in before, or null. */
  deviceToken: string | null;
  /** The cookie of a session that this one replaces, or null. */
  sessionToken: string | null;
  now: Temporal.Instant;
}

/** Why nobody was signed in; the same for an unknown address and for a wrong password. */
export type SignInRefusal = { code: "wrong" } | { code: "busy" } | MustWait;

/** What the browser keeps from now on. */
export interface SignedInAnew {
  session: OpenedSession;
  deviceToken: string;
}

/**
 * Signs a person in by e-mail and password. The attempt is counted before the password is looked at, and the
 * work is the same whether the address is known or not.
 */
export async function signIn(
  database: SchemaDatabase,
  attempt: SignInAttempt,
): Promise<Result<SignedInAnew, SignInRefusal>> {
  const { deviceToken, now } = attempt;
  const email = attempt.email.trim().toLowerCase();
  const found = await database.read((reads) => findAccountToSignIn(reads, email, deviceToken));
  const who = {
    email,
    address: networkOf(attempt.address),
    knownDevice: found.deviceKnown ? deviceToken : null,
  };
  const begun = await database.writeOnce((writes) => beginAttempt(writes, who, now));
  if (!begun.ok) return begun;
  const right = await isPassword(attempt.password, found.account?.passwordHash ?? null);
  if (!right.ok) {
    await database.write((writes) => settleAttempt(writes, begun.value, "not-looked-at"));
    return right;
  }
  const opened =
    right.value && found.account !== null
      ? await open(database, {
          attempt,
          account: found.account,
          counted: begun.value,
          deviceToken: found.deviceSeen && deviceToken !== null ? deviceToken : newToken(),
        })
      : undefined;
  if (opened !== undefined) return ok(opened);
  await journalRefusal(database, attempt, found.account);
  return refuse({ code: "wrong" });
}

/** Undefined when the password was changed, or the account disabled, while it was being looked at. */
async function open(
  database: SchemaDatabase,
  known: { attempt: SignInAttempt; account: AccountToSignIn; counted: Attempt; deviceToken: string },
): Promise<SignedInAnew | undefined> {
  const { attempt, account, counted, deviceToken } = known;
  const { now, device } = attempt;
  return database.write(async (writes) => {
    const held = await holdAccount(writes, account);
    if (held === undefined) return undefined;
    if (attempt.sessionToken !== null) await endSession(writes, attempt.sessionToken, now);
    const session = await openSession(writes, { accountId: account.id, agent: held.agent, device, now });
    await rememberDevice(writes, { token: deviceToken, accountId: account.id, now });
    await settleAttempt(writes, counted, "succeeded");
    await writeJournal(writes, {
      at: now,
      accountId: account.id,
      byLabel: account.name,
      act: "identity.signed-in",
      address: attempt.address,
    });
    return { session, deviceToken };
  });
}

/** What was typed for an unknown address is not kept: people type their password there. */
async function journalRefusal(
  database: SchemaDatabase,
  { now, address }: SignInAttempt,
  account: AccountToSignIn | null,
): Promise<void> {
  await database.writeOnce((writes) =>
    writeJournal(writes, {
      at: now,
      accountId: account?.id ?? null,
      byLabel: account?.name ?? "",
      act: "identity.sign-in-refused",
      address,
    }),
  );
}
