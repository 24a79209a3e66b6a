import { bookPaid } from "#bookings";
import { lockAccount, type Payer } from "#billing";
import type { GuardianVisit } from "#identity";
import { ok, refuse, type Cents, type Id, type Result } from "#kernel";
import type { Reads, Writes } from "#platform";

import { reaches } from "../advances/open-advance.ts";
import { attemptById, type Attempt } from "../attempts/attempt.ts";
import { noteRefused } from "../attempts/note-refused.ts";
import {
  keepAttempt,
  keptBefore,
  LEAST,
  MOST,
  sendToPay,
  type PayRefusal,
  type Prepared,
} from "../attempts/open-attempt.ts";
import { currentSetting, paysHere, type GatewayOf } from "../settings/setting.ts";
import { keepPlaces, writePlaces } from "./attempt-places.ts";
import { familyBaskets, isSamePayer, type Basket } from "./payer-basket.ts";

/** What a family asks to pay. What it was shown is compared, never believed. */
export interface BasketOrder extends Payer {
  /** The form's own key: sent twice, it opens one attempt. */
  readonly id: Id<"attempt">;
  /** The places that the page showed. */
  readonly bookings: readonly Id<"booking">[];
  /** What the page said that they cost. */
  readonly shown: Cents;
  readonly email: string;
}

/** Where the family goes: to the service, or nowhere because nothing had to be paid. */
export type BasketSent = { readonly pageUrl: string } | { readonly booked: number };

/**
 * Pays the basket of one payer: the places and their prices are those of the transaction that writes the attempt, which
 * keeps them until its answer. A basket that costs nothing is booked at once.
 */
export async function payBasket(
  visit: GuardianVisit,
  order: BasketOrder,
  gatewayOf: GatewayOf,
): Promise<Result<BasketSent, PayRefusal>> {
  const prepared = await visit.database.write(async (writes) =>
    noteRefused(writes, visit, { ...order, asked: order.shown }, await prepare(writes, visit, order)),
  );
  if (!prepared.ok) return prepared;
  if ("booked" in prepared.value) return ok(prepared.value);
  return sendToPay(visit, prepared.value, gatewayOf);
}

async function prepare(
  writes: Writes,
  visit: GuardianVisit,
  order: BasketOrder,
): Promise<Result<Prepared | { readonly booked: number }, PayRefusal>> {
  const { actor, authority, now, address } = visit;
  if (!reaches(actor, order)) return refuse({ code: "unknown" });
  await lockAccount(writes, order);
  const known = await attemptById(writes, order.id);
  const setting = await currentSetting(writes);
  const mayPay = setting !== undefined && paysHere(setting, authority);
  if (known !== undefined)
    return mayPay
      ? keptBefore({ attempt: known, setting, fresh: false }, order, order.shown)
      : refuse({ code: "closed" });
  const basket = (await familyBaskets(writes, visit)).find(({ payer }) => isSamePayer(payer, order));
  const underWay = basket && (await underWayOf(writes, basket, order));
  if (underWay !== undefined) return refuse({ code: "under-way", attempt: underWay });
  if (basket === undefined || !isShown(basket, order)) return refuse({ code: "changed" });
  const lines = basket.payable;
  if (basket.total === 0) {
    const bookings = lines.flatMap(({ bookingIds }) => bookingIds);
    await bookPaid(writes, bookings, {
      at: now,
      accountId: actor.accountId,
      by: actor.name,
      byAgent: false,
      free: bookings,
    });
    return ok({ booked: bookings.length });
  }
  if (!mayPay) return refuse({ code: "closed" });
  if (basket.total < LEAST || basket.total > MOST)
    return refuse({ code: "amount", least: LEAST, most: MOST });
  if (!(await keepPlaces(writes, { attempt: order.id, lines, now }))) return refuse({ code: "changed" });
  const amount = basket.total;
  const kept = await keepAttempt(writes, { order, setting, amount, owed: [], actor, now, address });
  // Its payer pays for the enrolment of each place, as this very transaction has read.
  if (!kept.ok) throw new Error("The payer of a basket is unknown");
  await writePlaces(writes, kept.value.id, lines);
  return ok({ attempt: kept.value, setting, fresh: true });
}

/** Whether the page that was sent showed what is in the basket now, at the same price. */
function isShown({ payable, total }: Basket, { bookings, shown }: BasketOrder): boolean {
  const now = new Set(payable.flatMap(({ bookingIds }) => bookingIds));
  return total === shown && now.size === new Set(bookings).size && bookings.every((id) => now.has(id));
}

/** The attempt that pays one of the places that the page showed: opened in another tab, or by the other parent. */
async function underWayOf(
  reads: Reads,
  { awaiting }: Basket,
  { bookings }: BasketOrder,
): Promise<Attempt | undefined> {
  const line = awaiting.find(({ bookingIds }) => bookingIds.some((id) => bookings.includes(id)));
  return line === undefined || line.awaits === null ? undefined : attemptById(reads, line.awaits);
}
