import { ok, refuse, type Result } from "#kernel";

import { MOST_LINES, type DecidedLine, type Line } from "../rules/lines.ts";
import { parseDecidedLines } from "./decided-lines.ts";
import { authorise, type ForFamily } from "./policy.ts";
import { withRefusalFacts, type RefusalFacts } from "./refusal-facts.ts";
import { judgedBy, type SubmitRefusal, type SubmitVisit } from "./submit-bookings.ts";

/** A line as it would be judged now, with what explains a refusal. */
export type PreviewedLine = DecidedLine & RefusalFacts;

/**
 * What would become of every line of a form, were it sent now by this guardian, or agent for a family: judged by the very function that will
 * judge it, places, deadlines and rules of the units together. Nothing is written.
 */
export async function previewBookings(
  visit: SubmitVisit,
  lines: readonly Line[],
  forFamily?: ForFamily,
): Promise<Result<readonly PreviewedLine[], SubmitRefusal>> {
  if (lines.length > MOST_LINES) return refuse({ code: "too-many-lines", most: MOST_LINES });
  if (lines.length === 0) return ok([]);
  // As if what a late cancellation costs had been read: the page that shows the answer says it.
  const authorised = await authorise(visit, lines, forFamily, { cause: "family", waived: null });
  if (!authorised.ok) return authorised;
  return visit.database.write(async (writes) => {
    const row = await writes.row<{ receipt: unknown }>(
      "preview_bookings",
      `select preview_bookings($1, $2, $3, $4, $5, $6::uuid[], $7::uuid[], $8, $9, $10, $11,
                               $12::text[], $13::uuid[], $14::uuid[], $15::smallint[], $16::smallint[], $17::smallint[], $18, $19) as receipt`,
      [visit.authority.id, ...judgedBy(visit, lines, authorised.value)],
    );
    return ok(await withRefusalFacts(writes, parseDecidedLines(row?.receipt), visit.now));
  });
}
