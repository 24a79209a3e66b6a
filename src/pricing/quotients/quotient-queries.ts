import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { Effect } from "../rules/qf/effective-from.ts";
import type { ResourcesCase, Scheme, ToldIncome } from "../rules/qf/income.ts";

/** One line of a household's history of quotients and resources. */
export interface QfEntry extends ToldIncome {
  readonly entryId: Id<"qf-entry">;
  readonly number: number;
  readonly householdId: Id<"household">;
  readonly source: "family" | "agent" | "api";
  readonly receivedOn: Temporal.PlainDate;
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate | null;
  readonly because: Effect["because"] | "chosen";
  readonly standing: "accepted" | "toCheck" | "refused" | "withdrawn";
  /** Why an agent made it count from another day. */
  readonly reason: string;
  readonly by: string;
  readonly at: Temporal.Instant;
  /** The document that proves it; null where none was joined. */
  readonly proofId: Id<"document-version"> | null;
  readonly verdictReason: string;
  readonly verdictBy: string | null;
}

/** All that was told of these households, the last written first. */
export function qfEntries(reads: Reads, households: readonly Id<"household">[]): Promise<QfEntry[]> {
  return reads.rows<QfEntry>(
    "qf_entries",
    `select id as "entryId", number, household_id as "householdId", value_hundredths as "valueHundredths",
            resources_cents as "resourcesCents", resources_case as "resourcesCase",
            dependent_children as "dependentChildren", aeeh_children as "aeehChildren", scheme, source,
            situation_on as "situationOn", received_on as "receivedOn", first_day as "firstDay",
            last_day as "lastDay", because, standing, reason, by_label as by, at, verdict_reason as "verdictReason",
            verdict_by as "verdictBy", proof_id as "proofId"
     from qf_standing where household_id = any ($1::uuid[])
     order by number desc`,
    [households],
  );
}

/** What counts for a household on a day: its quotient, its resources, each with its days. */
export interface IncomeOn {
  readonly householdId: Id<"household">;
  readonly day: Temporal.PlainDate;
  readonly valueHundredths: number | null;
  readonly valueFirstDay: Temporal.PlainDate | null;
  readonly valueLastDay: Temporal.PlainDate | null;
  readonly resourcesCents: number | null;
  readonly resourcesCase: ResourcesCase | null;
  readonly dependentChildren: number | null;
  readonly aeehChildren: number | null;
  readonly resourcesFirstDay: Temporal.PlainDate | null;
  readonly resourcesLastDay: Temporal.PlainDate | null;
  readonly scheme: Scheme | null;
}

/** What counts for many households and days, in one statement; nothing for those of whom nothing was ever known. */
export function quotientsOn(
  reads: Reads,
  asked: readonly { householdId: Id<"household">; day: Temporal.PlainDate }[],
): Promise<IncomeOn[]> {
  return reads.rows<IncomeOn>(
    "quotients_on",
    `select household_id as "householdId", day, value_hundredths as "valueHundredths",
            value_first_day as "valueFirstDay", value_last_day as "valueLastDay",
            resources_cents as "resourcesCents", resources_case as "resourcesCase",
            dependent_children as "dependentChildren", aeeh_children as "aeehChildren",
            resources_first_day as "resourcesFirstDay", resources_last_day as "resourcesLastDay", scheme
     from pricing_quotient_on($1::uuid[], $2::date[])`,
    [asked.map(({ householdId }) => householdId), asked.map(({ day }) => day.toString())],
  );
}
