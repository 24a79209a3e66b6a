import { accountReach, isWithin, lockAccount, openInvoices, type OpenInvoice } from "#billing";
import type { GuardianVisit } from "#identity";
import { cents, ok, parisDate, refuse, type Cents, type Id, type Result } from "#kernel";
import { writeJournal, type Writes } from "#platform";

import type { GatewayFault, OpenedPayment } from "../gateway/gateway.ts";
import { OPENING_MINUTES } from "./attempt-course.ts";
import { freeHeld } from "./free-held.ts";
import { noteRefused } from "./note-refused.ts";
import { IS_PAYER, payerName } from "./payer-name.ts";
import { refdet } from "./refdet.ts";
import { currentSetting, paysHere, type GatewayOf, type KeptSetting } from "../settings/setting.ts";
import { attemptById, liveAttemptsFor, type Attempt } from "./attempt.ts";
import { texts } from "./texts.fr.ts";

/** PayFiP takes no less (fault M3), and no more than 99 999,99 € (M5). */
export const LEAST = cents(100);
export const MOST = cents(9_999_999);

/** What a family asks to pay. What it was shown is compared, never believed. */
export interface PayOrder {
  /** The form's own key: sent twice, it opens one attempt. */
  readonly id: Id<"attempt">;
  readonly householdId: Id<"household">;
  readonly guardianId: Id<"guardian">;
  /** The documents chosen, with what the page said was owed of each. */
  readonly chosen: readonly { readonly invoice: Id<"invoice">; readonly shown: Cents }[];
  /** Less than the whole, where the authority allows it. */
  readonly part: Cents | null;
  readonly email: string;
}

/** Why nobody was sent to pay. */
export type PayRefusal =
  | { readonly code: "unknown" }
  | { readonly code: "closed" }
  | { readonly code: "changed" }
  | { readonly code: "under-way"; readonly attempt: Attempt }
  | { readonly code: "amount"; readonly least: Cents; readonly most: Cents }
  | { readonly code: "gateway"; readonly fault: GatewayFault };

/** An attempt that is kept, before the service is asked. */
export interface Prepared {
  readonly attempt: Attempt;
  readonly setting: KeptSetting;
  /** Written by this form; false where the same form had been sent before. */
  readonly fresh: boolean;
}

/**
 * Opens an attempt, then the service's page. The amount is what the ledger says in the transaction that writes it; one
 * attempt lives at a time for a document. The attempt is kept before the service is asked: whatever breaks in between,
 * nothing can be paid that is not known here.
 */
export async function openAttempt(
  visit: GuardianVisit,
  order: PayOrder,
  gatewayOf: GatewayOf,
): Promise<Result<{ pageUrl: string }, PayRefusal>> {
  const asked = order.part ?? cents(order.chosen.reduce((sum, { shown }) => sum + shown, 0));
  const prepared = await visit.database.write(async (writes) =>
    noteRefused(writes, visit, { ...order, asked }, await prepare(writes, visit, order)),
  );
  return prepared.ok ? sendToPay(visit, prepared.value, gatewayOf) : prepared;
}

/** The most of a whole that may be paid in part: what is left can be paid on line too. */
export const mostInPart = (whole: number): Cents => cents(Math.min(MOST, Math.max(0, whole - LEAST)));

/** Whether what an amount leaves of the whole is nothing, or enough to be paid on line. */
export const leavesPayable = (amount: number, whole: number): boolean =>
  amount === whole || (amount < whole && whole - amount >= LEAST);

/** Asks the service for its page, for an attempt that is kept. */
export async function sendToPay(
  { database, now, origin }: GuardianVisit,
  { attempt, setting, fresh }: Prepared,
  gatewayOf: GatewayOf,
): Promise<Result<{ pageUrl: string }, PayRefusal>> {
  if (!fresh) return sentBefore(attempt);
  const opened = await gatewayOf(setting).open({
    refdet: attempt.refdet,
    amount: attempt.amount,
    year: attempt.year,
    email: attempt.email,
    label: texts.label(attempt.refdet),
    notifyUrl: `${origin}/paiement/notification`,
    returnUrl: `${origin}/paiement/retour`,
  });
  if (!opened.ok) {
    await database.write((writes) => failed(writes, attempt, opened.refusal, now));
    return refuse({ code: "gateway", fault: opened.refusal });
  }
  const kept = await database.write((writes) => keepOpened(writes, attempt, opened.value, now));
  if (kept) return ok({ pageUrl: opened.value.pageUrl });
  const fault: GatewayFault = { code: "unavailable", reason: "too late", retryAfterMinutes: 0 };
  return refuse({ code: "gateway", fault });
}

/** The same form sent again: back to the page that it opened, as long as it may be. */
function sentBefore(attempt: Attempt): Result<{ pageUrl: string }, PayRefusal> {
  return attempt.state === "open" && attempt.pageUrl !== null
    ? ok({ pageUrl: attempt.pageUrl })
    : refuse({ code: "under-way", attempt });
}

/**
 * The same form, sent before. One that asks for another amount is told of the first: nobody goes to pay something else
 * than what the page said.
 */
export function keptBefore(
  prepared: Prepared,
  payer: { householdId: Id<"household">; guardianId: Id<"guardian"> },
  amount: Cents,
): Result<Prepared, Extract<PayRefusal, { code: "unknown" | "under-way" }>> {
  const { attempt } = prepared;
  const isOwn = attempt.householdId === payer.householdId && attempt.guardianId === payer.guardianId;
  if (!isOwn) return refuse({ code: "unknown" });
  return attempt.amount === amount ? ok(prepared) : refuse({ code: "under-way", attempt });
}

async function prepare(
  writes: Writes,
  { actor, authority, now, address }: GuardianVisit,
  order: PayOrder,
): Promise<Result<Prepared, PayRefusal>> {
  const payer = { householdId: order.householdId, guardianId: order.guardianId };
  if (!isWithin(accountReach(actor), payer)) return refuse({ code: "unknown" });
  await lockAccount(writes, payer);
  const setting = await currentSetting(writes);
  if (setting === undefined || !paysHere(setting, authority)) return refuse({ code: "closed" });
  const known = await attemptById(writes, order.id);
  const shownSum = order.chosen.reduce((sum, one) => sum + one.shown, 0);
  if (known !== undefined)
    return keptBefore({ attempt: known, setting, fresh: false }, payer, order.part ?? cents(shownSum));
  const ids = order.chosen.map(({ invoice }) => invoice);
  if ((await payerName(writes, payer)) === undefined) return refuse({ code: "unknown" });
  const [live] = await liveAttemptsFor(writes, ids);
  const owed = (await openInvoices(writes, payer)).filter(({ id }) => ids.includes(id));
  if (live !== undefined && live.householdId === payer.householdId && live.guardianId === payer.guardianId)
    return refuse({ code: "under-way", attempt: live });
  // Settled since, of another payer, or of another family: what is not owed here is not told to exist.
  const shown = new Map(order.chosen.map((one) => [one.invoice, one.shown]));
  if (owed.length !== shown.size || owed.some(({ id, open }) => shown.get(id) !== open))
    return refuse({ code: "changed" });
  // Parts were allowed when the page was shown: nobody is sent to pay more than it said.
  if (order.part !== null && !setting.partAllowed) return refuse({ code: "changed" });
  const whole = owed.reduce((sum, { open }) => sum + open, 0);
  const amount = order.part ?? whole;
  if (amount < LEAST || amount > MOST || !leavesPayable(amount, whole))
    return refuse({ code: "amount", least: LEAST, most: mostInPart(whole) });
  const kept = await keepAttempt(writes, {
    ...{ order, setting, amount: cents(amount), owed, actor, now, address },
  });
  return kept.ok ? ok({ attempt: kept.value, setting, fresh: true }) : kept;
}

/**
 * Keeps an attempt with what it pays; without a document, it pays a basket or is an advance. `unknown`: the payer is
 * no payer of that household, and nothing was written.
 */
export async function keepAttempt(
  writes: Writes,
  of: NewAttempt,
): Promise<Result<Attempt, { code: "unknown" }>> {
  const attempt = await write(writes, of);
  if (attempt === undefined) return refuse({ code: "unknown" });
  const { actor, now, address } = of;
  await writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act: "payments.attempted",
    objectKind: "attempt",
    objectId: attempt.id,
    householdId: attempt.householdId,
    facts: { refdet: attempt.refdet, cents: attempt.amount },
    address,
  });
  return ok(attempt);
}

/** What an attempt is written from. */
export interface NewAttempt {
  readonly order: Pick<PayOrder, "id" | "householdId" | "guardianId" | "email">;
  readonly setting: KeptSetting;
  readonly amount: Cents;
  readonly owed: readonly OpenInvoice[];
  readonly actor: GuardianVisit["actor"];
  readonly now: Temporal.Instant;
  readonly address: string;
}

async function write(writes: Writes, of: NewAttempt): Promise<Attempt | undefined> {
  const { order, setting, amount, owed, actor, now } = of;
  const first = owed[0] ?? { year: parisDate(now).year, number: 0 };
  const numbered = await writes.row<{ number: number }>(
    "payments_attempt_number",
    "select nextval('payment_attempt_number') as number",
  );
  if (numbered === undefined) throw new Error("A sequence gives a number");
  const written = await writes.run(
    "payments_attempt_write",
    `insert into payment_attempt (id, household_id, guardian_id, account_id, by_label, email, setting_id, refdet,
                                  amount_cents, year, state, at, next_look_up)
     select $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::text, $6::text, $7::uuid, $8::text, $9::integer, $10::integer,
            'opening', $11::timestamptz, $12::timestamptz
     where ${IS_PAYER}`,
    [
      order.id,
      order.householdId,
      order.guardianId,
      actor.accountId,
      actor.name,
      order.email,
      setting.id,
      refdet(first, numbered.number),
      amount,
      first.year,
      now.toString(),
      now.add({ minutes: OPENING_MINUTES }).toString(),
    ],
  );
  if (written === 0) return undefined;
  const shares = sharesOf(amount, owed);
  await writes.run(
    "payments_debts_write",
    `insert into attempt_debt (attempt_id, position, invoice_id, amount_cents, live)
     select $1, d.position, d.invoice_id, d.amount, true
     from unnest($2::uuid[], $3::integer[]) with ordinality as d (invoice_id, amount, position)`,
    [order.id, shares.map(({ id }) => id), shares.map(({ share }) => share)],
  );
  const attempt = await attemptById(writes, order.id);
  if (attempt === undefined) throw new Error(`Attempt ${order.id} was not written`);
  return attempt;
}

/** A part settles the oldest documents first: those that it does not reach are not held. */
function sharesOf(amount: Cents, owed: readonly OpenInvoice[]) {
  let left = Number(amount);
  return owed.flatMap(({ id, open }) => {
    const share = Math.min(left, open);
    left -= share;
    return share > 0 ? [{ id, share }] : [];
  });
}

function keepOpened(
  writes: Writes,
  { id }: Attempt,
  { reference, pageUrl }: OpenedPayment,
  now: Temporal.Instant,
): Promise<boolean> {
  return writes
    .run(
      "payments_attempt_opened",
      `update payment_attempt set state = 'open', reference = $2, page_url = $3, next_look_up = $4
       where id = $1 and state = 'opening'`,
      [id, reference, pageUrl, now.add({ minutes: 5 }).toString()],
    )
    .then((count) => count > 0);
}

/** The service opened nothing, or nobody knows the name of what it opened: nobody can pay it, and another may begin. */
export async function failed(
  writes: Writes,
  { id, by, householdId }: Pick<Attempt, "id" | "by" | "householdId">,
  fault: GatewayFault | null,
  now: Temporal.Instant,
): Promise<void> {
  const ended = await writes.run(
    "payments_attempt_failed",
    "update payment_attempt set state = 'failed', next_look_up = null where id = $1 and state = 'opening'",
    [id],
  );
  if (ended === 0) return;
  await freeHeld(writes, id);
  await writeJournal(writes, {
    at: now,
    accountId: null,
    byLabel: by,
    act: "payments.not-opened",
    objectKind: "attempt",
    objectId: id,
    householdId,
    facts: { fault },
  });
}
