import { originOf, type Authority, type Handler } from "#identity";
import type { Id } from "#kernel";
import { writeMessage } from "#messaging";
import { formId, type Reads } from "#platform";
import { z } from "zod";

import { attemptById } from "../attempts/attempt.ts";
import { paidFile, type PaidFile } from "../received/paid-file.ts";
import { texts } from "./texts.fr.ts";

const refunded = z.object({ refund: formId<"refund">() });
const reversed = z.object({ reversal: formId<"reversal">() });

/** On `payments.refunded`: tells whoever paid on line what is given back, how and why; once however often it is handled. */
export const tellRefunded =
  (publicUrl: URL): Handler =>
  async ({ authority, database, now }, facts) => {
    const { refund: id } = refunded.parse(facts);
    await database.write(async (writes) => {
      const found = await toldOf(
        writes,
        await writes.row<{ payment: Id<"payment"> }>(
          "payments_refund_told",
          `select payment_id as payment from refund where id = $1`,
          [id],
        ),
      );
      const refund = found?.paid.refunds.find((one) => one.id === id);
      if (found === undefined || refund === undefined) return;
      const { paid, email } = found;
      await writeMessage(writes, authority, {
        key: `payments.refunded:${id}`,
        to: email,
        subject: texts.refunded.subject(refund.cents),
        content: {
          greeting: texts.greeting(paid.by),
          blocks: [
            { kind: "paragraph", text: texts.refunded.sentence(paid, refund) },
            { kind: "paragraph", text: texts.reason(refund.reason) },
            { kind: "link", label: texts.seePayment, href: hrefOf(authority, publicUrl, paid) },
          ],
          signature: signatureOf(authority),
        },
        at: now,
      });
    });
  };

/** On `payments.reversed`: tells whoever paid on line that the payment did not hold, and what is owed again. */
export const tellReversed =
  (publicUrl: URL): Handler =>
  async ({ authority, database, now }, facts) => {
    const { reversal: id } = reversed.parse(facts);
    await database.write(async (writes) => {
      const found = await toldOf(
        writes,
        await writes.row<{ payment: Id<"payment"> }>(
          "payments_reversal_told",
          `select payment_id as payment from payment_reversal where id = $1`,
          [id],
        ),
      );
      if (found === undefined || found.paid.reversal === null) return;
      const { paid, email } = found;
      await writeMessage(writes, authority, {
        key: `payments.reversed:${id}`,
        to: email,
        subject: texts.reversed.subject(paid.cents),
        content: {
          greeting: texts.greeting(paid.by),
          blocks: [
            { kind: "paragraph", text: texts.reversed.sentence(paid, found.paid.reversal.day) },
            { kind: "paragraph", text: texts.reason(found.paid.reversal.reason) },
            {
              kind: "link",
              label: texts.reversed.see,
              href: `${originOf(authority.host, publicUrl)}/factures`,
            },
          ],
          signature: signatureOf(authority),
        },
        at: now,
      });
    });
  };

/** The payment on line, and the address at which it was acknowledged; undefined for what was not paid on line. */
async function toldOf(
  reads: Reads,
  of: { payment: Id<"payment"> } | undefined,
): Promise<{ paid: PaidFile; email: string } | undefined> {
  const paid = of === undefined ? undefined : await paidFile(reads, of.payment);
  const attempt = paid === undefined ? undefined : await attemptById(reads, paid.attemptId);
  return paid === undefined || attempt === undefined ? undefined : { paid, email: attempt.email };
}

const hrefOf = (authority: Authority, publicUrl: URL, { attemptId }: PaidFile) =>
  `${originOf(authority.host, publicUrl)}/paiements/${attemptId}`;

const signatureOf = ({ name, brand }: Authority) => texts.signature(name, brand.contact.phone);
