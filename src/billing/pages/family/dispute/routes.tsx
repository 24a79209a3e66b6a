import { guardian, type GuardianVisit, type Visit } from "#identity";
import type { Id } from "#kernel";
import { AcknowledgementCard, acknowledgementFile } from "#messaging";
import { BackLink, Card, formId, notFound, Notice, page, route, type Reads, type Route } from "#platform";
import { z } from "zod";

import { readInvoice } from "../../../account/read-invoice.ts";
import { accountReach } from "../../../account/reach.ts";
import { acknowledgedDispute, type AcknowledgedDispute } from "../../../disputes/acknowledged-dispute.ts";
import { texts } from "../texts.fr.ts";

const ofDispute = z.object({ dispute: formId<"dispute">() });
const words = texts.dispute;

/** GET /factures/contestations/:dispute: what was acknowledged of a dispute. */
const showRoute = route({
  method: "GET",
  path: "/factures/contestations/:dispute",
  access: guardian,
  input: z.object({
    params: ofDispute,
    query: z.object({ fait: z.literal("envoyee").optional().catch(undefined) }),
  }),
  async answer({ actor, database }, { params: { dispute }, query }) {
    const found = await database.read((reads) => readable(reads, actor, dispute));
    if (found === undefined) return notFound;
    const { received, invoiceId, reason, answered } = found;
    return page({
      title: received.title,
      section: "invoices",
      before: <BackLink href={`/factures/${invoiceId}`} label={words.back} />,
      ...(query.fait === undefined
        ? {}
        : { flash: <Notice tone="success" title={words.acknowledged} announce /> }),
      main: (
        <>
          <h1>{received.title}</h1>
          <p class="lead">{answered ? words.answered : words.next}</p>
          <AcknowledgementCard
            received={received}
            delay={answered ? "over" : "running"}
            files={[{ href: `/factures/contestations/${dispute}/accuse.pdf`, label: words.file }]}
          />
          <Card title={words.reason}>
            <p>{reason}</p>
          </Card>
        </>
      ),
    });
  },
});

/** GET …/accuse.pdf: the same as a file. */
const fileRoute = route({
  method: "GET",
  path: "/factures/contestations/:dispute/accuse.pdf",
  access: guardian,
  input: z.object({ params: ofDispute }),
  async answer({ actor, authority, database }, { params: { dispute } }) {
    const found = await database.read((reads) => readable(reads, actor, dispute));
    if (found === undefined) return notFound;
    return acknowledgementFile(found.received, { name: words.fileName, authority });
  },
});

/** A dispute of a line that this adult reads: on his or her own invoice, about no child who is kept from him or her. */
async function readable(
  reads: Reads,
  actor: GuardianVisit["actor"],
  id: Id<"dispute">,
): Promise<AcknowledgedDispute | undefined> {
  const found = await acknowledgedDispute(reads, id);
  const invoice =
    found === undefined ? undefined : await readInvoice(reads, accountReach(actor), found.invoiceId);
  return invoice?.lines.some(({ dispute }) => dispute?.id === id) === true ? found : undefined;
}

/** A family reads what was acknowledged of its disputes. */
export const disputeAcknowledgementRoutes: readonly Route<Visit>[] = [showRoute, fileRoute];
