import type { Visit } from "#identity";
import { BackLink, formId, notFound, page, route, writeJournal, type Route } from "#platform";
import { z } from "zod";

import { readInvoice } from "../../../account/read-invoice.ts";
import { billingReader } from "../../../policy.ts";
import { InvoiceView } from "../../shared/invoice-view.tsx";
import { texts as words } from "../../shared/texts.fr.ts";
import { texts } from "./texts.fr.ts";

/** GET /agent/factures/:invoice: a document as the family reads it; the journal keeps who looked. */
export const agentInvoiceRoute: Route<Visit> = route({
  method: "GET",
  path: "/agent/factures/:invoice",
  access: billingReader,
  input: z.object({ params: z.object({ invoice: formId<"invoice">() }) }),
  answer: ({ actor, database, now, address }, { params }) =>
    database.write(async (writes) => {
      const invoice = await readInvoice(writes, null, params.invoice);
      if (invoice === undefined) return notFound;
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
      const title = words.title(invoice.kind, invoice);
      return page({
        title,
        section: "billing",
        dense: true,
        before: <BackLink href={`/agent/familles/${invoice.householdId}`} label={texts.family} />,
        main: (
          <>
            <h1>{title}</h1>
            <InvoiceView
              invoice={invoice}
              hrefOf={(id) => `/agent/factures/${id}`}
              under={({ dispute }) => {
                if (dispute === null) return null;
                if (dispute.outcome === null) return <p>{words.disputedBy(dispute.reason)}</p>;
                return <p>{words.answered[dispute.outcome](dispute.answer ?? "")}</p>;
              }}
            />
          </>
        ),
      });
    }),
});
