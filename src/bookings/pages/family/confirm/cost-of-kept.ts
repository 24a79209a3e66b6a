import type { SignedInVisit } from "#identity";

import {
  askedLines,
  costOfLines,
  type CostIfLate,
  type CostOfLines,
} from "../../../estimates/cost-of-lines.ts";
import type { Line } from "../../../rules/lines.ts";
import { keptLines } from "./confirm-page.tsx";
import type { JudgedLines } from "./judge-lines.ts";

/** What the lines of a page that confirms would cost, without those that would be refused. */
export function costOfKept(
  { database, now }: Pick<SignedInVisit, "database" | "now">,
  lines: readonly Line[],
  judged: JudgedLines,
  charged: CostIfLate["charged"] = "yes",
): Promise<CostOfLines | undefined> {
  return database.read((reads) =>
    costOfLines(reads, askedLines(keptLines(lines, judged), judged.facts), { now, charged }),
  );
}
