import { randomUUID } from "node:crypto";

import { guardian } from "#identity";
import { page, route } from "#platform";
import { z } from "zod";

import { heldToday } from "../../../absences/absent-places.ts";
import { sayAbsent } from "../../../absences/say-absent.ts";
import { absenceAnswer, unreadableAbsence } from "./absence-answers.ts";
import { absenceDone, absenceForm, absenceOf } from "./absence-form.ts";
import { absencesPage, doneOf } from "./absences-page.tsx";
import { byItself } from "./absences-for.ts";

/** GET /absences: what is booked today and in the coming week, to say who will not come. */
export const absencesRoute = route({
  method: "GET",
  path: byItself.base,
  access: guardian,
  input: z.object({ query: absenceDone }),
  async answer({ actor, authority, database, now }, { query }) {
    const held = await database.read((reads) => heldToday(reads, actor.guardian, now));
    const { phone } = authority.brand.contact;
    return page(
      absencesPage({ held, now, pageKey: randomUUID(), phone, done: doneOf(query), whom: byItself }),
    );
  },
});

/** POST /absences: notes the absences, cancels what still can be; then the page says what was done. */
export const sayAbsentRoute = route({
  method: "POST",
  path: byItself.base,
  access: guardian,
  input: z.object({ body: absenceForm }),
  toCorrect: async (_visit, messages) => unreadableAbsence(messages, byItself.base),
  async answer(visit, { body }) {
    const result = await sayAbsent(visit, absenceOf(body, visit.actor.accountId));
    return absenceAnswer(result, byItself.base);
  },
});
