import { randomUUID } from "node:crypto";

import type { SignedInVisit } from "#identity";
import { parisDate, type Id } from "#kernel";
import type { Reads } from "#platform";

import { mayWrite } from "../../../policy.ts";
import type { OwedCharges } from "../../../owed/owed-charges.ts";
import { countOnPaper, readPrint } from "../../../paper/paper-invoices.ts";
import { carriedBy } from "../../../run/carried.ts";
import { choicesNotKept } from "../../../run/left-out.ts";
import { factsMoved, movedSince } from "../../../run/moved-since.ts";
import { odditiesOfKind, oddityCounts } from "../../../run/read-oddities.ts";
import { activityTotals, documentCounts, payerCount, payerTotals } from "../../../run/review.ts";
import { ruleOn } from "../../../run/rule.ts";
import { openRun, readRun, type Run } from "../../../run/run.ts";
import { waitedBefore } from "../../../run/waited-before.ts";
import { COMPARED_AT_ONCE, PAYERS, SHOWN } from "./limits.ts";
import type { RunView } from "./run-view.ts";

/** All that the review of a run shows; undefined where there is no such run. */
export function readRunView(
  { actor, database, now }: SignedInVisit,
  owed: OwedCharges,
  id: Id<"run">,
  page: number,
): Promise<RunView | undefined> {
  return database.read(async (reads) => {
    const run = await readRun(reads, id);
    if (run === undefined) return undefined;
    const rule = await ruleOn(reads, parisDate(now));
    const documents = await documentCounts(reads, run, rule);
    const oddities = [];
    for (const counted of await oddityCounts(reads, id)) {
      oddities.push({ ...counted, shown: await odditiesOfKind(reads, id, counted.kind, SHOWN) });
    }
    return {
      run,
      documents,
      oddities,
      onPaper: await countOnPaper(reads, run, { rule, now }),
      print: await readPrint(reads, id),
      activities: await activityTotals(reads, run),
      moved: await movedIn(reads, owed, run),
      notKept: run.state === "draft" ? await choicesNotKept(reads, run) : [],
      open: await openRun(reads, run.month),
      unpointed: run.state === "draft" ? await owed.unpointed(reads, run.month) : [],
      waited: await waitedBefore(reads, run, rule),
      carried: run.state === "issued" ? await carriedBy(reads, id, SHOWN) : [],
      payers: await payerTotals(reads, id, { offset: (page - 1) * PAYERS, count: PAYERS }),
      page,
      pages: Math.ceil((await payerCount(reads, id)) / PAYERS),
      canWrite: mayWrite(actor),
      formKey: randomUUID(),
    };
  });
}

/** Whom the facts have left behind; « unknown » where that takes too long for a page that is opened to be read. */
async function movedIn(reads: Reads, owed: OwedCharges, run: Run): Promise<RunView["moved"]> {
  if (run.state !== "draft") return null;
  if (run.payersDone > COMPARED_AT_ONCE) return (await factsMoved(reads, run)) ? "unknown" : null;
  const moved = await movedSince(reads, owed, run);
  return moved.payers === 0 ? null : moved;
}
