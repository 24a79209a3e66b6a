import type { SignedInVisit } from "#identity";
import type { Id } from "#kernel";

import { draftRun } from "../../src/billing/run/draft-run.ts";
import { issueRun } from "../../src/billing/run/issue-run.ts";
import { startRun } from "../../src/billing/run/start-run.ts";
import { agentWith } from "../builders/actors.ts";
import { newId } from "../builders/canteen.ts";
import { visitTo } from "../builders/visit.tsx";
import type { TestDatabase } from "../postgres/test-database.ts";
import { MadeUpOwed, type MadeUpFact } from "./made-up-owed.ts";

/** Bills a month of these facts to the end; gives the run back. */
export async function issuedMonth(
  town: TestDatabase,
  month: string,
  facts: readonly MadeUpFact[],
): Promise<Id<"run">> {
  const visit: SignedInVisit = { ...visitTo(town), actor: agentWith(["billing.write"]) };
  const owed = new MadeUpOwed(facts);
  const id = newId<"run">();
  const started = await startRun(visit, owed, { id, month: Temporal.PlainYearMonth.from(month) });
  if (!started.ok) throw new Error(started.refusal.code);
  await draftRun(town.database, owed, { run: id, now: visit.now });
  const issued = await issueRun(visit, owed, id);
  if (!issued.ok) throw new Error(issued.refusal.code);
  return id;
}
