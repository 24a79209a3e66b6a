import type { Id } from "#kernel";
import type { Reads } from "#platform";
import type { PenaltyEvent } from "#pricing";

/** Why an agent does not ask a penalty, by `waiverKey`. */
export type Waivers = ReadonlyMap<string, string>;

/** One text for what was out of the rules: whose, of which source of a charge, what. */
export const waiverKey = (household: Id<"household">, sourceKey: string, on: PenaltyEvent): string =>
  `${household} ${sourceKey} ${on}`;

/** The source of a penalty without its own part: « booking:<id>/penalty:1 » is of « booking:<id> ». */
export const sourceOfPenalty = (sourceKey: string): string => sourceKey.replace(/\/penalty:\d+$/, "");

/** The penalties that these households are let off. */
export async function readWaivers(reads: Reads, households: readonly Id<"household">[]): Promise<Waivers> {
  const rows = await reads.rows<{
    householdId: Id<"household">;
    sourceKey: string;
    event: PenaltyEvent;
    reason: string;
  }>(
    "billing_waived_penalties",
    `select household_id as "householdId", source_key as "sourceKey", event, reason
     from waived_penalty where household_id = any (array(select unnest($1::uuid[])))`,
    [households],
  );
  return new Map(rows.map((row) => [waiverKey(row.householdId, row.sourceKey, row.event), row.reason]));
}
