import { everyoneOf, type SignedInVisit } from "#identity";
import { ok, type Result } from "#kernel";

import { lineFacts, type LineFacts } from "../../../planning/line-facts.ts";
import { leavesFirst } from "../../../rules/hours.ts";
import type { Line } from "../../../rules/lines.ts";
import type { ForFamily } from "../../../submit/policy.ts";
import { previewBookings, type PreviewedLine } from "../../../submit/preview-bookings.ts";
import type { SubmitRefusal } from "../../../submit/submit-bookings.ts";

/** The lines of a page that confirms: what each is about, and what would become of it. */
export interface JudgedLines {
  facts: LineFacts;
  judged: readonly PreviewedLine[];
}

/**
 * Judges what a page is about to propose as it will be judged when it is sent, for a family or by an agent: the planning,
 * every tool and the agent's page go through here, so that none announces what will be refused. Hours of
 * which the departure comes first are to be corrected on the page: their line is judged without them.
 * @param reach whose names may be read
 */
export async function judgeLines(
  visit: SignedInVisit,
  lines: readonly Line[],
  forFamily?: ForFamily,
  reach = forFamily === undefined ? visit.actor.guardian : everyoneOf([forFamily.householdId]),
): Promise<Result<JudgedLines, SubmitRefusal>> {
  const judged = await previewBookings(visit, lines.map(withoutBackwardHours), forFamily);
  if (!judged.ok) return judged;
  const facts: LineFacts =
    reach === null ? new Map() : await visit.database.read((reads) => lineFacts(reads, reach, lines));
  return ok({ facts, judged: judged.value });
}

function withoutBackwardHours(line: Line): Line {
  if (!leavesFirst(line)) return line;
  const { hours: _, ...without } = line;
  return without;
}
