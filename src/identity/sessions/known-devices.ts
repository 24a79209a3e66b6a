import type { Id } from "#kernel";
import type { Writes } from "#platform";

import { tokenHash } from "../secrets/token.ts";

/** Remembers that this account signed in on the device of this token. */
export async function rememberDevice(
  writes: Writes,
  device: { token: string; accountId: Id<"account">; now: Temporal.Instant },
): Promise<void> {
  await writes.run(
    "remember_device",
    `insert into known_device (token_hash, account_id, last_signed_in_at) values ($1, $2, $3)
     on conflict (token_hash, account_id) do update set last_signed_in_at = excluded.last_signed_in_at`,
    [tokenHash(device.token), device.accountId, device.now.toString()],
  );
}

/** No device is known any more for this account: its password has changed hands. */
export async function forgetDevicesOf(writes: Writes, accountId: Id<"account">): Promise<void> {
  await writes.run("forget_devices", `delete from known_device where account_id = $1`, [accountId]);
}
