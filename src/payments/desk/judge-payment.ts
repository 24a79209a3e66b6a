import { cents, ok, refuse, type Cents, type Id, type Result } from "#kernel";
import type { Admits } from "#billing";
import type { Reads } from "#platform";

import type { DeskOrder } from "./desk-order.ts";
import { liveAttemptsFor, liveUntil } from "../attempts/attempt.ts";
import { isClosed } from "./holdings.ts";
import { payableOf, type PayerStanding } from "./payer-standing.ts";
import type { KeptRegie } from "./regie.ts";

/** No payment of a family is more: 99 999,99 €. */
const MOST = 9_999_999;

/** Why a payment may not be taken now. */
export type JudgeRefusal =
  | { readonly code: "not-opened"; readonly on: Temporal.PlainDate }
  | { readonly code: "closed"; readonly until: Temporal.PlainDate }
  | { readonly code: "means" }
  | { readonly code: "settled" }
  | { readonly code: "amount" }
  | { readonly code: "handed" }
  /** A title, or a régie of some sites: no more than this of what is owed of the documents chosen. */
  | { readonly code: "too-much"; readonly most: Cents; readonly owed: Cents }
  | { readonly code: "under-way"; readonly until: Temporal.Instant };

interface Asked {
  readonly order: DeskOrder;
  readonly regie: KeptRegie;
  readonly standing: PayerStanding;
  readonly day: Temporal.PlainDate;
  readonly closed: Temporal.PlainDate | null;
}

/** Where it goes: documents, and how much of each at most. */
interface Direction {
  readonly toward: readonly Id<"invoice">[];
  readonly shares: readonly Cents[];
  /** The care that a CESU may pay of them. */
  readonly admits?: Admits;
}

/** Whether a payment may be taken, and toward which documents it goes. */
export async function judgePayment(reads: Reads, asked: Asked): Promise<Result<Direction, JudgeRefusal>> {
  const { order, regie, standing, day, closed } = asked;
  const { means, cents: amount, handed, chosen } = order;
  const { open, payable } = standing;
  if (Temporal.PlainDate.compare(day, regie.openedOn) < 0)
    return refuse({ code: "not-opened", on: regie.openedOn });
  if (closed !== null && isClosed(day, closed)) return refuse({ code: "closed", until: closed });
  if (!regie.means.includes(means)) return refuse({ code: "means" });
  if (amount < 1 || amount > MOST) return refuse({ code: "amount" });
  if (handed !== null && (means !== "cash" || handed < amount || handed > MOST))
    return refuse({ code: "handed" });
  const ids = open.map(({ id }) => id);
  // Settled since the page was shown, or of another payer: what is not owed here is not told to exist.
  if (chosen.some((id) => !ids.includes(id))) return refuse({ code: "settled" });
  const wanted = chosen.length === 0 ? ids : chosen;
  const [live] = await liveAttemptsFor(reads, wanted);
  if (live !== undefined) return refuse({ code: "under-way", until: liveUntil(live) });
  if (means !== "cesu" && means !== "ancv" && regie.siteIds.length === 0)
    return ok({ toward: chosen, shares: [] });
  const most = payableOf(payable[means], wanted);
  if (amount > most) {
    const owed = open.filter(({ id }) => wanted.includes(id)).reduce((sum, one) => sum + one.open, 0);
    return refuse({ code: "too-much", most, owed: cents(owed) });
  }
  const direction = directionOf(amount, wanted, payable[means]);
  return ok(means === "cesu" ? { ...direction, admits: standing.cesuCare } : direction);
}

/** The oldest first, of each what may be paid. */
function directionOf(
  amount: Cents,
  wanted: readonly Id<"invoice">[],
  payable: ReadonlyMap<Id<"invoice">, Cents>,
): Direction {
  let left = Number(amount);
  const shared = wanted.flatMap((id) => {
    const share = Math.min(left, payable.get(id) ?? 0);
    left -= share;
    return share > 0 ? [{ id, share: cents(share) }] : [];
  });
  return { toward: shared.map(({ id }) => id), shares: shared.map(({ share }) => share) };
}
