import { originOf, type Handler } from "#identity";
import type { Id } from "#kernel";
import { writeMessage } from "#messaging";
import { formId } from "#platform";
import { z } from "zod";

import type { DisputeOutcome } from "../disputes/dispute.ts";
import { texts, type DisputedLine } from "./texts.fr.ts";

const event = z.object({ dispute: formId<"dispute">() });

interface AnsweredRow extends DisputedLine {
  invoiceId: Id<"invoice">;
  outcome: DisputeOutcome;
  answer: string;
  name: string;
  email: string;
}

/** On `billing.disputeAnswered`: tells whoever disputed the line what became of it. */
export const tellAnswered =
  (publicUrl: URL): Handler =>
  ({ authority, database, now }, facts) =>
    database.write(async (writes) => {
      const { dispute } = event.parse(facts);
      const row = await writes.row<AnsweredRow>(
        "billing_dispute_to_tell",
        `select d.invoice_id as "invoiceId", d.outcome, d.answer, d.by_label as name,
                coalesce(g.email, '') as email, c.participant_name as participant, c.activity_name as activity,
                c.unit_name as unit, c.day, c.amount_cents as amount
         from line_dispute d
         join charge c on c.id = d.charge_id
         left join lateral (select email from families_guardian_card
                            where guardian_id = d.guardian_id limit 1) g on true
         where d.id = $1 and d.answered_at is not null`,
        [dispute],
      );
      if (row === undefined || row.email === "") return;
      await writeMessage(writes, authority, {
        key: `billing.disputeAnswered:${dispute}`,
        to: row.email,
        subject: texts.answered.subject(row.day),
        content: {
          greeting: texts.greeting(row.name),
          blocks: [
            { kind: "paragraph", text: texts.answered.line(row) },
            { kind: "paragraph", text: texts.answered[row.outcome] },
            { kind: "paragraph", text: row.answer },
            {
              kind: "link",
              label: texts.see,
              href: `${originOf(authority.host, publicUrl)}/factures/${row.invoiceId}`,
            },
          ],
          signature: texts.signature(authority.name, authority.brand.contact.phone),
        },
        at: now,
      });
    });
