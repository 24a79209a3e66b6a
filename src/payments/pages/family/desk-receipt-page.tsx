import { BackLink, Notice, Receipt, type Page } from "#platform";

import type { DeskReceipt } from "../../desk/desk-receipt.ts";
import { words as shared } from "../../desk/words.fr.ts";
import { texts as desk } from "../agent/desk/take-texts.fr.ts";
import { ReceiptFacts } from "../shared/receipt-facts.tsx";
import { texts } from "./texts.fr.ts";

/** What a family paid at a desk, as the agent's receipt says it. */
export function deskReceiptPage(receipt: DeskReceipt): Page {
  const number = shared.number(receipt);
  return {
    title: texts.receipt.title,
    section: "invoices",
    before: <BackLink href="/factures" label={texts.attempt.back} />,
    main: (
      <>
        <h1>{texts.receipt.title}</h1>
        <Receipt title={desk.receipt.title(number)} reference={desk.receipt.reference(receipt.regie, number)}>
          <p>{texts.receipt.acknowledges}</p>
        </Receipt>
        {receipt.reversedOn !== null && (
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
