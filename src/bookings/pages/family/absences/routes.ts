import { randomUUID } from "node:crypto";

import { guardian, type GuardianVisit } from "#identity";
import { parseId } from "#kernel";
import { formId, formList, page, redirect, refusal, route, type Answer, type FieldMessage } from "#platform";
import { z } from "zod";

import { heldToday } from "../../../absences/absent-places.ts";
import { sayAbsent } from "../../../absences/say-absent.ts";
import { refusedForm } from "../forms/refused-form.ts";
import { submissionKey } from "../forms/sent-planning.ts";
import { absencesPage } from "./absences-page.tsx";
import { texts } from "./texts.fr.ts";

/** « participant slot », as a box of the page sends it. */
const place = z.string(texts.chooseOne).transform((text, context) => {
  const [participant = "", slot = "", ...rest] = text.split(" ");
  const participantId = parseId<"participant">(participant);
  const slotId = parseId<"slot">(slot);
  if (participantId !== undefined && slotId !== undefined && rest.length === 0) {
    return { participantId, slotId };
  }
  context.addIssue({ code: "custom", message: texts.chooseOne });
  return z.NEVER;
});

/** GET /absences: what is booked today and in the coming week, to say who will not come. */
export const absencesRoute = route({
  method: "GET",
  path: "/absences",
  access: guardian,
  input: z.object({
    query: z.object({
      fait: z.enum(["annonce", "annule"]).optional(),
      recu: formId<"submission">().optional(),
    }),
  }),
  async answer({ actor, authority, database, now }, { query }) {
    const held = await database.read((reads) => heldToday(reads, actor.guardian, now));
    return page(
      absencesPage({
        held,
        now,
        pageKey: randomUUID(),
        phone: authority.brand.contact.phone,
        done:
          query.fait === undefined ? null : { said: query.fait === "annonce", receipt: query.recu ?? null },
      }),
    );
  },
});

/** POST /absences: notes the absences, cancels what still can be; then the page says what was done. */
export const sayAbsentRoute = route({
  method: "POST",
  path: "/absences",
  access: guardian,
  input: z.object({
    body: z.object({
      cle: formId<"page">(),
      place: formList(place, 200).refine((chosen) => chosen.length > 0, texts.chooseOne),
      raison: z.enum(["maladie", "autre"]),
    }),
  }),
  toCorrect: unreadable,
  async answer(visit, { body }) {
    const result = await sayAbsent(visit, {
      cause: body.raison === "maladie" ? "sick" : "other",
      places: body.place,
      keyOf: (lines) => submissionKey(body.cle, visit.actor.accountId, lines),
    });
    if (result.ok) {
      const { said, cancelled } = result.value;
      const receipt = cancelled === null ? "" : `&recu=${cancelled}`;
      return redirect(`/absences?fait=${said > 0 ? "annonce" : "annule"}${receipt}`);
    }
    if (result.refusal.code !== "nothing-booked") return refusal(refusedForm(result.refusal));
    const { title, sentence } = texts.nothingBooked;
    return refusal({
      status: 409,
      title,
      sentences: [sentence],
      next: { label: texts.back, href: "/absences" },
    });
  },
});

async function unreadable(_visit: GuardianVisit, messages: readonly FieldMessage[]): Promise<Answer> {
  return refusal({
    status: 400,
    title: texts.unreadable,
    sentences: [...new Set(messages.map(({ message }) => message))],
    next: { label: texts.back, href: "/absences" },
  });
}
