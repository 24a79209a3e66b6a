import { accountReach, isWithin, wholeBalance, lockAccount, type Payer } from "#billing";
import type { GuardianVisit, SignedInVisit } from "#identity";
import { cents, ok, refuse, type Cents, type Id, type Result } from "#kernel";
import { writeJournal, type Reads, type Writes } from "#platform";

import { lockRegies } from "../desk/holdings.ts";
import { writeTreasuryRefund, type BACK_OFFICE_MEANS } from "../received/refund.ts";

/** A family's request for what is in its favour. */
export interface RefundRequest extends Payer {
  readonly id: Id<"refundRequest">;
  readonly payer: string;
  readonly cents: Cents;
  readonly by: string;
  readonly email: string;
  readonly at: Temporal.Instant;
  readonly outcome: "given_back" | "refused" | null;
  readonly answer: string | null;
  readonly given: Cents | null;
  readonly answeredAt: Temporal.Instant | null;
  /** The agent who answered. */
  readonly answeredBy: string | null;
}

const COLUMNS = `r.id, r.household_id as "householdId", r.guardian_id as "guardianId", r.amount_cents as cents,
            r.by_label as by, r.email, r.at, r.outcome, r.answer, r.given_cents as given, r.answered_at as "answeredAt",
            r.answered_by as "answeredBy",
            coalesce((select g.first_name || ' ' || g.last_name from families_guardian_name g
                      where g.guardian_id = r.guardian_id), '') as payer`;

/** Those that wait for an agent, the oldest first. */
export function requestsWaiting(reads: Reads): Promise<RefundRequest[]> {
  return reads.rows<RefundRequest>(
    "payments_refund_requests",
    `select ${COLUMNS} from refund_request r where r.answered_at is null order by r.at, r.id`,
  );
}

/** One request. */
export function requestById(reads: Reads, id: Id<"refundRequest">): Promise<RefundRequest | undefined> {
  return reads.row<RefundRequest>(
    "payments_refund_request",
    `select ${COLUMNS} from refund_request r where r.id = $1`,
    [id],
  );
}

/** The last request of an account, answered or not. */
export function lastRequest(
  reads: Reads,
  { householdId, guardianId }: Payer,
): Promise<RefundRequest | undefined> {
  return reads.row<RefundRequest>(
    "payments_refund_request_last",
    `select ${COLUMNS} from refund_request r
     where r.household_id = $1 and r.guardian_id = $2
     order by r.at desc, r.id limit 1`,
    [householdId, guardianId],
  );
}

/** What is in the favour of a payer. */
async function favourOf(reads: Reads, payer: Payer): Promise<Cents> {
  return cents(Math.max(0, 0 - (await wholeBalance(reads, payer))));
}

/** Why nothing was asked; `used`: this form has asked for another amount. */
export type AskRefusal =
  | { readonly code: "unknown" }
  | { readonly code: "waits" }
  | { readonly code: "used"; readonly asked: Cents }
  | { readonly code: "too-much"; readonly most: Cents };

/** Asks for so much of what is in one's favour; one request of an account waits at a time. */
export async function askRefund(
  { actor, database, now, address }: GuardianVisit,
  { id, payer, amount }: { id: Id<"refundRequest">; payer: Payer; amount: Cents },
): Promise<Result<null, AskRefusal>> {
  if (!isWithin(accountReach(actor), payer)) return refuse({ code: "unknown" });
  return database.write(async (writes) => {
    await lockAccount(writes, payer);
    const last = await lastRequest(writes, payer);
    const known = await requestById(writes, id);
    if (known !== undefined) return again(known, payer, amount);
    if (last !== undefined && last.answeredAt === null) return refuse({ code: "waits" });
    const most = await favourOf(writes, payer);
    if (amount < 1 || amount > most) return refuse({ code: "too-much", most });
    await writes.run(
      "payments_refund_request_write",
      `insert into refund_request (id, household_id, guardian_id, amount_cents, account_id, by_label, email, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[id, payer.householdId, payer.guardianId, amount],
        ...[actor.accountId, actor.name, actor.email, now.toString()],
      ],
    );
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "payments.refund-asked",
      objectKind: "guardian",
      objectId: payer.guardianId,
      householdId: payer.householdId,
      facts: { cents: amount },
      address,
    });
    return ok(null);
  });
}

/** The same form sent again; one that asks for another amount asked for nothing. */
function again(known: RefundRequest, payer: Payer, amount: Cents): Result<null, AskRefusal> {
  const isOwn = known.householdId === payer.householdId && known.guardianId === payer.guardianId;
  if (!isOwn) return refuse({ code: "unknown" });
  return known.cents === amount ? ok(null) : refuse({ code: "used", asked: known.cents });
}

/** What an agent gives back: at most what is in the payer's favour, and was paid otherwise than by titles. */
export interface GiveBack {
  readonly cents: Cents;
  readonly means: (typeof BACK_OFFICE_MEANS)[number];
  readonly reason: string;
}

/** Why nothing was given back; `answered`: another answer stands, and this one was not recorded. */
export type GiveRefusal =
  | { readonly code: "unknown" }
  | { readonly code: "answered"; readonly request: RefundRequest }
  | { readonly code: "too-much"; readonly most: Cents };

/** A payment of which something may be given back. */
interface Returnable {
  id: Id<"payment">;
  left: Cents;
  /** The id of its next refund. */
  refundId: Id<"refund">;
}

/** What of an account's payments may be given back, the last one first; a title (CESU, ANCV) never is. */
function returnable(reads: Reads, { householdId, guardianId }: Payer): Promise<Returnable[]> {
  return reads.rows<Returnable>(
    "payments_returnable",
    `select p.id, (p.amount_cents
                   - coalesce((select sum(r.amount_cents) from refund r where r.payment_id = p.id), 0))::bigint as left,
            gen_random_uuid() as "refundId"
     from payment p
     where p.household_id = $1 and p.guardian_id = $2 and p.means not in ('cesu', 'ancv')
       and not exists (select from payment_reversal b where b.payment_id = p.id)
       and p.amount_cents > coalesce((select sum(r.amount_cents) from refund r where r.payment_id = p.id), 0)
     order by p.day desc, p.id`,
    [householdId, guardianId],
  );
}

/** The most that may be given back of an account now. */
export async function mostReturnable(reads: Reads, payer: Payer): Promise<Cents> {
  const paid = (await returnable(reads, payer)).reduce((sum, { left }) => sum + left, 0);
  return cents(Math.min(paid, await favourOf(reads, payer)));
}

/**
 * Gives back what a family asked, payment by payment from the last one, and answers the request, in one transaction. Sent
 * twice, it is answered once. Cash leaves a till: it is given back at the desk.
 */
export function giveBack(
  visit: SignedInVisit,
  id: Id<"refundRequest">,
  { cents: amount, means, reason }: GiveBack,
): Promise<Result<null, GiveRefusal>> {
  return visit.database.write(async (writes) => {
    await lockRegies(writes);
    const request = await heldRequest(writes, id);
    if (request === undefined) return refuse({ code: "unknown" });
    if (request.answeredAt !== null) {
      const isSame = request.given === amount && request.answer === reason;
      return isSame ? ok(null) : refuse({ code: "answered", request });
    }
    const most = await mostReturnable(writes, request);
    if (amount < 1 || amount > most) return refuse({ code: "too-much", most });
    let left: number = amount;
    for (const payment of await returnable(writes, request)) {
      const part = Math.min(left, payment.left);
      if (part <= 0) break;
      const refund = { id: payment.refundId, payment: payment.id, cents: cents(part), means, reason };
      const done = await writeTreasuryRefund(writes, visit, refund);
      if (!done.ok)
        throw new Error(`A refund of ${part} cents was refused under the lock: ${done.refusal.code}`);
      left -= part;
    }
    await answer(writes, visit, request, { outcome: "given_back", answer: reason, given: amount });
    return ok(null);
  });
}

/** A request once its payer's account is held: of two agents who answer it at one moment, the second finds the first's answer. */
async function heldRequest(writes: Writes, id: Id<"refundRequest">): Promise<RefundRequest | undefined> {
  const asked = await requestById(writes, id);
  if (asked === undefined) return undefined;
  await lockAccount(writes, asked);
  return requestById(writes, id);
}

/** Says why nothing is given back; one that was answered before is left, and returned, as it is. */
export async function refuseRefund(
  visit: SignedInVisit,
  id: Id<"refundRequest">,
  reason: string,
): Promise<RefundRequest | undefined> {
  return visit.database.write(async (writes) => {
    const request = await heldRequest(writes, id);
    if (request === undefined || request.answeredAt !== null) return request;
    await answer(writes, visit, request, { outcome: "refused", answer: reason, given: null });
    return request;
  });
}

async function answer(
  writes: Writes,
  { actor, now, address }: SignedInVisit,
  { id, guardianId, householdId }: RefundRequest,
  said: { outcome: "given_back" | "refused"; answer: string; given: Cents | null },
): Promise<void> {
  await writes.run(
    "payments_refund_request_answer",
    `update refund_request
     set outcome = $2, answer = $3, given_cents = $4, answered_by = $5, answered_at = $6
     where id = $1`,
    [id, said.outcome, said.answer, said.given, actor.name, now.toString()],
  );
  await writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act: "payments.refund-answered",
    objectKind: "guardian",
    objectId: guardianId,
    householdId,
    reason: said.answer,
    facts: { outcome: said.outcome, cents: said.given },
    address,
  });
}
