import type { SignedInVisit } from "#identity";
import { cents, ok, refuse, type Cents, type Id, type Result } from "#kernel";
import { announce, writeJournal, type Reads } from "#platform";

import { lockAttempt } from "../attempts/attempt.ts";
import { writePayment } from "../attempts/look-up.ts";

/** Why a line of a report waits for an agent, or why a payment does. */
export type DifferenceKind =
  | "unknown"
  | "not_opened"
  | "differs"
  | "twice"
  | "elsewhere"
  | "unreadable"
  | "contradicted"
  | "absent";

/** What of a payment differs between the report and the account. */
export interface FieldDifference {
  readonly field: "amount" | "day" | "reference" | "account" | "mode" | "result";
  readonly asked: string;
  readonly came: string;
}

/** Something that does not agree between a report and what is known here. */
export interface ReportDifference {
  readonly id: Id<"reportDifference">;
  readonly reportId: Id<"report">;
  readonly fileName: string;
  /** Null for a payment that the report lacks. */
  readonly line: number | null;
  readonly kind: DifferenceKind;
  readonly attemptId: Id<"attempt"> | null;
  readonly householdId: Id<"household"> | null;
  readonly refdet: string | null;
  readonly day: Temporal.PlainDate | null;
  readonly here: Cents | null;
  readonly there: Cents | null;
  readonly differences: readonly FieldDifference[];
  readonly sentence: string | null;
  readonly at: Temporal.Instant;
  /** Whether a payment stands in the account now, whatever was so when the report was compared. */
  readonly paid: boolean;
  readonly outcome: "recorded" | "set_aside" | "found" | null;
  readonly why: string | null;
  readonly settledBy: string | null;
}

const DIFFERENCE = `d.id, d.report_id as "reportId", r.file_name as "fileName", d.line, d.kind,
            d.attempt_id as "attemptId", a.household_id as "householdId", d.refdet, d.day, d.here_cents as here,
            d.there_cents as there, d.differences, d.sentence, d.at, p.id is not null as paid, d.outcome, d.why,
            d.settled_by as "settledBy"`;
const FROM = `join payment_report r on r.id = d.report_id
     left join payment_attempt a on a.id = d.attempt_id
     left join payment p on p.attempt_id = d.attempt_id`;

/** What waits for an agent, whatever its report, the oldest first. */
export function differencesWaiting(reads: Reads, count: number): Promise<ReportDifference[]> {
  return reads.rows<ReportDifference>(
    "payments_differences_waiting",
    `select ${DIFFERENCE}
     from (select * from report_difference where settled_at is null order by at, id limit $1) d
     ${FROM}
     order by d.at, d.id`,
    [count],
  );
}

/** What differs in one report: what waits first, then in the order of its lines. */
export function differencesOf(
  reads: Reads,
  report: Id<"report">,
  count: number,
): Promise<ReportDifference[]> {
  return reads.rows<ReportDifference>(
    "payments_differences_of_report",
    `select ${DIFFERENCE}
     from (select * from report_difference where report_id = $1
           order by settled_at is not null, line nulls last, id limit $2) d
     ${FROM}
     order by d.settled_at is not null, d.line nulls last, d.id`,
    [report, count],
  );
}

/** One, settled or not. */
export function differenceById(
  reads: Reads,
  id: Id<"reportDifference">,
): Promise<ReportDifference | undefined> {
  return reads.row<ReportDifference>(
    "payments_difference",
    `select ${DIFFERENCE} from report_difference d ${FROM} where d.id = $1`,
    [id],
  );
}

/**
 * Whether an agent may record what the report says was paid: the family is known, the service has told all that it will,
 * and nothing stands in the account.
 */
export function mayRecord({ kind, paid, outcome }: ReportDifference): boolean {
  return (kind === "not_opened" || kind === "contradicted") && !paid && outcome === null;
}

/**
 * An agent settles a difference: what the report says was paid is recorded (« recorded »), or nothing is (« set_aside »).
 * Either with a reason. Settled twice, it stays as it was settled first.
 */
export async function settleDifference(
  { actor, authority, database, now, address }: SignedInVisit,
  of: { difference: Id<"reportDifference">; outcome: "recorded" | "set_aside"; why: string },
): Promise<Result<null, { code: "unknown" } | { code: "not-recordable" }>> {
  return database.write(async (writes) => {
    const found = await differenceById(writes, of.difference);
    if (found === undefined) return refuse({ code: "unknown" });
    const attempt = found.attemptId === null ? undefined : await lockAttempt(writes, found.attemptId);
    // Read again once the attempt is held: a look-up may have written its payment in between.
    const difference = await differenceById(writes, of.difference);
    if (difference === undefined) return refuse({ code: "unknown" });
    if (difference.outcome !== null) return ok(null);
    const recorded = of.outcome === "recorded";
    if (recorded && (attempt === undefined || !mayRecord(difference)))
      return refuse({ code: "not-recordable" });
    const settled = await writes.run(
      "payments_difference_settle",
      `update report_difference set outcome = $2, why = $3, settled_by = $4, settled_at = $5
       where id = $1 and settled_at is null`,
      [of.difference, of.outcome, of.why, actor.name, now.toString()],
    );
    if (settled === 0) return ok(null);
    if (recorded && attempt !== undefined && difference.there !== null && difference.day !== null) {
      const paid = { amount: cents(difference.there), means: null, authorisation: null, at: null };
      if (await writePayment(writes, attempt, { ...paid, day: difference.day }, now))
        await announce(writes, authority.id, { type: "payments.received", facts: { payment: attempt.id } });
      await writes.run(
        "payments_attempt_paid_by_report",
        "update payment_attempt set state = 'paid', next_look_up = null, alerted_at = null where id = $1",
        [attempt.id],
      );
    }
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "payments.difference-settled",
      objectKind: "report",
      objectId: difference.reportId,
      ...(difference.householdId === null ? {} : { householdId: difference.householdId }),
      reason: of.why,
      facts: { outcome: of.outcome, kind: difference.kind, line: difference.line, refdet: difference.refdet },
      address,
    });
    return ok(null);
  });
}
