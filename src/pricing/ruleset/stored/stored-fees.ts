import type { ActivityOffer } from "#activities";
import type { Reads, Writes } from "#platform";

import { tariffLine } from "../../rules/tariff/tariff-tree.ts";
import { type PriceSections, priceSections } from "../section.ts";
import { texts } from "./texts.fr.ts";
import { sameEntries, type TariffChange } from "./write-tariffs.ts";

/** One entry of « fees ». */
export type FeeEntry = NonNullable<PriceSections["fees"]>[number];

interface FeeRow {
  code: string;
  entry: unknown;
}

/** The cards and files that these activities have on a day, in the order of their codes. */
export async function readFees(
  reads: Reads,
  offer: readonly ActivityOffer[],
  on: Temporal.PlainDate,
): Promise<readonly FeeEntry[]> {
  const rows = await reads.rows<FeeRow>(
    "fees_on",
    `select distinct on (code) code, entry from fee_rule where valid_from <= $1 order by code, valid_from desc`,
    [on.toString()],
  );
  const stored = rows.flatMap(({ entry }) => (entry === null ? [] : [entry]));
  const known = new Set(offer.map(({ activityCode }) => activityCode));
  return (priceSections.fees.parse(stored) ?? []).filter(({ activities }) =>
    activities.some((code) => known.has(code)),
  );
}

/**
 * Sets the fees of these activities from a day on, in place of what was planned later; one that the file no longer has
 * ends, unless an activity of which the file says nothing has it too. Says what changes.
 */
export async function writeFees(
  writes: Writes,
  wanted: readonly FeeEntry[],
  offer: readonly ActivityOffer[],
  change: TariffChange,
): Promise<readonly string[]> {
  const held = await readFees(writes, offer, change.from);
  const named = new Set(offer.map(({ activityCode }) => activityCode));
  const ended = held.filter(
    ({ code, activities }) =>
      wanted.every((fee) => fee.code !== code) && activities.every((activity) => named.has(activity)),
  );
  const said: string[] = [];
  for (const fee of wanted) {
    const later = await forgetLaterFees(writes, fee.code, change.from);
    if (later > 0) said.push(texts.laterFee(fee.name));
    const before = held.find(({ code }) => code === fee.code);
    if (before !== undefined && sameEntries([before], [fee])) continue;
    await writeFee(writes, fee.code, fee, change);
    said.push(texts.fee(fee.name, tariffLine(fee.price), before && tariffLine(before.price)));
  }
  for (const { code, name } of ended) {
    await forgetLaterFees(writes, code, change.from);
    await writeFee(writes, code, null, change);
    said.push(texts.feeEnds(name));
  }
  return said;
}

function forgetLaterFees(writes: Writes, code: string, from: Temporal.PlainDate): Promise<number> {
  return writes.run("forget_later_fees", `delete from fee_rule where code = $1 and valid_from > $2`, [
    code,
    from.toString(),
  ]);
}

function writeFee(
  writes: Writes,
  code: string,
  fee: FeeEntry | null,
  { from, by, now }: TariffChange,
): Promise<number> {
  return writes.run(
    "write_fee_rule",
    `insert into fee_rule (code, valid_from, entry, by_label, at) values ($1, $2, $3, $4, $5)
     on conflict (code, valid_from)
     do update set entry = excluded.entry, by_label = excluded.by_label, at = excluded.at`,
    [code, from.toString(), fee === null ? null : JSON.stringify(fee), by, now.toString()],
  );
}
