import { BackLink, Notice, type Page } from "#platform";

import type { Invoice, InvoiceLine } from "../../../account/read-invoice.ts";
import { InvoiceTitle, InvoiceView } from "../../shared/invoice-view.tsx";
import { texts as words } from "../../shared/texts.fr.ts";
import { whatWords } from "../../shared/line-words.ts";
import { texts } from "../texts.fr.ts";

/** A document of the family, with what can be disputed. */
export function invoicePage(invoice: Invoice, disputed: boolean): Page {
  const title = words.title(invoice.kind, invoice);
  return {
    title,
    section: "invoices",
    before: <BackLink href="/factures" label={texts.back} />,
    ...(disputed ? { flash: <Sent /> } : {}),
    main: (
      <>
        <InvoiceTitle invoice={invoice} />
        <p>
          <a href={`/factures/${invoice.id}/facture.pdf`} download>
            {words.download}
          </a>
        </p>
        <InvoiceView
          invoice={invoice}
          hrefOf={(id) => `/factures/${id}`}
          under={(line) => <Dispute invoice={invoice} line={line} />}
        />
      </>
    ),
  };
}

function Sent() {
  return (
    <Notice tone="success" announce>
      <p>{texts.dispute.sent}</p>
    </Notice>
  );
}

function Dispute({ invoice, line }: { invoice: Invoice; line: InvoiceLine }) {
  const { dispute, facts, position } = line;
  if (facts === null) return null;
  if (dispute !== null && dispute.outcome === null) return <p>{words.disputed(dispute.reason)}</p>;
  const outcome = dispute?.outcome ?? null;
  return (
    <>
      {outcome !== null && <p>{words.answered[outcome](dispute?.answer ?? "")}</p>}
      <p>
        <a href={`/factures/${invoice.id}/lignes/${position}/contester`}>
          {words.dispute}
          <span class="vh"> : {whatWords(line)}</span>
        </a>
      </p>
    </>
  );
}
