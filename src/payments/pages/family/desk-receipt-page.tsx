import { BackLink, Notice, Receipt, type Page } from "#platform";

import type { DeskReceipt } from "../../desk/desk-receipt.ts";
import { words as shared } from "../../desk/words.fr.ts";
import { texts as desk } from "../agent/desk/take-texts.fr.ts";
import { ReceiptFacts } from "../shared/receipt-facts.tsx";
import { texts } from "./texts.fr.ts";

/** What a family paid at a desk, as the agent's receipt says it. */
export function deskReceiptPage(receipt: DeskReceipt): Page {
  const number = shared.number(receipt);
  // A receipt that was cancelled proves no payment.
  const title = receipt.reversedOn === null ? texts.receipt.title : desk.receipt.title(number);
  return {
    title,
    section: "invoices",
    before: <BackLink href="/factures" label={texts.attempt.back} />,
    main: (
      <>
        <h1>{title}</h1>
        {receipt.reversedOn === null ? (
          <Receipt
            title={desk.receipt.title(number)}
            reference={desk.receipt.reference(receipt.regie, number)}
          >
            <p>{texts.receipt.acknowledges}</p>
          </Receipt>
        ) : (
          <Notice tone="warning" title={desk.receipt.cancelled(receipt.reversedOn)}>
            <p>{desk.receipt.cancelledFamily}</p>
          </Notice>
        )}
        <ReceiptFacts receipt={receipt} invoiceHref={(id) => `/factures/${id}`} />
        <p>
          <a href={`/paiements/${receipt.payment}/recu.pdf`} download>
            {texts.receipt.print}
          </a>
        </p>
      </>
    ),
  };
}
