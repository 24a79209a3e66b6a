import type { Authority } from "#identity";
import { formatCents, parisInstant } from "#kernel";
import { printPdf, type Answer } from "#platform";

import type { Attempt } from "../attempts/attempt.ts";
import type { PaidLine } from "../attempts/paid-lines.ts";
import type { Received } from "../attempts/receipt.ts";
import { whenPaid } from "../attempts/when-paid.ts";
import type { AttemptPlace } from "../basket/attempt-places.ts";
import { placeWords } from "../basket/words.fr.ts";
import { texts } from "../pages/family/texts.fr.ts";

const words = texts.receipt;

/** The acknowledgement of a payment as a file to download: « recu-202600021400000015.pdf ». */
export async function receiptFile(of: {
  attempt: Attempt;
  lines: readonly PaidLine[];
  places: readonly AttemptPlace[];
  received: Received;
  authority: Pick<Authority, "name" | "brand">;
}): Promise<Answer> {
  const { attempt, lines, places, received, authority } = of;
  const { phone, email } = authority.brand.contact;
  const { authorisation, means, reversedOn, refunded } = received;
  return {
    kind: "file",
    name: words.file(attempt.refdet),
    type: "application/pdf",
    body: await printPdf({
      template: "src/payments/pdf/receipt.typ",
      data: {
        title: words.printed,
        authority: { name: authority.name, lines: [phone, email].filter((line) => line !== "") },
        lead: [
          `${words.received} ${whenPaid(received)}.`,
          `${words.payer} : ${attempt.by}.`,
          `${words.meansTerm} : ${words.means[means]}.`,
          `${words.reference(attempt.refdet)}.`,
          ...(authorisation === null ? [] : [`${words.authorisation} : ${authorisation}.`]),
        ],
        columns: [texts.confirm.columns.invoice, texts.attempt.amount],
        rows: lines.map((line) => [line.label, formatCents(line.cents)]),
        total: [texts.confirm.columns.total, formatCents(received.cents)],
        notes: [
          words.acknowledges,
          ...places.map((place) => `${placeWords(place)}.`),
          ...(reversedOn === null ? [] : [words.reversed(reversedOn)]),
          ...(refunded > 0 ? [words.refunded(refunded)] : []),
        ],
      },
      at: parisInstant(received.day, new Temporal.PlainTime()),
    }),
  };
}
