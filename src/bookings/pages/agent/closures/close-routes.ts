import { z } from "zod";

import { findSite, type NewClosure } from "#activities";
import { agentWith, type SignedInVisit } from "#identity";
import {
  formId,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type Correction,
  type RawInput,
} from "#platform";

import { closeDays, previewClosing, type ClosingRefusal } from "../../../closing/close-days.ts";
import { CLOSE } from "../../../closing/policy.ts";
import { checkPage } from "./check-page.tsx";
import { closingForm, correctionOf, typedClosing, typedFrom, type TypedClosing } from "./closing-form.ts";
import { doneNotice } from "./done-notice.tsx";
import { closuresPage } from "./list-page.tsx";
import { texts } from "./texts.fr.ts";

const access = agentWith(CLOSE);

/** GET /agent/fermetures: what is closed, and the form; `faite` names the closure just recorded or lifted. */
const listRoute = route({
  method: "GET",
  path: "/agent/fermetures",
  access,
  input: z.object({
    query: z.object({ faite: formId<"closure">().optional().catch(undefined) }).and(typedClosing),
  }),
  answer: (visit, { query: { faite, ...typed } }) =>
    visit.database.read(async (reads) =>
      page(await closuresPage(reads, visit, { typed, notice: await doneNotice(reads, visit.actor, faite) })),
    ),
});

/** POST …/verifier: what the closing will do, before anything is done. */
const checkRoute = route({
  method: "POST",
  path: "/agent/fermetures/verifier",
  access,
  input: z.object({ body: closingForm }),
  toCorrect: unreadable,
  async answer(visit, { body: closure }) {
    const preview = await previewClosing(visit, closure);
    if (!preview.ok) return refused(visit, closure, preview.refusal);
    const { siteId } = closure;
    const site = siteId === null ? undefined : await visit.database.read((reads) => findSite(reads, siteId));
    const siteName = site?.name ?? texts.everywhere;
    return page(checkPage({ actor: visit.actor, closure, siteName, toLose: preview.value }));
  },
});

/** POST …/enregistrer: closes the days, then the list says what was done; so does the second click. */
const saveRoute = route({
  method: "POST",
  path: "/agent/fermetures/enregistrer",
  access,
  input: z.object({ body: closingForm }),
  toCorrect: unreadable,
  async answer(visit, { body: closure }) {
    const closed = await closeDays(visit, closure);
    if (closed.ok) return redirect(`/agent/fermetures?faite=${closed.value.closureId}`);
    const { refusal } = closed;
    if (refusal.code === "already-closed") return redirect(`/agent/fermetures?faite=${refusal.closureId}`);
    return refused(visit, closure, refusal);
  },
});

async function refused(visit: SignedInVisit, closure: NewClosure, refusal: ClosingRefusal): Promise<Answer> {
  if (refusal.code === "unknown-site") return notFound;
  return formAgain(visit, typedFrom(closure), [correctionOf(refusal)]);
}

function unreadable(visit: SignedInVisit, corrections: readonly Correction[], { body }: RawInput) {
  return formAgain(visit, typedClosing.parse(body), corrections);
}

async function formAgain(
  visit: SignedInVisit,
  typed: TypedClosing,
  corrections: readonly Correction[],
): Promise<Answer> {
  return page(await visit.database.read((reads) => closuresPage(reads, visit, { typed, corrections })), 422);
}

/** An agent sees what is closed, and closes days. */
export const closeRoutes = [listRoute, checkRoute, saveRoute];
