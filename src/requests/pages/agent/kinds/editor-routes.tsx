import { documentKinds } from "#documents";
import type { SignedInVisit } from "#identity";
import type { Id } from "#kernel";
import {
  firstValue,
  formId,
  formValues,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type Correction,
} from "#platform";
import { z } from "zod";

import { changeForm } from "../../../kinds/change-form.ts";
import { requestKind } from "../../../kinds/kind-queries.ts";
import { kindsWriter } from "../../../policy.ts";
import { editorPage } from "./editor-page.tsx";
import { editorTexts as texts } from "./editor-texts.fr.ts";
import { readEdit } from "./read-edit.ts";

const PATH = "/agent/demarches/types/:kind/formulaire";
const ofKind = z.object({ kind: formId<"request-kind">() });

/** GET …/formulaire: the form that agents prepare, with its preview. */
const showRoute = route({
  method: "GET",
  path: PATH,
  access: kindsWriter,
  input: z.object({
    params: ofKind,
    query: z.object({ fait: z.literal("1").optional().catch(undefined) }),
  }),
  answer: (visit, { params, query }) => show(visit, params.kind, [], query.fait !== undefined),
});

/** POST …/formulaire: one change, seen at once in the preview. */
const changeRoute = route({
  method: "POST",
  path: PATH,
  access: kindsWriter,
  input: z.object({ params: ofKind, body: formValues }),
  async answer(visit, { params, body }) {
    const kind = await visit.database.read((reads) => requestKind(reads, params.kind));
    if (kind === undefined) return notFound;
    const { edit, corrections } = readEdit(
      body,
      kind.editedForm,
      await visit.database.read((reads) => documentKinds(reads)),
    );
    if (edit === undefined) return show(visit, params.kind, corrections, false);
    const changed = await changeForm(visit, params.kind, { seen: firstValue(body, "vu"), edit });
    if (changed.ok) return redirect(`/agent/demarches/types/${params.kind}/formulaire?fait=1`);
    if (changed.refusal.code === "unknown") return notFound;
    const message = changed.refusal.code === "too-much" ? texts.tooMuch : texts.changed;
    return show(visit, params.kind, [{ message }], false);
  },
});

async function show(
  { database }: SignedInVisit,
  kindId: Id<"request-kind">,
  corrections: readonly Correction[],
  saved: boolean,
): Promise<Answer> {
  const { kind, kinds } = await database.read(async (reads) => ({
    kind: await requestKind(reads, kindId),
    kinds: await documentKinds(reads),
  }));
  if (kind === undefined) return notFound;
  return page(
    editorPage({ kind, documentKinds: kinds, corrections, saved }),
    corrections.length > 0 ? 422 : 200,
  );
}

/** An agent changes the form of a kind, page by page. */
export const editorRoutes = [showRoute, changeRoute];
