import { BackLink, Button, ErrorSummary, FormToken, TextArea, type Correction, type Page } from "#platform";

import type { Invoice, InvoiceLine } from "../../../account/read-invoice.ts";
import type { Evidence } from "../../../disputes/evidence.ts";
import { LONGEST_REASON } from "../../agent/runs/limits.ts";
import { EvidenceView } from "../../shared/evidence-view.tsx";
import { texts } from "../texts.fr.ts";

/** What the form is about. */
interface DisputeView {
  readonly invoice: Invoice;
  readonly line: InvoiceLine;
  readonly evidence: readonly Evidence[];
  readonly formKey: string;
  readonly corrections: readonly Correction[];
}

/** « Je conteste cette ligne »: the evidence first, then what is wrong. */
export function disputePage({ invoice, line, evidence, formKey, corrections }: DisputeView): Page {
  return {
    title: texts.dispute.title,
    section: "invoices",
    toCorrect: corrections.length > 0,
    before: <BackLink href={`/factures/${invoice.id}`} label={texts.dispute.back} />,
    flash: <ErrorSummary items={corrections} />,
    main: (
      <>
        <h1>{texts.dispute.title}</h1>
        <p class="lead">{texts.dispute.lead}</p>
        <EvidenceView line={line} issuedOn={invoice.issuedOn} evidence={evidence} />
        <form method="post" action={`/factures/${invoice.id}/lignes/${line.position}/contester`}>
          <FormToken />
          <input type="hidden" name="cle" value={formKey} />
          <TextArea
            name="motif"
            label={texts.dispute.reason}
            hint={texts.dispute.reasonHint}
            maxLength={LONGEST_REASON}
            correction={corrections.find(({ field }) => field === "motif")?.message}
          />
          <Button>{texts.dispute.submit}</Button>
        </form>
      </>
    ),
  };
}
