import { randomUUID } from "node:crypto";

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
  notFound,
  Notice,
  page,
  redirect,
  route,
  type Answer,
  type Correction,
  type RawInput,
  type Route,
} from "#platform";
import { z } from "zod";

import { requestKinds } from "../../../kinds/kind-queries.ts";
import { requestsWriter } from "../../../policy.ts";
import { allReplies, removeReply, writeReply, type WrittenReply } from "../../../replies/replies.ts";
import { unknownPlaceholders } from "../../../rules/placeholders.ts";
import { LONGEST_BODY, LONGEST_LABEL, ReplyForm, type TypedReply } from "./reply-form.tsx";
import { texts } from "./texts.fr.ts";

const PATH = "/agent/demarches/reponses";
const ofReply = z.object({ reply: formId<"request-reply">() });
const done = z.enum(["gardee", "retiree"] satisfies readonly (keyof typeof texts.done)[]);

const body = z.object({
  cle: formId<"request-reply">(),
  nom: formText(LONGEST_LABEL).refine((text) => text !== "", texts.corrections.label),
  type: formId<"request-kind">().or(z.literal("").transform(() => null)),
  texte: formText(LONGEST_BODY)
    .refine((text) => text !== "", texts.corrections.body)
    .superRefine((text, context) => {
      const unknown = unknownPlaceholders(text);
      if (unknown.length > 0)
        context.addIssue({ code: "custom", message: texts.corrections.unknown(unknown) });
    }),
});

const typedFormat = z.object({
  cle: formId<"request-reply">(),
  nom: z.string().catch(""),
  type: z.string().catch(""),
  texte: z.string().catch(""),
});

/** Agents keep the texts that they write often. */
export const replyRoutes: readonly Route<Visit>[] = [
  route({
    method: "GET",
    path: PATH,
    access: requestsWriter,
    input: z.object({ query: z.object({ fait: done.optional().catch(undefined) }) }),
    answer: (visit, { query }) => list(visit, { done: query.fait }),
  }),
  route({
    method: "POST",
    path: PATH,
    access: requestsWriter,
    input: z.object({ body }),
    toCorrect: again,
    async answer(visit, { body: { cle, nom, type, texte } }) {
      const written: WrittenReply = { replyId: cle, kindId: type, label: nom, body: texte };
      await writeReply(visit, written);
      return redirect(`${PATH}?fait=gardee`);
    },
  }),
  route({
    method: "GET",
    path: `${PATH}/:reply`,
    access: requestsWriter,
    input: z.object({ params: ofReply }),
    async answer(visit, { params: { reply: replyId } }) {
      const replies = await visit.database.read(allReplies);
      const reply = replies.find((one) => one.replyId === replyId);
      if (reply === undefined) return notFound;
      return edit(visit, { cle: replyId, nom: reply.label, type: reply.kindId ?? "", texte: reply.body }, []);
    },
  }),
  route({
    method: "POST",
    path: `${PATH}/:reply/retirer`,
    access: requestsWriter,
    input: z.object({ params: ofReply }),
    answer: async (visit, { params: { reply } }) =>
      (await removeReply(visit, reply)) ? redirect(`${PATH}?fait=retiree`) : notFound,
  }),
];

async function list(
  { database }: SignedInVisit,
  told: { done: keyof typeof texts.done | undefined },
): Promise<Answer> {
  const { replies, kinds } = await database.read(async (reads) => ({
    replies: await allReplies(reads),
    kinds: await requestKinds(reads),
  }));
  const labels = new Map(kinds.map(({ kindId, label }) => [kindId, label]));
  const { columns } = texts;
  const blank: TypedReply = { cle: randomUUID(), nom: "", type: "", texte: "" };
  return page({
    title: texts.title,
    section: "requests-desk",
    dense: true,
    before: <BackLink href="/agent/demarches" label={texts.back} />,
    ...(told.done !== undefined && {
      flash: <Notice tone="success" title={texts.done[told.done]} announce />,
    }),
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        {replies.length === 0 ? (
          <EmptyState title={texts.none}>
            <p>{texts.noneMore}</p>
          </EmptyState>
        ) : (
          <DataTable
            caption={texts.title}
            captionHidden
            rows={replies}
            columns={[
              {
                header: columns.label,
                rowHeader: true,
                cell: ({ replyId, label }) => <a href={`${PATH}/${replyId}`}>{label}</a>,
              },
              {
                header: columns.kind,
                cell: ({ kindId }) => (kindId === null ? texts.everyKind : (labels.get(kindId) ?? "")),
              },
              { header: columns.body, cell: ({ body: text }) => text },
              { header: columns.by, cell: ({ by }) => by },
            ]}
          />
        )}
        <h2>{texts.add}</h2>
        <ReplyForm action={PATH} typed={blank} kinds={kinds} corrections={[]} />
      </>
    ),
  });
}

/** A text that does not fit comes back as it was typed. */
function again(
  visit: SignedInVisit,
  corrections: readonly Correction[],
  { body: sent }: RawInput,
): Promise<Answer> {
  const typed = typedFormat.safeParse(sent);
  return typed.success ? edit(visit, typed.data, corrections) : list(visit, { done: undefined });
}

async function edit(
  { database }: SignedInVisit,
  typed: TypedReply,
  corrections: readonly Correction[],
): Promise<Answer> {
  const { kinds, known } = await database.read(async (reads) => ({
    kinds: await requestKinds(reads),
    known: (await allReplies(reads)).some(({ replyId }) => replyId === typed.cle),
  }));
  const title = known ? texts.change : texts.add;
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
          <ReplyForm action={PATH} typed={typed} kinds={kinds} corrections={corrections} />
          {known && (
            <form method="post" action={`${PATH}/${typed.cle}/retirer`}>
              <FormToken />
              <Button variant="warning">{texts.remove}</Button>
            </form>
          )}
        </>
      ),
    },
    corrections.length > 0 ? 422 : 200,
  );
}
