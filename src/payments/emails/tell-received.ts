import { wholeBalance } from "#billing";
import { originOf, type Handler } from "#identity";
import { cents, formatCents } from "#kernel";
import { writeMessage } from "#messaging";
import { formId } from "#platform";
import { z } from "zod";

import { attemptById } from "../attempts/attempt.ts";
import { paidLines } from "../attempts/paid-lines.ts";
import { receivedFor } from "../attempts/receipt.ts";
import { whenPaid } from "../attempts/when-paid.ts";
import { placesOf } from "../basket/attempt-places.ts";
import { lateSentence, lostSentence, placeWords } from "../basket/words.fr.ts";
import { texts } from "./texts.fr.ts";

const event = z.object({ payment: formId<"attempt">() });

/** On `payments.received`: acknowledges the payment to whoever paid, once however often the event is handled. */
export const tellReceived =
  (publicUrl: URL): Handler =>
  async ({ authority, database, now }, facts) => {
    const { payment: id } = event.parse(facts);
    await database.write(async (writes) => {
      const attempt = await attemptById(writes, id);
      const received = await receivedFor(writes, id);
      if (attempt === undefined || received === undefined) return;
      const lines = await paidLines(writes, attempt, received);
      const places = await placesOf(writes, attempt.id);
      const isForDocuments = places.length === 0 && lines.some(({ invoice }) => invoice !== null);
      const late = lateSentence(places);
      const favour = cents(Math.max(0, 0 - (await wholeBalance(writes, attempt))));
      const isLost = places.some(({ outcome, cents: price }) => outcome !== "booked" && price > 0);
      await writeMessage(writes, authority, {
        key: `payments.received:${id}`,
        to: attempt.email,
        subject: texts.subject(received.cents),
        content: {
          greeting: texts.greeting(attempt.by),
          blocks: [
            { kind: "paragraph", text: texts.received(received.cents, whenPaid(received)) },
            ...(late === null ? [] : [{ kind: "paragraph" as const, text: late }]),
            ...(isLost ? [{ kind: "paragraph" as const, text: lostSentence(places, favour) }] : []),
            ...(places.length === 0
              ? []
              : [{ kind: "list" as const, title: texts.places, items: places.map(placeWords) }]),
            {
              kind: "list",
              title: isForDocuments ? texts.pays : texts.onAccount,
              items: lines.map((line) => `${line.label} : ${formatCents(line.cents)}`),
            },
            { kind: "paragraph", text: texts.reference(attempt.refdet) },
            ...(isLost && favour > 0
              ? [
                  {
                    kind: "link" as const,
                    label: texts.askBack,
                    href: `${originOf(authority.host, publicUrl)}/avance?foyer=${attempt.householdId}&payeur=${attempt.guardianId}`,
                  },
                ]
              : []),
            {
              kind: "link",
              label: texts.see,
              href: `${originOf(authority.host, publicUrl)}/paiements/${id}`,
            },
          ],
          signature: texts.signature(authority.name, authority.brand.contact.phone),
        },
        at: now,
      });
    });
  };
