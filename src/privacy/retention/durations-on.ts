import type { SignedInVisit } from "#identity";
import { parisDate } from "#kernel";
import { writeJournal, type Reads } from "#platform";

import type { Durations } from "../rules/durations.ts";

/** What the authority chose: how long things are kept, and how many days the copy of one's data may be fetched. */
export interface RetentionRule extends Durations {
  readonly exportDays: number;
}

/** What holds while nobody has chosen. */
const NONE: RetentionRule = {
  health: null,
  persons: null,
  documents: null,
  requests: null,
  messages: null,
  files: null,
  journal: null,
  exportDays: 7,
};

/** What holds on a day; every duration is null while the authority has chosen none. */
export async function durationsOn(reads: Reads, day: Temporal.PlainDate): Promise<RetentionRule> {
  const row = await reads.row<RetentionRule>(
    "privacy_durations_on",
    `select health_months as health, persons_months as persons, documents_months as documents,
            requests_months as requests, messages_months as messages, files_months as files,
            journal_months as journal, export_days as "exportDays"
     from retention_rule where valid_from <= $1 order by valid_from desc limit 1`,
    [day.toString()],
  );
  return row ?? NONE;
}

/** Keeps the durations from a day on; written twice for one day, the last one holds. The journal keeps both. */
export function changeDurations(
  { actor, database, now, address }: Pick<SignedInVisit, "actor" | "database" | "now" | "address">,
  from: Temporal.PlainDate,
  rule: RetentionRule,
): Promise<void> {
  return database.write(async (writes) => {
    const before = await durationsOn(writes, parisDate(now));
    await writes.run(
      "privacy_change_durations",
      `insert into retention_rule (valid_from, health_months, persons_months, documents_months, requests_months,
                                   messages_months, files_months, journal_months, export_days, by_label, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (valid_from) do update
       set health_months = excluded.health_months, persons_months = excluded.persons_months,
           documents_months = excluded.documents_months, requests_months = excluded.requests_months,
           messages_months = excluded.messages_months, files_months = excluded.files_months,
           journal_months = excluded.journal_months, export_days = excluded.export_days,
           by_label = excluded.by_label, at = excluded.at`,
      [
        from.toString(),
        rule.health,
        rule.persons,
        rule.documents,
        rule.requests,
        rule.messages,
        rule.files,
        rule.journal,
        rule.exportDays,
        actor.name,
        now.toString(),
      ],
    );
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "privacy.durations-changed",
      facts: { from: from.toString(), before, after: rule },
      address,
    });
  });
}
