import { ok, refuse, type Result } from "#kernel";
import { writeJournal, type SchemaDatabase } from "#platform";

import { checkPassword, type PasswordRefusal } from "../rules/password.ts";
import { hashPassword } from "../secrets/password-hash.ts";
import { endSessionsOf } from "../sessions/end-session.ts";
import { forgetDevicesOf } from "../sessions/known-devices.ts";
import { readChooseLink, useChooseLink, type ChooseLink } from "./choose-link.ts";
import { commonPasswords } from "./common-passwords.ts";

/** Why a password was not taken: the link, the password itself, or too many people at once. */
export type ChoosePasswordRefusal =
  | { code: "link"; link: Exclude<ChooseLink, { state: "open" }> }
  | { code: "password"; why: PasswordRefusal; email: string }
  | { code: "busy"; email: string };

/**
 * Sets the password of the account behind a single-use link, which is used up. Every session of the account
 * ends and no device is known any more: whoever had got in is out.
 */
export async function choosePassword(
  database: SchemaDatabase,
  choice: { token: string; password: string; address: string; now: Temporal.Instant },
): Promise<Result<{ email: string }, ChoosePasswordRefusal>> {
  const { token, now } = choice;
  const link = await database.read((reads) => readChooseLink(reads, token, now));
  if (link.state !== "open") return refuse({ code: "link", link });
  const { accountId, email } = link;
  const checked = checkPassword(choice.password, { email, common: commonPasswords() });
  if (!checked.ok) return refuse({ code: "password", why: checked.refusal, email });
  const hashed = await hashPassword(checked.value);
  if (!hashed.ok) return refuse({ code: "busy", email });
  return database.write(async (writes) => {
    if (!(await useChooseLink(writes, token, now))) {
      return refuse({ code: "link", link: { state: "used" } });
    }
    await writes.run("set_password", `update account set password_hash = $2 where id = $1`, [
      accountId,
      hashed.value,
    ]);
    await endSessionsOf(writes, accountId, now);
    await forgetDevicesOf(writes, accountId);
    await writeJournal(writes, {
      at: now,
      accountId,
      byLabel: email,
      act: "identity.password-chosen",
      objectKind: "account",
      objectId: accountId,
      address: choice.address,
    });
    return ok({ email });
  });
}
