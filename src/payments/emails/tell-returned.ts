import { originOf, type Authority, type Handler } from "#identity";
import type { Cents, Id } from "#kernel";
import { writeMessage } from "#messaging";
import { formId, type Reads } from "#platform";
import { z } from "zod";

import { attemptById } from "../attempts/attempt.ts";
import { receiptById } from "../desk/desk-receipt.ts";
import { words as shared } from "../desk/words.fr.ts";
import { paidFile, type PaidFile } from "../received/paid-file.ts";
import type { RefundMeans } from "../received/refund.ts";
import { emailOf } from "./tell-taken.ts";
import { deskTexts, texts } from "./texts.fr.ts";

const refunded = z.object({ refund: formId<"refund">() });
const reversed = z.object({ reversal: formId<"reversal">() });

/**
 * On `payments.refunded`: tells whoever paid what is given back, how and why, once however often it is handled: on line, at
 * the address at which the payment was acknowledged; at a desk, to the payer, so that no money leaves a till without the
 * family knowing.
 */
export const tellRefunded =
  (publicUrl: URL): Handler =>
  async ({ authority, database, now }, facts) => {
    const { refund: id } = refunded.parse(facts);
    await database.write(async (writes) => {
      const refund = await writes.row<GivenBack>(
        "payments_refund_told",
        "select payment_id as payment, amount_cents as cents, means, reason from refund where id = $1",
        [id],
      );
      if (refund === undefined) return;
      const told = (await toldOnLine(writes, refund)) ?? (await toldOfDesk(writes, refund));
      if (told === undefined || told.to === "") return;
      await writeMessage(writes, authority, {
        key: `payments.refunded:${id}`,
        to: told.to,
        subject: texts.refunded.subject(refund.cents),
        content: {
          greeting: texts.greeting(told.payer),
          blocks: [
            { kind: "paragraph", text: told.sentence },
            { kind: "paragraph", text: texts.said(refund.reason) },
            {
              kind: "link",
              label: texts.seePayment,
              href: `${originOf(authority.host, publicUrl)}/paiements/${told.page}`,
            },
          ],
          signature: signatureOf(authority),
        },
        at: now,
      });
    });
  };

interface GivenBack {
  readonly payment: Id<"payment">;
  readonly cents: Cents;
  readonly means: RefundMeans;
  readonly reason: string;
}

/** To whom a refund is told, in which words; `page`: under which id the family reads the payment. */
interface Told {
  readonly to: string;
  readonly payer: string;
  readonly sentence: string;
  readonly page: string;
}

async function toldOnLine(reads: Reads, refund: GivenBack): Promise<Told | undefined> {
  const found = await paidOnLine(reads, refund.payment);
  if (found === undefined) return undefined;
  const { paid, email } = found;
  return {
    to: email,
    payer: paid.by,
    sentence: texts.refunded.sentence(paid, refund),
    page: paid.attemptId,
  };
}

async function toldOfDesk(reads: Reads, refund: GivenBack): Promise<Told | undefined> {
  const receipt = await receiptById(reads, refund.payment);
  if (receipt === undefined) return undefined;
  return {
    to: await emailOf(reads, receipt),
    payer: receipt.payer,
    sentence: deskTexts.refunded(shared.number(receipt), receipt.cents, refund.cents, refund.means),
    page: refund.payment,
  };
}

/** On `payments.reversed`: tells whoever paid on line that the payment did not hold, and what is owed again. */
export const tellReversed =
  (publicUrl: URL): Handler =>
  async ({ authority, database, now }, facts) => {
    const { reversal: id } = reversed.parse(facts);
    await database.write(async (writes) => {
      const reversal = await writes.row<{ payment: Id<"payment"> }>(
        "payments_reversal_told",
        "select payment_id as payment from payment_reversal where id = $1",
        [id],
      );
      const found = reversal && (await paidOnLine(writes, reversal.payment));
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
async function paidOnLine(
  reads: Reads,
  payment: Id<"payment">,
): Promise<{ paid: PaidFile; email: string } | undefined> {
  const paid = await paidFile(reads, payment);
  const attempt = paid === undefined ? undefined : await attemptById(reads, paid.attemptId);
  return paid === undefined || attempt === undefined ? undefined : { paid, email: attempt.email };
}

const signatureOf = ({ name, brand }: Authority) => texts.signature(name, brand.contact.phone);
