import type { AccountReach, InvoiceNumber } from "#billing";
import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

import type { GatewayReference } from "../gateway/gateway.ts";
import { isLive, LIVE_MINUTES, PAGE_MINUTES, type AttemptState } from "./attempt-course.ts";

/** An attempt to pay on line. */
export interface Attempt {
  readonly id: Id<"attempt">;
  readonly householdId: Id<"household">;
  readonly guardianId: Id<"guardian">;
  readonly settingId: Id<"gatewaySetting">;
  readonly refdet: string;
  readonly amount: Cents;
  readonly year: number;
  readonly email: string;
  readonly by: string;
  readonly state: AttemptState;
  readonly at: Temporal.Instant;
  readonly reference: GatewayReference | null;
  readonly pageUrl: string | null;
}

/** What of a document an attempt pays. */
export interface AttemptDebt extends InvoiceNumber {
  readonly invoiceId: Id<"invoice">;
  readonly month: Temporal.PlainDate;
  readonly payer: string;
  readonly amount: Cents;
}

const COLUMNS = `a.id, a.household_id as "householdId", a.guardian_id as "guardianId", a.setting_id as "settingId",
            a.refdet, a.amount_cents as amount, a.year, a.email, a.by_label as by, a.state, a.at, a.reference,
            a.page_url as "pageUrl"`;

/** An attempt; undefined where there is none. */
export function attemptById(reads: Reads, id: Id<"attempt">): Promise<Attempt | undefined> {
  return reads.row<Attempt>("payments_attempt", `select ${COLUMNS} from payment_attempt a where a.id = $1`, [
    id,
  ]);
}

/** The same, held until the transaction ends: answers to it are counted one after the other. */
export function lockAttempt(reads: Reads, id: Id<"attempt">): Promise<Attempt | undefined> {
  return reads.row<Attempt>(
    "payments_attempt_lock",
    `select ${COLUMNS} from payment_attempt a where a.id = $1 for update`,
    [id],
  );
}

/** An attempt of an account within reach. */
export function attemptWithin(
  reads: Reads,
  { householdIds, onlyGuardian, ownGuardian }: AccountReach,
  id: Id<"attempt">,
): Promise<Attempt | undefined> {
  return reads.row<Attempt>(
    "payments_attempt_within",
    `select ${COLUMNS} from payment_attempt a
     where a.id = $1 and (a.household_id = any ($2::uuid[]) or a.guardian_id = $4)
       and ($3::uuid is null or a.guardian_id = $3)`,
    [id, householdIds, onlyGuardian, ownGuardian],
  );
}

/** What an attempt pays, in the order in which it was asked. */
export function debtsOf(reads: Reads, id: Id<"attempt">): Promise<AttemptDebt[]> {
  return reads.rows<AttemptDebt>(
    "payments_attempt_debts",
    `select d.invoice_id as "invoiceId", d.amount_cents as amount, i.series, i.year, i.number, i.month,
            i.payer_name as payer
     from attempt_debt d
     join billing_invoice_card i on i.invoice_id = d.invoice_id
     where d.attempt_id = $1
     order by d.position`,
    [id],
  );
}

/** Attempts that hold one of these documents. */
export function liveAttemptsFor(reads: Reads, invoiceIds: readonly Id<"invoice">[]): Promise<Attempt[]> {
  return reads.rows<Attempt>(
    "payments_attempts_live",
    `select ${COLUMNS} from payment_attempt a
     where a.id in (select attempt_id from attempt_debt where live and invoice_id = any ($1::uuid[]))
     order by a.at`,
    [invoiceIds],
  );
}

/** Which of these documents an attempt holds. */
export async function heldInvoices(
  reads: Reads,
  invoiceIds: readonly Id<"invoice">[],
): Promise<ReadonlySet<Id<"invoice">>> {
  const rows = await reads.rows<{ id: Id<"invoice"> }>(
    "payments_invoices_held",
    "select invoice_id as id from attempt_debt where live and invoice_id = any ($1::uuid[])",
    [invoiceIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Until when nobody opens another attempt for the same documents. */
export const liveUntil = ({ at }: Attempt): Temporal.Instant => at.add({ minutes: LIVE_MINUTES });

/** Whether an attempt still holds what it pays though its time is over: nobody has heard from the service since. */
export const isLate = (attempt: Attempt, now: Temporal.Instant): boolean =>
  isLive(attempt.state) && Temporal.Instant.compare(now, liveUntil(attempt)) >= 0;

/** Until when the payer may go back to the service's page. */
export const pageUntil = ({ at }: Attempt): Temporal.Instant => at.add({ minutes: PAGE_MINUTES });
