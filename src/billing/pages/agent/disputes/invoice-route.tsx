import type { SignedInVisit, Visit } from "#identity";
import { parisDate, type Id } from "#kernel";
import { BackLink, formId, notFound, page, route, writeJournal, type Route } from "#platform";
import { z } from "zod";

import { correctionsOf } from "../../../account/corrections.ts";
import { owedAtIssue } from "../../../account/owed-at-issue.ts";
import { standingOf } from "../../../account/invoice-standing.ts";
import { NO_WAY, type Settling } from "../../../account/settling.ts";
import { readInvoice } from "../../../account/read-invoice.ts";
import { invoiceFile } from "../../../pdf/print-invoice.ts";
import { billingReader } from "../../../policy.ts";
import { InvoiceTitle, InvoiceView } from "../../shared/invoice-view.tsx";
import { texts as words } from "../../shared/texts.fr.ts";
import { texts as penalties } from "../penalties/texts.fr.ts";
import { texts } from "./texts.fr.ts";

const input = z.object({ params: z.object({ invoice: formId<"invoice">() }) });

/** GET /agent/factures/:invoice: a document as the family reads it; the journal keeps who looked. */
export const agentInvoiceRoute = (settling: Settling): Route<Visit> =>
  route({
    method: "GET",
    path: "/agent/factures/:invoice",
    access: billingReader,
    input,
    async answer(visit, { params }) {
      const found = await read(visit, params.invoice);
      if (found === undefined) return notFound;
      const { invoice, standing, corrections } = found;
      const title = words.title(invoice.kind, invoice);
      return page({
        title,
        section: "billing",
        dense: true,
        before: <BackLink href={`/agent/familles/${invoice.householdId}`} label={texts.family} />,
        main: (
          <>
            <InvoiceTitle invoice={invoice} />
            <p>
              <a href={`/agent/factures/${invoice.id}/facture.pdf`} download>
                {words.download}
              </a>
            </p>
            <InvoiceView
              {...{ invoice, standing, corrections }}
              hrefOf={(id) => `/agent/factures/${id}`}
              paymentHref={(id) => settling.agentHrefOf(visit, id)}
              under={({ dispute, kind, cents }) => (
                <>
                  {kind === "penalty" && cents > 0 && (
                    <p>
                      <a
                        href={`/agent/familles/${invoice.householdId}/penalites?mois=${invoice.month.toString()}`}
                      >
                        {penalties.title(invoice.month)}
                      </a>
                    </p>
                  )}
                  {dispute !== null && (
                    <p>
                      {dispute.outcome === null
                        ? words.disputedBy(dispute.reason)
                        : words.answered[dispute.outcome](dispute.answer ?? "")}
                    </p>
                  )}
                </>
              )}
            />
          </>
        ),
      });
    },
  });

/** GET /agent/factures/:invoice/facture.pdf: the document as the payer has it on paper. */
export const agentPrintedRoute = (settling: Settling): Route<Visit> =>
  route({
    method: "GET",
    path: "/agent/factures/:invoice/facture.pdf",
    access: billingReader,
    input,
    async answer(visit, { params }) {
      const found = await read(visit, params.invoice);
      if (found === undefined) return notFound;
      const { authority, origin, database, now } = visit;
      const { id } = found.invoice;
      const ways = await database.read((reads) => settling.ways(reads, [id], parisDate(now)));
      return invoiceFile({
        ...found,
        authority,
        ways: ways.get(id) ?? NO_WAY,
        address: `${origin}/factures/${params.invoice}`,
      });
    },
  });

/** A document, noted in the journal as read by this agent. */
function read({ actor, database, now, address }: SignedInVisit, id: Id<"invoice">) {
  return database.write(async (writes) => {
    const invoice = await readInvoice(writes, null, id);
    if (invoice === undefined) return undefined;
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "billing.invoice-read",
      objectKind: "invoice",
      objectId: invoice.id,
      householdId: invoice.householdId,
      address,
    });
    return {
      invoice,
      owed: await owedAtIssue(writes, invoice),
      standing: await standingOf(writes, invoice),
      corrections: await correctionsOf(writes, invoice.id),
    };
  });
}
