import { randomUUID } from "node:crypto";

import { agentWith, type SignedInVisit, type Visit } from "#identity";
import {
  formId,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type Correction,
  type RawInput,
  type Route,
} from "#platform";
import { z } from "zod";

import { SAY } from "../../../class-days/policy.ts";
import {
  previewClassDay,
  sayOfClass,
  type ClassDayRefusal,
  type WantedClassDay,
} from "../../../class-days/say-of-class.ts";
import { familiesToPhone } from "../../../closing/closing-queries.ts";
import { checkPage } from "./check-page.tsx";
import { classDaysPage } from "./class-days-page.tsx";
import {
  classForm,
  confirmForm,
  correctionOf,
  typedClass,
  typedFrom,
  type TypedClass,
} from "./class-form.ts";
import { doneNotice } from "./done-notice.tsx";
import { withdrawRoutes } from "./withdraw-routes.tsx";

const access = agentWith(SAY);
type Wanted = Omit<WantedClassDay, "id">;

/** GET /agent/classes: what was said, and the form; `faite` names what was just said. */
const listRoute = route({
  method: "GET",
  path: "/agent/classes",
  access,
  input: z.object({
    query: z.object({ faite: formId<"classDay">().optional().catch(undefined) }).and(typedClass),
  }),
  answer: (visit, { query: { faite, ...typed } }) =>
    visit.database.read(async (reads) =>
      page(await classDaysPage(reads, visit, { typed, notice: await doneNotice(reads, visit, faite) })),
    ),
});

/** POST …/verifier: what it will do, before anything is done. */
const checkRoute = route({
  method: "POST",
  path: "/agent/classes/verifier",
  access,
  input: z.object({ body: classForm }),
  toCorrect: unreadable,
  answer: (visit, { body }) => check(visit, body),
});

/** POST …/enregistrer: says it, then the list says what was done; so does the second click. */
const saveRoute = route({
  method: "POST",
  path: "/agent/classes/enregistrer",
  access,
  input: z.object({ body: confirmForm }),
  async toCorrect(visit, corrections, raw) {
    const wanted = classForm.safeParse(raw.body);
    return wanted.success ? check(visit, wanted.data, corrections) : unreadable(visit, corrections, raw);
  },
  async answer(visit, { body: { wanted, activityIds } }) {
    const said = await sayOfClass(visit, wanted, activityIds);
    if (said.ok) return redirect(`/agent/classes?faite=${said.value}`);
    if (said.refusal.code === "already-said") return redirect(`/agent/classes?faite=${said.refusal.id}`);
    return refused(visit, wanted, said.refusal);
  },
});

async function check(
  visit: SignedInVisit,
  wanted: Wanted,
  corrections: readonly Correction[] = [],
): Promise<Answer> {
  const preview = await previewClassDay(visit, wanted);
  if (!preview.ok) return refused(visit, wanted, preview.refusal);
  const households = [...new Set(preview.value.bookings.map(({ householdId }) => householdId))];
  const toPhone = await visit.database.read((reads) => familiesToPhone(reads, households));
  const { actor } = visit;
  const shown = { actor, pageKey: randomUUID(), wanted, effect: preview.value, toPhone, corrections };
  return page(checkPage(shown), corrections.length > 0 ? 422 : 200);
}

function refused(visit: SignedInVisit, wanted: Wanted, refusal: ClassDayRefusal): Promise<Answer> {
  if (refusal.code === "key-taken") return Promise.resolve(notFound);
  return formAgain(visit, typedFrom(wanted), [correctionOf(refusal)]);
}

function unreadable(visit: SignedInVisit, corrections: readonly Correction[], { body }: RawInput) {
  return formAgain(visit, typedClass.parse(body), corrections);
}

async function formAgain(
  visit: SignedInVisit,
  typed: TypedClass,
  corrections: readonly Correction[],
): Promise<Answer> {
  return page(await visit.database.read((reads) => classDaysPage(reads, visit, { typed, corrections })), 422);
}

/** An agent says once what a whole class does. */
export const classDayRoutes: readonly Route<Visit>[] = [listRoute, checkRoute, saveRoute, ...withdrawRoutes];
