import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import type { SignedIn, Visit } from "#identity";
import type { Writes } from "#platform";

import { askedLine, MOST_LINES, sameLines, type DecidedLine, type Line } from "../rules/lines.ts";
import { parseDecidedLines } from "./decided-lines.ts";
import {
  authorise,
  type Authorisation,
  type ForFamily,
  type LateCancellation,
  type NotAllowed,
} from "./policy.ts";

/** One form: its idempotency key and what it asks. */
export interface BookingForm {
  key: Id<"submission">;
  lines: readonly Line[];
  /** What it says of places given back after their deadline; a family's says that it has read what that costs. */
  late?: LateCancellation | null;
}

/** What became of every line, in the order sent; found again under its key at /recus/:key. */
export interface Receipt {
  key: Id<"submission">;
  lines: readonly DecidedLine[];
}

/** Why the whole form was turned away; nothing was written. */
export type SubmitRefusal =
  | NotAllowed
  | { code: "no-lines" }
  | { code: "too-many-lines"; most: number }
  /** Another form was sent under this key: by somebody else, or with other lines. */
  | { code: "key-taken" };

/** What submitting needs of a visit. */
export type SubmitVisit = Pick<Visit<SignedIn>, "actor" | "authority" | "database" | "now">;

/**
 * Books and cancels every line of one form together: the central act.
 *
 * In: who acts, the form and, for an agent, the file and the reason. Out: the receipt, with what became of each
 * line; a line that cannot be taken does not hold back the others. The same form sent twice gives the first
 * receipt and writes nothing. Refuses the whole form when the person may not act, or it has no line or too many.
 *
 * All that decides (places, deadlines, doubles, whose participant) is read and judged under the lock of the
 * slots by one statement, `submit_bookings`, with the instant at which the server received the form.
 */
export async function submitBookings(
  visit: SubmitVisit,
  form: BookingForm,
  forFamily?: ForFamily,
): Promise<Result<Receipt, SubmitRefusal>> {
  const { lines, late } = form;
  if (lines.length === 0) return refuse({ code: "no-lines" });
  if (lines.length > MOST_LINES) return refuse({ code: "too-many-lines", most: MOST_LINES });
  const authorised = await authorise(visit, lines, forFamily, late);
  if (!authorised.ok) return authorised;
  return visit.database.writeOnce((writes) => submitWithin(writes, visit, form, authorised.value));
}

/** The same within a transaction that writes more than bookings; the caller has authorised the form. */
export async function submitWithin(
  writes: Writes,
  visit: Omit<SubmitVisit, "database">,
  { key, lines }: BookingForm,
  by: Authorisation,
): Promise<Result<Receipt, { code: "key-taken" }>> {
  const row = await writes.row<{ receipt: unknown }>(
    "submit_bookings",
    `select submit_bookings($1, $2, $3, $4, $5, $6, $7::uuid[], $8::uuid[], $9, $10, $11, $12,
                              $13::text[], $14::uuid[], $15::uuid[], $16::smallint[], $17::smallint[], $18::smallint[], $19, $20) as receipt`,
    [visit.authority.id, key, ...judgedBy(visit, lines, by)],
  );
  if (row === undefined) throw new Error("submit_bookings returned no row");
  if (row.receipt === null) return refuse({ code: "key-taken" });
  const decided = parseDecidedLines(row.receipt);
  return sameLines(lines, decided.map(askedLine))
    ? ok({ key, lines: decided })
    : refuse({ code: "key-taken" });
}

/** What the function that judges is told, after the authority and the key: who acts, in whose name, when, and the lines. */
export function judgedBy(
  { actor, now }: Pick<SubmitVisit, "actor" | "now">,
  lines: readonly Line[],
  by: Authorisation,
) {
  return [
    actor.accountId,
    actor.name,
    by.byAgent,
    by.reason,
    by.households,
    by.withheld,
    by.freely,
    by.overCapacity,
    now.toString(),
    parisDate(now).toString(),
    lines.map((line) => line.act),
    lines.map((line) => line.participantId),
    lines.map((line) => line.slotId),
    lines.map((line) => line.hours?.from ?? null),
    lines.map((line) => line.hours?.to ?? null),
    lines.map((line) => line.companions ?? null),
    by.late?.cause ?? null,
    by.late?.waived ?? null,
  ] as const;
}
