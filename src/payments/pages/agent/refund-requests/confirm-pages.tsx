import { cents, typedEuros, type Cents } from "#kernel";
import { BackLink, confirmationPage, Notice, type Page } from "#platform";

import type { GiveBack, RefundRequest } from "../../../advances/refund-request.ts";
import { confirmActPage } from "../confirm-page.tsx";
import { texts as paid } from "../paid-texts.fr.ts";
import { texts } from "./texts.fr.ts";

const pathOf = (id: string) => `/agent/paiements/remboursements/${id}`;

interface GiveView {
  readonly request: RefundRequest;
  readonly amount: Cents;
  readonly means: GiveBack["means"];
  readonly reason: string;
  readonly balance: Cents;
}

/** What giving back would do to the account, and what the family reads. */
export function confirmGivePage({ request, amount, means, reason, balance }: GiveView): Page {
  const { id, payer, email } = request;
  return {
    ...confirmActPage({
      title: paid.refund.confirmTitle,
      does: paid.refund.does(amount, payer),
      payment: id,
      action: pathOf(id),
      fields: { montant: typedEuros(amount), moyen: means, motif: reason },
      facts: [
        { term: paid.refund.means, value: paid.refund.meansOf[means] },
        { term: texts.said.label, value: reason },
      ],
      before: balance,
      after: cents(balance + amount),
      opens: [],
      email,
      button: paid.refund.confirm(amount),
    }),
    before: <BackLink href={pathOf(id)} label={texts.change} />,
  };
}

/** What a refusal says to the family, before it is sent. */
export function confirmRefusePage({ id, cents: asked, payer, email }: RefundRequest, why: string): Page {
  return confirmationPage({
    title: texts.confirmRefuse,
    section: "payments",
    back: { href: pathOf(id), label: texts.change },
    does: (
      <Notice>
        <p>{texts.refuses(asked, payer)}</p>
        <p>{texts.tells(email)}</p>
        <p>{why}</p>
      </Notice>
    ),
    action: `${pathOf(id)}/refuser`,
    fields: { raison: why, confirme: "1" },
    button: { label: texts.refusesSubmit, variant: "warning" },
  });
}
