import { originOf, type Handler } from "#identity";
import type { Cents, Id } from "#kernel";
import { writeMessage } from "#messaging";
import { formId } from "#platform";
import { z } from "zod";

import { receiptById } from "../desk/desk-receipt.ts";
import { words as shared } from "../desk/words.fr.ts";
import type { RefundMeans } from "../received/refund.ts";
import { emailOf } from "./tell-taken.ts";
import { deskTexts, texts } from "./texts.fr.ts";

const event = z.object({ refund: formId<"refund">() });

/**
 * On `payments.refunded`: what is given back of a payment taken at a desk is told to its payer, once, so that money
 * does not leave a till without the family knowing; `tellRefunded` tells what was paid on line.
 */
export const tellDeskRefund =
  (publicUrl: URL): Handler =>
  async ({ authority, database, now }, facts) => {
    const { refund: id } = event.parse(facts);
    await database.write(async (writes) => {
      const refund = await writes.row<{
        payment: Id<"payment">;
        cents: Cents;
        means: RefundMeans;
        reason: string;
      }>(
        "payments_desk_refund_told",
        `select payment_id as payment, amount_cents as cents, means, reason from refund where id = $1`,
        [id],
      );
      const receipt = refund && (await receiptById(writes, refund.payment));
      if (refund === undefined || receipt === undefined) return;
      const email = await emailOf(writes, receipt);
      if (email === "") return;
      const { name, brand, host } = authority;
      await writeMessage(writes, authority, {
        key: `payments.refunded:${id}`,
        to: email,
        subject: texts.refunded.subject(refund.cents),
        content: {
          greeting: texts.greeting(receipt.payer),
          blocks: [
            {
              kind: "paragraph",
              text: deskTexts.refunded(shared.number(receipt), receipt.cents, refund.cents, refund.means),
            },
            { kind: "paragraph", text: texts.reason(refund.reason) },
            {
              kind: "link",
              label: texts.seePayment,
              href: `${originOf(host, publicUrl)}/paiements/${refund.payment}`,
            },
          ],
          signature: texts.signature(name, brand.contact.phone),
        },
        at: now,
      });
    });
  };
