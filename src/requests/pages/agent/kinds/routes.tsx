import type { SignedInVisit } from "#identity";
import type { Id } from "#kernel";
import {
  formId,
  formValues,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type Correction,
  type Values,
} from "#platform";
import { z } from "zod";

import { changeKind, publishKind, withdrawKind, type KindRefusal } from "../../../kinds/change-kind.ts";
import { publishedForm, requestKind, requestKinds } from "../../../kinds/kind-queries.ts";
import { MODELS, type ModelName } from "../../../kinds/models.ts";
import { openKind } from "../../../kinds/open-kind.ts";
import { kindsWriter } from "../../../policy.ts";
import { kindPage } from "./kind-page.tsx";
import { kindsPage } from "./list-page.tsx";
import { readSettings, typedSettings } from "./settings-form.ts";
import { faultWords, texts } from "./texts.fr.ts";

const LIST = "/agent/demarches/types";
const ONE = `${LIST}/:kind` as const;
const ofKind = z.object({ kind: formId<"request-kind">() });
const done = z.enum(["ouvert", "enregistre", "publie", "ferme"]).optional().catch(undefined);
const isModel = (name: string): name is ModelName => Object.hasOwn(MODELS, name);

/** GET /agent/demarches/types: the kinds that are open, and those that Préau brings. */
const listRoute = route({
  method: "GET",
  path: LIST,
  access: kindsWriter,
  input: z.object({ query: z.object({ fait: done }) }),
  async answer({ database }, { query }) {
    return page(kindsPage(await database.read(requestKinds), query.fait));
  },
});

/** POST /agent/demarches/types: opens one, which families do not see yet. */
const openRoute = route({
  method: "POST",
  path: LIST,
  access: kindsWriter,
  input: z.object({
    body: z.object({ cle: formId<"request-kind">(), modele: z.string().refine(isModel) }),
  }),
  async answer(visit, { body }) {
    await openKind(visit, body.cle, body.modele);
    return redirect(`${LIST}/${body.cle}?fait=ouvert`);
  },
});

/** GET …/types/:kind: what it says, and whether families see it. */
const showRoute = route({
  method: "GET",
  path: ONE,
  access: kindsWriter,
  input: z.object({ params: ofKind, query: z.object({ fait: done }) }),
  answer: (visit, { params, query }) => show(visit, params.kind, { done: query.fait }),
});

/** POST …/types/:kind: what it says from now on. */
const changeRoute = route({
  method: "POST",
  path: ONE,
  access: kindsWriter,
  input: z.object({ params: ofKind, body: formValues }),
  async answer(visit, { params: { kind }, body }) {
    const { settings, corrections } = readSettings(body);
    if (corrections.length > 0) return show(visit, kind, { typed: body, corrections });
    const changed = await changeKind(visit, kind, () => settings);
    if (changed.ok) return redirect(`${LIST}/${kind}?fait=enregistre`);
    return refused(visit, kind, changed.refusal, body);
  },
});

/** POST …/publier: families see it, with its form as it is now. */
const publishRoute = route({
  method: "POST",
  path: `${ONE}/publier`,
  access: kindsWriter,
  input: z.object({ params: ofKind }),
  async answer(visit, { params: { kind } }) {
    const published = await publishKind(visit, kind);
    if (published.ok) return redirect(`${LIST}/${kind}?fait=publie`);
    return refused(visit, kind, published.refusal, undefined);
  },
});

/** POST …/fermer: families begin no more of them. */
const closeRoute = route({
  method: "POST",
  path: `${ONE}/fermer`,
  access: kindsWriter,
  input: z.object({ params: ofKind }),
  async answer(visit, { params: { kind } }) {
    await withdrawKind(visit, kind);
    return redirect(`${LIST}/${kind}?fait=ferme`);
  },
});

async function show(
  { database }: SignedInVisit,
  kindId: Id<"request-kind">,
  told: {
    done?: z.output<typeof done>;
    typed?: Values | undefined;
    corrections?: readonly Correction[];
  },
): Promise<Answer> {
  const { corrections = [], typed } = told;
  const found = await database.read(async (reads) => {
    const kind = await requestKind(reads, kindId);
    if (kind === undefined) return undefined;
    const published = kind.formId === null ? null : await publishedForm(reads, kind.formId);
    return { kind, published };
  });
  if (found === undefined) return notFound;
  const view = { ...found, typed: typed ?? typedSettings(found.kind), corrections, done: told.done };
  return page(kindPage(view), corrections.length > 0 ? 422 : 200);
}

function refused(
  visit: SignedInVisit,
  kindId: Id<"request-kind">,
  refusal: KindRefusal,
  typed: Values | undefined,
): Promise<Answer> {
  switch (refusal.code) {
    case "unknown":
      return Promise.resolve(notFound);
    case "lacks-settings": {
      const words = typed === undefined ? texts.lacking : texts.stays;
      return show(visit, kindId, { typed, corrections: [{ message: words(refusal.settings) }] });
    }
    case "confidential":
      return show(visit, kindId, { typed, corrections: [{ message: texts.confidential }] });
    case "form-faults":
      return show(visit, kindId, {
        corrections: refusal.faults.map((fault) => ({ message: faultWords(fault) })),
      });
  }
}

/** An agent opens kinds of request, says what the law wants of them, publishes and closes them. */
export const kindRoutes = [listRoute, openRoute, showRoute, changeRoute, publishRoute, closeRoute];
