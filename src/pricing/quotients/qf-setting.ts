import type { SignedInVisit } from "#identity";
import { parisDate } from "#kernel";
import { writeJournal, type Reads, type Writes } from "#platform";

import type { QfSetting } from "../rules/qf/qf-setting.ts";

type Row = Omit<QfSetting, "expires"> & { month: number | null; day: number | null };

/** The setting that holds on a day. */
export async function qfSettingOn(reads: Reads, day: Temporal.PlainDate): Promise<QfSetting> {
  const row = await reads.row<Row>(
    "qf_setting_on",
    `select valid_from as "validFrom", effect, year_start_month as "yearStartMonth", retroactive,
            first_at_once as "firstAtOnce", expires_month as month, expires_day as day,
            expires_least_days as "expiresLeastDays", warn_days as "warnDays", verify
     from qf_setting where valid_from <= $1 order by valid_from desc limit 1`,
    [day.toString()],
  );
  if (row === undefined) throw new Error("The first setting of quotients is gone");
  const { month, day: ofMonth, ...setting } = row;
  return { ...setting, expires: month === null || ofMonth === null ? null : { month, day: ofMonth } };
}

/** Keeps a setting from its day on; written twice for one day, the last one holds. What came before keeps its days. */
export async function changeQfSetting(
  { actor, database, now, address }: Pick<SignedInVisit, "actor" | "database" | "now" | "address">,
  setting: QfSetting,
): Promise<void> {
  await database.write(async (writes) => {
    const before = await qfSettingOn(writes, parisDate(now));
    await writeQfSetting(writes, setting, { by: actor.name, now });
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "pricing.quotient-setting-changed",
      facts: { before: factsOf(before), after: factsOf(setting) },
      address,
    });
  });
}

/** Writes a setting from its day on. The file and the agents' page both end here. */
export async function writeQfSetting(
  writes: Writes,
  setting: QfSetting,
  { by, now }: { readonly by: string; readonly now: Temporal.Instant },
): Promise<void> {
  await writes.run(
    "change_qf_setting",
    `insert into qf_setting (valid_from, effect, year_start_month, retroactive, first_at_once, expires_month,
                             expires_day, expires_least_days, warn_days, verify, by_label, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (valid_from) do update
     set effect = excluded.effect, year_start_month = excluded.year_start_month,
         retroactive = excluded.retroactive, first_at_once = excluded.first_at_once,
         expires_month = excluded.expires_month, expires_day = excluded.expires_day,
         expires_least_days = excluded.expires_least_days, warn_days = excluded.warn_days,
         verify = excluded.verify, by_label = excluded.by_label, at = excluded.at`,
    [
      setting.validFrom.toString(),
      setting.effect,
      setting.yearStartMonth,
      setting.retroactive,
      setting.firstAtOnce,
      setting.expires?.month ?? null,
      setting.expires?.day ?? null,
      setting.expiresLeastDays,
      setting.warnDays,
      setting.verify,
      by,
      now.toString(),
    ],
  );
}

const factsOf = ({ validFrom, ...rest }: QfSetting) => ({ ...rest, validFrom: validFrom.toString() });
