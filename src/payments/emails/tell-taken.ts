import { invoiceNumber } from "#billing";
import { originOf, type Background, type Handler } from "#identity";
import { formatCents, type Id } from "#kernel";
import { writeMessage } from "#messaging";
import { formId, type Reads } from "#platform";
import { z } from "zod";

import { receiptById, type DeskReceipt } from "../desk/desk-receipt.ts";
import { words as shared } from "../desk/words.fr.ts";
import { creditOf, deskPlaceWords } from "../pages/shared/receipt-facts.tsx";
import { deskTexts, texts } from "./texts.fr.ts";

const event = z.object({ payment: formId<"payment">() });

/** On `payments.taken`: the receipt of a payment at a desk goes to the payer, once; a payer without e-mail has paper. */
export const tellTaken = (publicUrl: URL): Handler => tell(publicUrl, "taken");

/** On `payments.corrected`: the payer learns that a receipt was cancelled, and why. */
export const tellCorrected = (publicUrl: URL): Handler => tell(publicUrl, "corrected");

function tell(publicUrl: URL, what: "taken" | "corrected"): Handler {
  return async (context, facts) => {
    const { payment } = event.parse(facts);
    const found = await context.database.read(async (reads) => {
      const receipt = await receiptById(reads, payment);
      return receipt && { receipt, email: await emailOf(reads, receipt) };
    });
    if (found === undefined || found.email === "") return;
    await write(context, { ...found, payment, what, publicUrl });
  };
}

async function write(
  { authority, database, now }: Background,
  of: {
    receipt: DeskReceipt;
    email: string;
    payment: Id<"payment">;
    what: "taken" | "corrected";
    publicUrl: URL;
  },
): Promise<void> {
  const { receipt, email, payment, what, publicUrl } = of;
  const number = shared.number(receipt);
  const isTaken = what === "taken";
  const credit = creditOf(receipt);
  const items = [
    ...receipt.settles.map((one) => `${invoiceNumber(one)} : ${formatCents(one.cents)}`),
    ...(credit > 0 ? [deskTexts.credit(credit)] : []),
  ];
  await database.write((writes) =>
    writeMessage(writes, authority, {
      key: `payments.${what}:${payment}`,
      to: email,
      subject: isTaken ? texts.subject(receipt.cents) : deskTexts.cancelledSubject(number),
      content: {
        greeting: texts.greeting(receipt.payer),
        blocks: [
          {
            kind: "paragraph",
            text: isTaken
              ? deskTexts.taken(receipt.cents, shared.paidBy[receipt.means], shared.moment(receipt.at))
              : deskTexts.cancelled(number, receipt.cents, receipt.reversedWhy ?? ""),
          },
          ...(isTaken
            ? [
                {
                  kind: "list" as const,
                  title: receipt.settles.length === 0 ? texts.onAccount : texts.pays,
                  items,
                },
              ]
            : []),
          ...(isTaken && receipt.places.length > 0
            ? [
                {
                  kind: "list" as const,
                  title: deskTexts.books,
                  items: receipt.places.map((place) => deskPlaceWords(place)),
                },
              ]
            : []),
          { kind: "paragraph", text: isTaken ? deskTexts.number(receipt.regie, number) : deskTexts.kept },
          {
            kind: "link",
            label: texts.see,
            href: `${originOf(authority.host, publicUrl)}/paiements/${payment}`,
          },
        ],
        signature: texts.signature(authority.name, authority.brand.contact.phone),
      },
      at: now,
    }),
  );
}

/** Where a payer is written to; empty for a payer without e-mail. */
export async function emailOf(reads: Reads, { householdId, guardianId }: DeskReceipt): Promise<string> {
  const row = await reads.row<{ email: string }>(
    "payments_payer_email",
    "select email from families_guardian_card where household_id = $1 and guardian_id = $2",
    [householdId, guardianId],
  );
  return row?.email ?? "";
}
