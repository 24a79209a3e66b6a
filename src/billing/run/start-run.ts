import type { SignedInVisit } from "#identity";
import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import { announce, writeJournal } from "#platform";

import type { OwedCharges } from "../owed/owed-charges.ts";
import { firstDayOf } from "./run.ts";

/** Why no billing of the month was begun. */
export type StartRefusal =
  | { readonly code: "to-come" }
  | { readonly code: "under-way"; readonly run: Id<"run"> };

/**
 * Begins the billing of a month: the draft is then made by a job, batch after batch. Asked twice with the same id, it
 * begins once. The draft that it replaces (`instead`) leaves it the unpointed days that an agent accepted. Refuses a month
 * to come, and a month whose billing is under way.
 */
export async function startRun(
  { actor, authority, database, now, address }: SignedInVisit,
  owed: OwedCharges,
  { id, month, instead }: { id: Id<"run">; month: Temporal.PlainYearMonth; instead?: Id<"run"> },
): Promise<Result<Id<"run">, StartRefusal>> {
  if (Temporal.PlainYearMonth.compare(month, parisDate(now).toPlainYearMonth()) > 0)
    return refuse({ code: "to-come" });
  return database.write(async (writes) => {
    const expected = await owed.countPayers(writes, month);
    const begun = await writes.run(
      "billing_run_start",
      `insert into billing_run (id, month, state, account_id, by_label, started_at, payers_expected, facts_mark,
                                unpointed_reason, unpointed_by, unpointed_at)
       select $1, $2::date, 'drafting', $3, $4, $5, $6, platform_facts_mark(), before.unpointed_reason,
              before.unpointed_by, before.unpointed_at
       from (select) always
       left join billing_run before on before.id = $7 and before.month = $2::date and before.state = 'abandoned'
       on conflict do nothing`,
      [id, firstDayOf(month), actor.accountId, actor.name, now.toString(), expected, instead ?? null],
    );
    if (begun === 0) {
      const open = await writes.row<{ run: Id<"run"> }>(
        "billing_run_open",
        `select id as run from billing_run where month = $1 and state in ('drafting', 'draft')`,
        [firstDayOf(month)],
      );
      return open === undefined || open.run === id ? ok(id) : refuse({ code: "under-way", run: open.run });
    }
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "billing.run-started",
      objectKind: "run",
      objectId: id,
      facts: { month: month.toString() },
      address,
    });
    await announce(writes, authority.id, { type: "billing.runStarted", facts: { run: id } });
    return ok(id);
  });
}
