import type { SignedInVisit, Visit } from "#identity";
import {
  BackLink,
  Button,
  DataTable,
  EmptyState,
  ErrorSummary,
  formId,
  formText,
  FormToken,
  noInput,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type Correction,
  type Route,
} from "#platform";
import { z } from "zod";

import { filterQuery, readFilter } from "../../../desk/inbox-filter.ts";
import {
  chooseDefault,
  MOST_VIEWS,
  removeView,
  savedViews,
  saveView,
  type SavedView,
} from "../../../desk/saved-views.ts";
import { requestsWriter } from "../../../policy.ts";
import { LONGEST_NAME } from "../inbox/views-nav.tsx";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/demarches/vues";
const LONGEST_FILTER = 2000;
const box = z.literal("1").optional().catch(undefined);
const ofView = z.object({ view: formId<"request-view">() });

/** An agent names what the inbox shows, comes back to it, opens with it. */
export const viewRoutes: readonly Route<Visit>[] = [
  route({
    method: "GET",
    path: PATH,
    access: requestsWriter,
    input: noInput,
    answer: (visit) => show(visit, []),
  }),
  route({
    method: "POST",
    path: PATH,
    access: requestsWriter,
    input: z.object({
      body: z.object({
        cle: formId<"request-view">(),
        nom: formText(LONGEST_NAME).refine((name) => name !== "", texts.corrections.name),
        filtre: z.string().max(LONGEST_FILTER).transform(readFilter),
        partagee: box,
        defaut: box,
      }),
    }),
    toCorrect: show,
    async answer(visit, { body }) {
      const saved = await saveView(visit, {
        viewId: body.cle,
        name: body.nom,
        shared: body.partagee === "1",
        isDefault: body.defaut === "1",
        filter: body.filtre,
      });
      if (!saved.ok) return show(visit, [{ message: texts.corrections.tooMany(MOST_VIEWS) }]);
      return redirect(`/agent/demarches?${filterQuery(body.filtre)}&fait=vue`);
    },
  }),
  route({
    method: "POST",
    path: `${PATH}/ouverture`,
    access: requestsWriter,
    input: z.object({ body: z.object({ vue: formId<"request-view">().or(z.literal("")) }) }),
    async answer(visit, { body: { vue } }) {
      return (await chooseDefault(visit, vue === "" ? null : vue)) ? redirect(PATH) : notFound;
    },
  }),
  route({
    method: "POST",
    path: `${PATH}/:view/retirer`,
    access: requestsWriter,
    input: z.object({ params: ofView }),
    answer: async (visit, { params: { view } }) =>
      (await removeView(visit, view)) ? redirect(PATH) : notFound,
  }),
];

async function show({ actor, database }: SignedInVisit, corrections: readonly Correction[]): Promise<Answer> {
  const views = await database.read((reads) => savedViews(reads, actor));
  return page(
    {
      title: texts.title,
      section: "requests-desk",
      dense: true,
      toCorrect: corrections.length > 0,
      before: <BackLink href="/agent/demarches" label={texts.back} />,
      flash: <ErrorSummary items={corrections} />,
      main: (
        <>
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
          {views.length === 0 ? (
            <EmptyState title={texts.none}>
              <p>{texts.noneMore}</p>
            </EmptyState>
          ) : (
            <ViewsTable views={views} />
          )}
          {views.some(({ isDefault }) => isDefault) && <Opening value="" label={texts.all} />}
        </>
      ),
    },
    corrections.length > 0 ? 422 : 200,
  );
}

function ViewsTable({ views }: { views: readonly SavedView[] }) {
  const { columns } = texts;
  return (
    <DataTable
      caption={texts.title}
      captionHidden
      rows={views}
      columns={[
        {
          header: columns.name,
          rowHeader: true,
          cell: ({ name, filter }) => <a href={`/agent/demarches?${filterQuery(filter)}`}>{name}</a>,
        },
        { header: columns.by, cell: ({ by, own }) => (own ? texts.own : by) },
        { header: columns.who, cell: ({ shared }) => (shared ? texts.shared : texts.own) },
        {
          header: columns.opening,
          cell: ({ isDefault, viewId, name }) =>
            isDefault ? texts.opens : <Opening value={viewId} label={texts.open(name)} />,
        },
        {
          header: columns.acts,
          cell: ({ own, viewId, name }) =>
            own && (
              <form method="post" action={`${PATH}/${viewId}/retirer`}>
                <FormToken />
                <Button variant="secondary">{texts.remove(name)}</Button>
              </form>
            ),
        },
      ]}
    />
  );
}

function Opening({ value, label }: { value: string; label: string }) {
  return (
    <form method="post" action={`${PATH}/ouverture`}>
      <FormToken />
      <input type="hidden" name="vue" value={value} />
      <Button variant="secondary">{label}</Button>
    </form>
  );
}
