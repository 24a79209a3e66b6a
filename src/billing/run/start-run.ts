import type { SignedInVisit } from "#identity";
import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import { announce, writeJournal, type Writes } from "#platform";

import type { OwedCharges } from "../owed/owed-charges.ts";
import { firstDayOf, openRun } from "./run.ts";

/** Why no billing of the month was begun. */
export type StartRefusal =
  | { readonly code: "to-come" }
  | { readonly code: "under-way"; readonly run: Id<"run"> }
  /** Of a draft that is replaced: the id is that of another run, of this month or of another. */
  | { readonly code: "id-taken" };

/**
 * Begins the billing of a month: the draft is then made by a job, batch after batch. Asked twice with the same id, it
 * begins once. Refuses a month to come, and a month whose billing is under way.
 */
export async function startRun(
  visit: SignedInVisit,
  owed: OwedCharges,
  { id, month }: { id: Id<"run">; month: Temporal.PlainYearMonth },
): Promise<Result<Id<"run">, StartRefusal>> {
  if (Temporal.PlainYearMonth.compare(month, parisDate(visit.now).toPlainYearMonth()) > 0)
    return refuse({ code: "to-come" });
  return visit.database.write((writes) => begin(writes, visit, owed, { id, month, instead: null }));
}

/**
 * The same, in the caller's transaction. The draft that it replaces (`instead`) leaves it the unpointed days that an agent
 * accepted, and what was left out; where that one was never drafted to its end, the draft that it was to replace does. A
 * caller that has given it up undoes that where nothing is begun (`writeUnlessRefused`).
 */
export async function begin(
  writes: Writes,
  { actor, authority, now, address }: Omit<SignedInVisit, "database">,
  owed: OwedCharges,
  { id, month, instead }: { id: Id<"run">; month: Temporal.PlainYearMonth; instead: Id<"run"> | null },
): Promise<Result<Id<"run">, StartRefusal>> {
  const expected = await owed.countPayers(writes, month);
  const begun = await writes.run(
    "billing_run_start",
    `insert into billing_run (id, month, state, account_id, by_label, started_at, payers_expected, facts_mark,
                              unpointed_reason, unpointed_by, unpointed_at, instead_of)
     select $1, $2::date, 'drafting', $3, $4, $5, $6, platform_facts_mark(), before.unpointed_reason,
            before.unpointed_by, before.unpointed_at,
            case when before.drafted_at is null then before.instead_of else before.id end
     from (select) always
     left join billing_run before on before.id = $7 and before.month = $2::date and before.state = 'abandoned'
     on conflict do nothing`,
    [id, firstDayOf(month), actor.accountId, actor.name, now.toString(), expected, instead],
  );
  if (begun === 0) {
    const open = await openRun(writes, month);
    if (open !== undefined && open !== id) return refuse({ code: "under-way", run: open });
    return instead === null || open === id ? ok(id) : refuse({ code: "id-taken" });
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
}
