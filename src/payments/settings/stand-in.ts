import { randomUUID } from "node:crypto";

import type { Writes } from "#platform";

import { DEMONSTRATION_NUMCLI } from "../simulator/clients.ts";
import { currentSetting } from "./setting.ts";

/**
 * Opens the on-line payment of a demonstration on PayFiP's stand-in, which answers at another address when its port was
 * taken. A setting that an agent pointed elsewhere is left alone: only none, or one that leads to this machine, follows.
 * It is the last word even where the demonstration's clock begins again (PREAU_CLOCK) before the setting it replaces.
 */
export async function followStandIn(writes: Writes, origin: string, now: Temporal.Instant): Promise<void> {
  const current = await currentSetting(writes);
  if (current !== undefined && (current.origin === origin || !leadsHere(current.origin))) return;
  const { account = DEMONSTRATION_NUMCLI, opened = true, mode = "test", partAllowed = true } = current ?? {};
  await writes.run(
    "payments_setting_stand_in",
    `insert into gateway_setting (id, opened, origin, account, mode, part_allowed, by_label, at)
     select $1::uuid, $2, $3, $4, $5, $6, $7,
            greatest($8::timestamptz, (select max(at) + interval '1 millisecond' from gateway_setting))`,
    [randomUUID(), opened, origin, account, mode, partAllowed, "Préau", now.toString()],
  );
}

const leadsHere = (origin: string) => ["localhost", "127.0.0.1"].includes(new URL(origin).hostname);
