import type { SignedInVisit } from "#identity";
import type { Id } from "#kernel";
import { writeJournal } from "#platform";

import { currentSetting, type GatewaySetting } from "./setting.ts";

/**
 * Writes the setting that holds from now on; the same form sent twice writes it once.
 * @param declared the agent says that PayFiP has activated the number already: the journal keeps who said so
 */
export function changeSetting(
  { actor, database, now, address }: SignedInVisit,
  id: Id<"gatewaySetting">,
  setting: GatewaySetting,
  declared = false,
): Promise<void> {
  return database.write(async (writes) => {
    const before = await currentSetting(writes);
    const written = await writes.run(
      "payments_setting_write",
      `insert into gateway_setting (id, opened, origin, account, mode, part_allowed, by_label, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (id) do nothing`,
      [
        id,
        setting.opened,
        setting.origin,
        setting.account,
        setting.mode,
        setting.partAllowed,
        actor.name,
        now.toString(),
      ],
    );
    if (written === 0) return;
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "payments.setting-changed",
      facts: { before: before ?? null, after: setting, declared },
      address,
    });
  });
}
