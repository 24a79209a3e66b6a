import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { countedDays, type CountedEntry } from "../rules/qf/counted-days.ts";
import { qfStanding, type QfStanding } from "../rules/qf/expiry.ts";
import { qfEntries, type QfEntry } from "./quotient-queries.ts";

/** A household's quotients and resources on a day: what counts, what comes, what waits, all that ever was told. */
export interface HouseholdIncome {
  readonly householdId: Id<"household">;
  readonly label: string;
  readonly standing: QfStanding;
  /** The quotient that counts on the day, or the last one that did. */
  readonly value: CountedEntry<QfEntry> | null;
  /** The resources that count on the day, or the last ones that did. */
  readonly resources: CountedEntry<QfEntry> | null;
  readonly coming: readonly CountedEntry<QfEntry>[];
  readonly toCheck: readonly QfEntry[];
  /** The last word of an agent, where it was a refusal that nothing has followed. */
  readonly refused: QfEntry | null;
  /** The last written first. */
  readonly entries: readonly QfEntry[];
}

/** The income of these households as it stands on a day; two statements. */
export async function householdIncomes(
  reads: Reads,
  households: readonly Id<"household">[],
  { today, warnDays }: { today: Temporal.PlainDate; warnDays: number },
): Promise<readonly HouseholdIncome[]> {
  const labels = await reads.rows<{ householdId: Id<"household">; label: string }>(
    "pricing_household_labels",
    `select household_id as "householdId", label from families_household_card
     where household_id = any ($1::uuid[]) order by label, household_id`,
    [households],
  );
  const all = Map.groupBy(await qfEntries(reads, households), ({ householdId }) => householdId);
  return labels.map((household) => ({
    ...household,
    ...standingOf(all.get(household.householdId) ?? [], today, warnDays),
  }));
}

function standingOf(
  entries: readonly QfEntry[],
  today: Temporal.PlainDate,
  warnDays: number,
): Omit<HouseholdIncome, "householdId" | "label"> {
  const accepted = entries.filter(({ standing }) => standing === "accepted");
  const values = countedDays(accepted.filter(({ valueHundredths }) => valueHundredths !== null));
  const resources = countedDays(accepted.filter(hasResources));
  const value = currentOf(values, today);
  const [last] = entries;
  return {
    standing: qfStanding(value === null ? null : { ...value, lastDay: value.until }, today, warnDays),
    value,
    resources: currentOf(resources, today),
    coming: countedDays(accepted).filter(({ entry }) => isAfter(entry.firstDay, today)),
    toCheck: entries.filter(({ standing }) => standing === "toCheck"),
    refused: last?.standing === "refused" ? last : null,
    entries,
  };
}

/** Whether an entry tells resources, or why there are none. */
export const hasResources = ({ resourcesCents, resourcesCase }: QfEntry): boolean =>
  resourcesCents !== null || resourcesCase !== null;

function currentOf(
  counted: readonly CountedEntry<QfEntry>[],
  today: Temporal.PlainDate,
): CountedEntry<QfEntry> | null {
  return counted.findLast(({ entry }) => !isAfter(entry.firstDay, today)) ?? null;
}

const isAfter = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) > 0;
