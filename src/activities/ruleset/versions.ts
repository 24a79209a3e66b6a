import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

/** A file of the rule set that was taken over. */
export interface RuleSetVersion {
  versionId: Id<"ruleSetVersion">;
  /** The day from which it holds. */
  validFrom: Temporal.PlainDate;
  byLabel: string;
  at: Temporal.Instant;
}

/** Keeps a file as it was taken over, with the day from which it holds. */
export async function recordRuleSet(
  writes: Writes,
  version: { file: string; from: Temporal.PlainDate; by: string; now: Temporal.Instant },
): Promise<void> {
  await writes.run(
    "record_rule_set",
    `insert into rule_set_version (valid_from, file, by_label, at) values ($1, $2, $3, $4)`,
    [version.from.toString(), version.file, version.by, version.now.toString()],
  );
}

/** The files that were taken over, the last first. */
export function ruleSetVersions(reads: Reads): Promise<RuleSetVersion[]> {
  return reads.rows(
    "rule_set_versions",
    `select id as "versionId", valid_from as "validFrom", by_label as "byLabel", at
     from rule_set_version order by at desc, id limit 100`,
  );
}

/** The text of one of them, or undefined. */
export function ruleSetFile(
  reads: Reads,
  versionId: Id<"ruleSetVersion">,
): Promise<{ file: string } | undefined> {
  return reads.row("rule_set_file", `select file from rule_set_version where id = $1`, [versionId]);
}
