import { cents, formatCents, typedEuros, type Cents } from "#kernel";
import { BackLink, type Page } from "#platform";

import type { DeskReceipt } from "../../../desk/desk-receipt.ts";
import { isHeld } from "../../../desk/regie.ts";
import { words as shared } from "../../../desk/words.fr.ts";
import type { AccountPicture, RefundMeans } from "../../../received/refund.ts";
import { confirmActPage } from "../confirm-page.tsx";
import { texts } from "./take-texts.fr.ts";

const words = texts.undo;

interface Told {
  readonly receipt: DeskReceipt;
  /** Empty for a payer without e-mail. */
  readonly email: string;
  /** The address of the receipt. */
  readonly own: string;
}

interface CancelView extends Told {
  readonly body: { readonly cle: string; readonly raison: string };
  readonly foreseen: { readonly before: AccountPicture; readonly after: AccountPicture };
}

/** What cancelling a receipt would do to the account and to what the régie holds. */
export function confirmCancelPage({ receipt, email, own, body, foreseen }: CancelView): Page {
  const { before, after } = foreseen;
  const owed = new Map(before.open.map(({ id, open }) => [id, open]));
  const leaves = isHeld(receipt.means) && receipt.depositNumber === null;
  return ofDesk(own, {
    title: words.cancelTitle(shared.number(receipt)),
    does: words.cancels(receipt.cents),
    payment: receipt.payment,
    action: `${own}/annuler`,
    fields: { cle: body.cle, raison: body.raison },
    facts: [
      { term: texts.receipt.facts.payer, value: receipt.payer },
      { term: texts.receipt.facts.means, value: shared.means[receipt.means] },
      { term: words.till, value: leaves ? words.leaves(receipt.means, receipt.cents) : words.nothingLeaves },
      ...receipt.places
        .slice(0, 1)
        .map(() => ({ term: texts.receipt.facts.places, value: words.placesStay })),
      { term: texts.receipt.reason, value: body.raison },
    ],
    before: before.balance,
    after: after.balance,
    opens: after.open.filter(({ id, open }) => open > (owed.get(id) ?? 0)),
    email,
    button: texts.receipt.correctSubmit,
  });
}

interface RefundView extends Told {
  readonly body: {
    readonly cle: string;
    readonly montant: Cents;
    readonly moyen: RefundMeans;
    readonly motif: string;
  };
  readonly before: Cents;
}

/** What giving back would do to the account and to the till. */
export function confirmRefundPage({ receipt, email, own, body, before }: RefundView): Page {
  const { cle, montant, moyen, motif } = body;
  return ofDesk(own, {
    title: words.refundTitle(shared.number(receipt)),
    does: words.refunds(montant, receipt.payer),
    payment: receipt.payment,
    action: `${own}/rembourser`,
    fields: { cle, montant: typedEuros(montant), moyen, motif },
    facts: [
      { term: texts.receipt.refundMeansLabel, value: texts.receipt.refundMeans[moyen] },
      { term: words.till, value: moyen === "cash" ? words.leaves("cash", montant) : words.nothingLeaves },
      { term: texts.receipt.reason, value: motif },
    ],
    before,
    after: cents(before + montant),
    opens: [],
    email,
    button: words.refundSubmit(formatCents(montant)),
  });
}

/** The page of an act on a payment, under the régie. */
const ofDesk = (own: string, view: Parameters<typeof confirmActPage>[0]): Page => ({
  ...confirmActPage(view),
  section: "regie",
  before: <BackLink href={own} label={texts.confirm.back} />,
});
