import { randomUUID } from "node:crypto";

import { askForKind, everyKind, writeKind, type EditedKind } from "#documents";
import type { SignedInVisit, Visit } from "#identity";
import { parseId, type Id } from "#kernel";
import {
  BackLink,
  Button,
  ButtonLink,
  DataTable,
  ErrorSummary,
  firstValue,
  formId,
  formValues,
  FormToken,
  notFound,
  Notice,
  page,
  redirect,
  route,
  StateLabel,
  valuesOf,
  type Answer,
  type Correction,
  type Route,
  type Values,
} from "#platform";
import { z } from "zod";

import { kindsWriter } from "../../../policy.ts";
import { KindForm } from "./kind-form.tsx";
import { readKind, typedKind } from "./read-kind.ts";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/demarches/documents";
const ADD = `${PATH}/ajouter`;
const ofKind = z.object({ kind: formId<"document-kind">() });
const done = z.enum(["garde", "retire", "repris"] satisfies readonly (keyof typeof texts.done)[]);

/** The kinds of papers that families are asked for, which the authority edits. */
export const documentKindRoutes: readonly Route<Visit>[] = [
  route({
    method: "GET",
    path: PATH,
    access: kindsWriter,
    input: z.object({ query: z.object({ fait: done.optional().catch(undefined) }) }),
    answer: async ({ database }, { query }) => list(await database.read(everyKind), query.fait),
  }),
  route({
    method: "GET",
    path: ADD,
    access: kindsWriter,
    input: z.object({}),
    answer: () =>
      Promise.resolve(
        edit(
          undefined,
          valuesOf({ cle: randomUUID(), pour: "child", lecteurs: "ordinary", jours: "30" }),
          [],
        ),
      ),
  }),
  route({
    method: "POST",
    path: ADD,
    access: kindsWriter,
    input: z.object({ body: formValues }),
    answer: (visit, { body }) => keep(visit, parseId<"document-kind">(firstValue(body, "cle")), body),
  }),
  route({
    method: "GET",
    path: `${PATH}/:kind`,
    access: kindsWriter,
    input: z.object({ params: ofKind }),
    async answer({ database }, { params }) {
      const known = (await database.read(everyKind)).find(({ kindId }) => kindId === params.kind);
      return known === undefined ? notFound : edit(known, typedKind(known), []);
    },
  }),
  route({
    method: "POST",
    path: `${PATH}/:kind`,
    access: kindsWriter,
    input: z.object({ params: ofKind, body: formValues }),
    async answer(visit, { params, body }) {
      const isKnown = (await visit.database.read(everyKind)).some(({ kindId }) => kindId === params.kind);
      return isKnown ? keep(visit, params.kind, body) : notFound;
    },
  }),
  ...(["retirer", "reprendre"] as const).map((act) =>
    route<Visit, SignedInVisit, { params: { kind: Id<"document-kind"> } }>({
      method: "POST",
      path: `${PATH}/:kind/${act}`,
      access: kindsWriter,
      input: z.object({ params: ofKind }),
      async answer(visit, { params }) {
        const asked = await askForKind(visit, params.kind, act === "reprendre");
        if (asked.ok) return redirect(`${PATH}?fait=${act === "retirer" ? "retire" : "repris"}`);
        if (asked.refusal.code === "unknown") return notFound;
        const known = (await visit.database.read(everyKind)).find(({ kindId }) => kindId === params.kind);
        return known === undefined
          ? notFound
          : edit(known, typedKind(known), [{ field: "mois", message: texts.sameName }]);
      },
    }),
  ),
];

async function keep(
  visit: SignedInVisit,
  kindId: Id<"document-kind"> | undefined,
  body: Values,
): Promise<Answer> {
  const known = (await visit.database.read(everyKind)).find((one) => one.kindId === kindId);
  const { written, corrections } = readKind(
    body,
    kindId ?? formId<"document-kind">().parse(randomUUID()),
    known,
  );
  if (written === undefined) return edit(known, body, corrections);
  const kept = await writeKind(visit, written);
  if (kept.ok) return redirect(`${PATH}?fait=garde`);
  return edit(known, body, [{ field: "nom", message: texts.sameName }]);
}

function list(kinds: readonly EditedKind[], told: keyof typeof texts.done | undefined): Answer {
  const { columns } = texts;
  return page({
    title: texts.title,
    section: "requests-desk",
    dense: true,
    before: <BackLink href="/agent/demarches/types" label={texts.back} />,
    ...(told === undefined ? {} : { flash: <Notice tone="success" title={texts.done[told]} announce /> }),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <p>
          <ButtonLink href={ADD}>{texts.add}</ButtonLink>
        </p>
        <DataTable
          caption={texts.title}
          captionHidden
          rows={kinds}
          columns={[
            {
              header: columns.label,
              rowHeader: true,
              cell: ({ kindId, label, endedAt }) => (
                <>
                  <a href={`${PATH}/${kindId}`}>{label}</a>
                  {endedAt !== null && <StateLabel tone="closed" word={texts.ended} />}
                </>
              ),
            },
            { header: columns.about, cell: ({ about }) => texts.abouts[about] },
            { header: columns.readers, cell: ({ sensitivity }) => texts.readers[sensitivity] },
            { header: columns.holds, cell: ({ validityMonths }) => texts.holds(validityMonths) },
            { header: columns.announced, cell: ({ announceDays }) => texts.announced(announceDays) },
            { header: columns.kept, cell: ({ kept }) => String(kept) },
          ]}
        />
      </>
    ),
  });
}

function edit(known: EditedKind | undefined, typed: Values, corrections: readonly Correction[]): Answer {
  const title = known === undefined ? texts.add : texts.change(known.label);
  const address = known === undefined ? ADD : `${PATH}/${known.kindId}`;
  return page(
    {
      title,
      section: "requests-desk",
      dense: true,
      toCorrect: corrections.length > 0,
      before: <BackLink href={PATH} label={texts.backToList} />,
      flash: <ErrorSummary items={corrections} />,
      main: (
        <>
          <h1>{title}</h1>
          <KindForm action={address} typed={typed} corrections={corrections} known={known} />
          {known !== undefined && (
            <form method="post" action={`${address}/${known.endedAt === null ? "retirer" : "reprendre"}`}>
              <FormToken />
              {known.endedAt === null && <p class="soft">{texts.endHint}</p>}
              <Button variant={known.endedAt === null ? "warning" : "secondary"}>
                {known.endedAt === null ? texts.end : texts.again}
              </Button>
            </form>
          )}
        </>
      ),
    },
    corrections.length > 0 ? 422 : 200,
  );
}
