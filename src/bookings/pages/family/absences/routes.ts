import { randomUUID } from "node:crypto";

import { guardian, type GuardianVisit } from "#identity";
import { page, redirect, refusal, route, type Answer, type Reads } from "#platform";
import { z } from "zod";

import { sayAbsent } from "../../../absences/say-absent.ts";
import { withdrawAbsence } from "../../../absences/withdraw-absence.ts";
import { absenceAnswer, unreadableAbsence } from "./absence-answers.ts";
import { absenceCheckPage } from "./absence-check-page.tsx";
import { absenceDone, absenceForm, absenceOf, takenBackForm, typedAbsence } from "./absence-form.ts";
import { absencesPage, doneOf } from "./absences-page.tsx";
import { foreseeAbsence, heldBy } from "./foresee-absence.ts";
import { byItself } from "./absences-for.ts";
import { texts } from "./texts.fr.ts";

/**
 * Where families send the proof of an absence: the address of a request, told by the folder above. Undefined where the
 * authority offers none.
 */
export type Proving = (reads: Reads) => Promise<string | undefined>;

/** Where no request is offered. */
export const broughtToAgents: Proving = () => Promise.resolve(undefined);

/** GET /absences: what is booked today and in the coming week, to say who will not come. */
export const absencesRoute = (proving: Proving) =>
  route({
    method: "GET",
    path: byItself.base,
    access: guardian,
    input: z.object({ query: absenceDone }),
    async answer({ actor, authority, database, now }, { query }) {
      const view = await database.read(async (reads) => ({
        ...(await heldBy(reads, actor.guardian, now)),
        proving: await proving(reads),
      }));
      const { phone } = authority.brand.contact;
      return page(
        absencesPage({ ...view, now, pageKey: randomUUID(), phone, done: doneOf(query), whom: byItself }),
      );
    },
  });

/**
 * POST /absences: first says what would be cancelled and what kept; confirmed, notes the absences and cancels what still
 * can be. A form without a day comes back as it was sent.
 */
export const sayAbsentRoute = (proving: Proving) =>
  route({
    method: "POST",
    path: byItself.base,
    access: guardian,
    input: z.object({ body: absenceForm }),
    async toCorrect({ actor, authority, database, now }, messages, { body }) {
      const sent = typedAbsence(body);
      if (sent === undefined) return unreadableAbsence(messages, byItself.base);
      const held = await database.read((reads) => heldBy(reads, actor.guardian, now));
      const { phone } = authority.brand.contact;
      const correction = { places: new Set(sent.place), cause: sent.raison, messages };
      return page(
        absencesPage({ ...held, now, pageKey: sent.cle, phone, done: null, whom: byItself, correction }),
        422,
      );
    },
    async answer(visit, { body }) {
      if (body.confirme === undefined) return check(visit, body, proving);
      const result = await sayAbsent(visit, absenceOf(body, visit.actor.accountId));
      return absenceAnswer(result, byItself.base);
    },
  });

/** POST /absences/retirer: takes back what was announced while the place was kept, until the service begins. */
export const takeBackRoute = route({
  method: "POST",
  path: "/absences/retirer",
  shownBy: byItself.base,
  access: guardian,
  input: z.object({ body: takenBackForm }),
  toCorrect: async (_visit, messages) => unreadableAbsence(messages, byItself.base),
  async answer(visit, { body: { retirer } }) {
    if (await withdrawAbsence(visit, retirer)) return redirect(`${byItself.base}?fait=retrait`);
    const { title, sentence } = texts.tooLateToTakeBack;
    const next = { label: texts.back, href: byItself.base };
    return refusal({ status: 409, title, sentences: [sentence], next });
  },
});

/** What the form would do, before anything is done. */
async function check(
  { actor, database, now }: GuardianVisit,
  body: z.output<typeof absenceForm>,
  proving: Proving,
): Promise<Answer> {
  return database.read(async (reads) => {
    const foreseen = await foreseeAbsence(reads, actor.guardian, body, now);
    if (foreseen === undefined)
      return absenceAnswer({ ok: false, refusal: { code: "nothing-booked" } }, byItself.base);
    return page(absenceCheckPage({ ...foreseen, online: (await proving(reads)) !== undefined }, body));
  });
}
