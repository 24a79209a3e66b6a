import { lockAccount, postEntry, settledBySource, type Settlement } from "#billing";
import type { SignedInVisit } from "#identity";
import { cents, ok, parisDate, refuse, type Cents, type Id, type Result } from "#kernel";
import { announce, rehearse, writeJournal, type Reads, type Writes } from "#platform";

import { bookAtDesk, type DeskPlace, type PlacesRefusal } from "./desk-basket.ts";
import type { DeskOrder } from "./desk-order.ts";
import { closedUntil, holdingsNow, lockRegie, nextNumber, postDeskEntry } from "./holdings.ts";
import { judgePayment, type JudgeRefusal } from "./judge-payment.ts";
import { payerStanding } from "./payer-standing.ts";
import { deskRole } from "./policy.ts";
import { isHeld, regieOn } from "./regie.ts";
import { sameCheque, type SameCheque } from "./same-cheque.ts";
import { cashState, type CashState } from "./rules/cash-ceiling.ts";
import { keptReceipt, writeReceipt } from "./write-receipt.ts";

/** Why nothing was taken. */
export type TakeRefusal =
  | { readonly code: "unknown" }
  /** This form has taken something else: what the receipt of that number says. */
  | { readonly code: "taken"; readonly year: number; readonly number: number }
  /** A receipt has taken a cheque of the same bank, number and amount: the agent says whether it is another one. */
  | { readonly code: "same-cheque"; readonly earlier: SameCheque }
  | JudgeRefusal
  | PlacesRefusal;

/** What was taken, as the receipt tells it. */
export interface Taken {
  readonly payment: Id<"payment">;
  readonly year: number;
  readonly number: number;
  readonly change: Cents;
  readonly settles: readonly Settlement[];
  /** The held places that it booked. */
  readonly places: readonly DeskPlace[];
  /** What is left of it in the payer's favour. */
  readonly credit: Cents;
  /** An earlier receipt of the same cheque, of which the agent is told. */
  readonly sameCheque: SameCheque | null;
  /** Where the cash of the régie stands with it. */
  readonly cash: CashState;
}

/**
 * @rule Encaisser à la régie
 *
 * Le montant règle les factures choisies, ou les plus anciennes ; ce qui dépasse est un crédit, sauf pour un titre (CESU,
 * ANCV). La quittance a le numéro suivant de la régie dans l’année, donné avec l’écriture : il n’y a pas de trou. Le même
 * formulaire envoyé deux fois n’encaisse qu’une fois. Une facture que la famille est en train de payer en ligne attend la
 * réponse, et une journée close ne reçoit plus rien. Un chèque de même banque, de même numéro et de même montant qu’un
 * chèque déjà encaissé est demandé deux fois : l’agent voit l’autre quittance, et ne continue que sciemment.
 *
 * Exemple : 62,40 € dus, 70,00 € donnés en espèces : 7,60 € à rendre, quittance n° 2026-000012.
 */
export function takePayment(visit: SignedInVisit, order: DeskOrder): Promise<Result<Taken, TakeRefusal>> {
  return visit.database.write((writes) => take(writes, visit, order));
}

/** What taking it would do now: number, change, documents settled, credit. Nothing of it stays. */
export function rehearsePayment(visit: SignedInVisit, order: DeskOrder): Promise<Result<Taken, TakeRefusal>> {
  return rehearse(visit.database, (writes) => take(writes, visit, { ...order, knowingly: true }));
}

async function take(
  writes: Writes,
  visit: SignedInVisit,
  order: DeskOrder,
): Promise<Result<Taken, TakeRefusal>> {
  const { actor, authority, now, address } = visit;
  const day = parisDate(now);
  if (!(await lockRegie(writes, order.regie))) return refuse({ code: "unknown" });
  const regie = await regieOn(writes, order.regie, day);
  const role = regie && deskRole(actor, regie);
  if (regie === undefined || (role !== "holder" && role !== "taker")) return refuse({ code: "unknown" });
  await lockAccount(writes, order);
  const kept = await keptReceipt(writes, order.id);
  if (kept !== undefined) return again(order, kept);
  const standing = await payerStanding(writes, regie, order, now);
  if (standing === undefined) return refuse({ code: "unknown" });
  const closed = await closedUntil(writes, regie.id);
  const judged = await judgePayment(writes, { order, regie, standing, day, closed });
  if (!judged.ok) return judged;
  const earlier = await sameCheque(writes, order);
  if (earlier !== undefined && order.knowingly !== true) return refuse({ code: "same-cheque", earlier });
  // The key of another payment than a desk's: no form of ours has it.
  if (await isPayment(writes, order.id)) return refuse({ code: "unknown" });
  // The last refusal: from here on, all is written.
  const booked = await bookAtDesk(writes, { order, regie, actor, now });
  if (!booked.ok) return booked;
  const places = booked.value;
  await writePayment(writes, order, day, now);
  await postEntry(writes, {
    payer: order,
    kind: "payment",
    cents: order.cents,
    day,
    sourceId: order.id,
    means: order.means,
    ...judged.value,
    at: now,
  });
  const { means, id: sourceId } = order;
  await postDeskEntry(writes, {
    ...{ regie: regie.id, day, means, kind: "receipt", cents: order.cents, held: isHeld(means), sourceId },
    ...{ payment: order.id, by: actor, at: now },
  });
  const settles = (await settledBySource(writes, order)).get(order.id) ?? [];
  const number = await nextNumber(writes, { regie: regie.id, kind: "receipt", year: day.year });
  await writeReceipt(writes, visit, {
    ...{ order, regie, settles, places, number },
    payerName: standing.payer,
    year: day.year,
  });
  await writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act: "payments.taken-at-desk",
    objectKind: "payment",
    objectId: order.id,
    householdId: order.householdId,
    facts: { regie: regie.id, number: `${day.year}-${number}`, cents: order.cents, means },
    address,
  });
  await announce(writes, authority.id, { type: "payments.taken", facts: { payment: order.id } });
  const { cash } = await holdingsNow(writes, regie.id);
  return ok({
    payment: order.id,
    year: day.year,
    number,
    settles,
    places,
    sameCheque: earlier ?? null,
    change: cents((order.handed ?? order.cents) - order.cents),
    credit: cents(order.cents - settles.reduce((sum, one) => sum + one.cents, 0)),
    cash: cashState(cash, regie.cashCeiling),
  });
}

type Kept = NonNullable<Awaited<ReturnType<typeof keptReceipt>>>;

/**
 * The same form sent again: what the first one took. One that says something else (« 40,00 € » in cash, then « back » and
 * « 22,40 € » by cheque) is refused: what the agent holds now would be in no receipt.
 */
function again(order: DeskOrder, kept: Kept): Result<Taken, TakeRefusal> {
  if (kept.regie !== order.regie) return refuse({ code: "unknown" });
  const isSame =
    kept.householdId === order.householdId &&
    kept.guardianId === order.guardianId &&
    kept.means === order.means &&
    kept.cents === order.cents &&
    isSamePlaces(kept.places, order.places);
  return isSame
    ? ok(takenBefore(order.id, kept))
    : refuse({ code: "taken", year: kept.year, number: kept.number });
}

function isSamePlaces(kept: readonly DeskPlace[], asked: readonly Id<"booking">[]): boolean {
  const had = kept.flatMap(({ bookings }) => bookings);
  return had.length === asked.length && had.every((id) => asked.includes(id));
}

function takenBefore(
  payment: Id<"payment">,
  { year, number, cents: amount, handed, settles, places }: Kept,
): Taken {
  const settled = settles.reduce((sum, one) => sum + one.cents, 0);
  const change = cents((handed ?? amount) - amount);
  const credit = cents(amount - settled);
  return {
    payment,
    year,
    number,
    change,
    settles,
    places,
    credit,
    sameCheque: null,
    cash: { kind: "below" },
  };
}

async function isPayment(reads: Reads, id: Id<"payment">): Promise<boolean> {
  const known = await reads.row("payments_desk_payment_known", "select id from payment where id = $1", [id]);
  return known !== undefined;
}

async function writePayment(
  writes: Writes,
  { id, householdId, guardianId, means, cents: amount }: DeskOrder,
  day: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<void> {
  await writes.run(
    "payments_desk_payment_write",
    `insert into payment (id, household_id, guardian_id, means, amount_cents, day, at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, householdId, guardianId, means, amount, day.toString(), now.toString()],
  );
}
