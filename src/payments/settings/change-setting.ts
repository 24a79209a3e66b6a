import type { SignedInVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import { writeJournal } from "#platform";

import { activationsOf } from "../activation/activation.ts";
import { mayProduce } from "../activation/may-produce.ts";
import { currentSetting, type GatewaySetting } from "./setting.ts";

/** Why a setting was not written; `used`: this form wrote one before, and it is not the one that holds now. */
export type SettingRefusal =
  | { readonly code: "used" }
  | { readonly code: "not-activated"; readonly from: Temporal.PlainDate | "never" };

/**
 * Writes the setting that holds from now on, if the number may be in its mode; the same form sent twice writes it once.
 * @param declared the agent says that PayFiP has activated the number already: the journal keeps who said so
 */
export function changeSetting(
  { actor, database, now, address }: SignedInVisit,
  id: Id<"gatewaySetting">,
  setting: GatewaySetting,
  declared = false,
): Promise<Result<null, SettingRefusal>> {
  return database.write(async (writes) => {
    // Two agents at the same moment: the second one is judged by what the first one wrote.
    await writes.rows(
      "payments_setting_lock",
      "select pg_advisory_xact_lock(hashtextextended('gateway_setting', 0))::text as held",
      [],
    );
    const before = await currentSetting(writes);
    if (before?.id === id) return isSame(before, setting) ? ok(null) : refuse({ code: "used" });
    const payments = await activationsOf(writes, setting.account);
    const { account } = setting;
    const from =
      setting.mode === "production"
        ? mayProduce({ account, current: before, payments, declared }, now)
        : null;
    if (from !== null) return refuse({ code: "not-activated", from });
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
    if (written === 0) return refuse({ code: "used" });
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "payments.setting-changed",
      facts: { before: before ?? null, after: setting, declared },
      address,
    });
    return ok(null);
  });
}

const isSame = (kept: GatewaySetting, { opened, origin, account, mode, partAllowed }: GatewaySetting) =>
  kept.opened === opened &&
  kept.origin === origin &&
  kept.account === account &&
  kept.mode === mode &&
  kept.partAllowed === partAllowed;
