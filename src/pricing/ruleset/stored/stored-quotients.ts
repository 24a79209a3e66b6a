import type { Reads, Writes } from "#platform";

import { keepLimit, ownLimits, type OwnLimit } from "../../psu/psu-limits.ts";
import { qfSettingOn, writeQfSetting } from "../../quotients/qf-setting.ts";
import { centsOf } from "../psu-in-file.ts";
import type { PsuLimitEntry } from "../psu-limits-schema.ts";
import type { QuotientSection } from "../quotients-schema.ts";
import type { PriceSections } from "../section.ts";
import { texts } from "./texts.fr.ts";
import { sameEntries, type TariffChange } from "./write-tariffs.ts";

/** What holds until an authority writes its own: a file leaves it out. */
const USUAL: QuotientSection = {
  effect: "month",
  yearStartMonth: 1,
  retroactive: false,
  firstAtOnce: true,
  expires: { month: 1, day: 31 },
  expiresLeastDays: 31,
  warnDays: 45,
  verify: true,
};

/** The sections of what is known of incomes, as they hold on a day; what is usual is left out. */
export async function readQuotientSections(
  reads: Reads,
  on: Temporal.PlainDate,
): Promise<Pick<PriceSections, "quotients" | "psuLimits">> {
  const setting = await quotientsOn(reads, on);
  const limits = (await ownLimits(reads)).toReversed().map(entryOf);
  return {
    ...(sameEntries([setting], [USUAL]) ? {} : { quotients: setting }),
    ...(limits.length === 0 ? {} : { psuLimits: limits }),
  };
}

/**
 * Sets them: the setting of quotients from the day of the import on, in place of what was planned later; each floor and
 * ceiling from its own day on. One that the file does not say stays: it is what months were billed by. Says what changes.
 */
export async function writeQuotientSections(
  writes: Writes,
  { quotients, psuLimits = [] }: Pick<PriceSections, "quotients" | "psuLimits">,
  { from, by, now }: TariffChange,
): Promise<readonly string[]> {
  const said: string[] = [];
  if (quotients !== undefined) {
    const later = await writes.run(
      "forget_later_qf_settings",
      "delete from qf_setting where valid_from > $1",
      [from.toString()],
    );
    if (later > 0) said.push(texts.laterQuotients);
    if (!sameEntries([await quotientsOn(writes, from)], [quotients])) {
      await writeQfSetting(writes, { validFrom: from, ...quotients }, { by, now });
      said.push(texts.quotients);
    }
  }
  const known = (await ownLimits(writes)).map(entryOf);
  for (const limit of psuLimits) {
    const wanted = { ...limit, aboveCeiling: limit.aboveCeiling ?? false };
    const before = known.find(({ firstDay }) => firstDay === limit.firstDay);
    if (before !== undefined && sameEntries([limitOf(before)], [limitOf(wanted)])) continue;
    await keepLimit(writes, limitOf(wanted), { by, now });
    said.push(texts.psuLimit(limit.firstDay, limit.floor, limit.ceiling));
  }
  return said;
}

/** In the order of the file's keys, so that two are compared as texts. */
async function quotientsOn(reads: Reads, on: Temporal.PlainDate): Promise<QuotientSection> {
  const { effect, yearStartMonth, retroactive, firstAtOnce, expires, expiresLeastDays, warnDays, verify } =
    await qfSettingOn(reads, on);
  return { effect, yearStartMonth, retroactive, firstAtOnce, expires, expiresLeastDays, warnDays, verify };
}

function entryOf({ firstDay, floorCents, ceilingCents, aboveCeiling }: OwnLimit): PsuLimitEntry {
  return {
    firstDay: firstDay.toString(),
    floor: (floorCents / 100).toFixed(2),
    ceiling: (ceilingCents / 100).toFixed(2),
    ...(aboveCeiling ? { aboveCeiling } : {}),
  };
}

function limitOf({ firstDay, floor, ceiling, aboveCeiling = false }: PsuLimitEntry): OwnLimit {
  return {
    firstDay: Temporal.PlainDate.from(firstDay),
    floorCents: centsOf(floor),
    ceilingCents: centsOf(ceiling),
    aboveCeiling,
  };
}
