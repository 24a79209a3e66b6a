import type { Payer } from "./owed.ts";

/** Before every household and every guardian, in the order of their ids. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";

/** One text for a payer: to group by, and in the order in which payers are billed. */
export function payerKey({ householdId, guardianId }: Payer): string {
  return `${householdId} ${guardianId}`;
}

/**
 * The next payers of two lists that each give theirs in order: whoever owes something in the month, and whoever was
 * charged for it before and may owe it no longer. Each once, `count` at most; neither list was cut before the last one.
 */
export function nextPayers<One extends Payer, Other extends Payer>(
  owing: readonly One[],
  charged: readonly Other[],
  count: number,
): readonly (One | Other)[] {
  const byKey = new Map<string, One | Other>();
  for (const payer of [...charged, ...owing]) byKey.set(payerKey(payer), payer);
  return [...byKey]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, count)
    .map(([, payer]) => payer);
}
