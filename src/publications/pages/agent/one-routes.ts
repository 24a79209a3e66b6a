import { receiveRefusalSentence, answerPublished, type Vault } from "#documents";
import type { SignedInVisit, Visit } from "#identity";
import { parisDate, parisDateTime, type Id } from "#kernel";
import {
  firstValue,
  formId,
  formValues,
  frenchCsv,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type Route,
} from "#platform";
import { z } from "zod";

import { audienceSize } from "../../audience/audience.ts";
import { publisher } from "../../policy.ts";
import { receiptsOf } from "../../read/receipts.ts";
import { addFile, fileOf, filesOf, removeFile, type FileRefusal } from "../../written/files.ts";
import { ownPublication, versionsOf } from "../../written/publication.ts";
import { pin, publish, takeBack } from "../../written/publish.ts";
import { note, type WritingRefusal } from "../../written/write-publication.ts";
import { readMoment } from "../shared/read-moment.ts";
import { onePage, type OneView } from "./one-page.tsx";
import { texts } from "./texts.fr.ts";

const ONE = "/agent/publications/:publication";
const ofPublication = z.object({ publication: formId<"publication">() });
const DONE = [
  "ecrite",
  "corrigee",
  "publiee",
  "programmee",
  "reprise",
  "retiree",
  "epinglee",
  "fichier",
  "fichier-retire",
  "change",
] as const satisfies readonly (keyof typeof texts.done)[];

/** One publication of an agent: its page, what is done of it, its files, its readers. */
export function oneRoutes(vault: Vault): readonly Route<Visit>[] {
  return [
    route({
      method: "GET",
      path: ONE,
      access: publisher,
      input: z.object({
        params: ofPublication,
        query: z.object({ fait: z.enum(DONE).optional().catch(undefined) }),
      }),
      answer: (visit, { params, query }) => show(visit, vault, params.publication, { done: query.fait }),
    }),
    route({
      method: "POST",
      path: `${ONE}/publier`,
      access: publisher,
      input: z.object({ params: ofPublication, body: formValues }),
      async answer(visit, { params: { publication }, body }) {
        const { at, typed, corrections } = readMoment(body, visit.now, texts.acts.past);
        if (corrections.length > 0) return show(visit, vault, publication, { typed, corrections });
        const pinned = firstValue(body, "epinglee") === "1";
        const done = await publish(visit, publication, { at, pinned });
        return told(publication, at === null ? "publiee" : "programmee", done);
      },
    }),
    route({
      method: "POST",
      path: `${ONE}/retirer`,
      access: publisher,
      input: z.object({ params: ofPublication }),
      async answer(visit, { params: { publication } }) {
        const done = await takeBack(visit, publication);
        const known = await visit.database.read((reads) => ownPublication(reads, visit.actor, publication));
        return told(publication, known?.withdrawnAt === null ? "reprise" : "retiree", done);
      },
    }),
    route({
      method: "POST",
      path: `${ONE}/epingler`,
      access: publisher,
      input: z.object({ params: ofPublication, body: z.object({ epinglee: z.enum(["0", "1"]) }) }),
      async answer(visit, { params: { publication }, body }) {
        return told(publication, "epinglee", await pin(visit, publication, body.epinglee === "1"));
      },
    }),
    route({
      method: "POST",
      path: `${ONE}/fichiers`,
      access: publisher,
      uploads: true,
      input: z.object({ params: ofPublication, body: z.object({ cle: formId<"form">() }) }),
      async answer(visit, { params: { publication }, body }, files) {
        const added = { publicationId: publication, formKey: body.cle };
        const done = await addFile(visit, added, { vault, files });
        if (done.ok) return told(publication, "fichier", done);
        if (done.refusal.code === "unknown") return notFound;
        const corrections = [{ field: "fichier", message: fileWords(done.refusal) }];
        return show(visit, vault, publication, { corrections });
      },
    }),
    route({
      method: "POST",
      path: `${ONE}/fichiers/:document/retirer`,
      access: publisher,
      input: z.object({ params: ofPublication.extend({ document: formId<"document">() }) }),
      async answer(visit, { params: { publication, document } }) {
        const removed = { publicationId: publication, documentId: document };
        return told(publication, "fichier-retire", await removeFile(visit, removed));
      },
    }),
    route({
      method: "GET",
      path: `${ONE}/fichiers/:version`,
      access: publisher,
      input: z.object({ params: ofPublication.extend({ version: formId<"document-version">() }) }),
      answer: (visit, { params }) =>
        answerPublished(visit, vault, async (reads) => {
          const own = await ownPublication(reads, visit.actor, params.publication);
          return own === undefined ? undefined : fileOf(reads, params.publication, params.version);
        }),
    }),
    route({
      method: "GET",
      path: `${ONE}/lecteurs.csv`,
      access: publisher,
      input: z.object({ params: ofPublication }),
      answer: (visit, { params }) => readersCsv(visit, params.publication),
    }),
  ];
}

async function show(
  { actor, database, now }: SignedInVisit,
  { mostBytes }: Vault,
  id: Id<"publication">,
  shown: Partial<Pick<OneView, "done" | "typed" | "corrections">>,
): Promise<Answer> {
  const today = parisDate(now);
  const view = await database.read(async (reads) => {
    const own = await ownPublication(reads, actor, id);
    if (own === undefined) return undefined;
    return {
      own,
      size: await audienceSize(reads, own.audienceId, today),
      files: await filesOf(reads, [id]),
      versions: await versionsOf(reads, id),
      receipts: own.publishAt === null ? [] : await receiptsOf(reads, own, today),
    };
  });
  if (view === undefined) return notFound;
  const { corrections = [] } = shown;
  return page(
    onePage({ ...view, now, mostBytes, done: undefined, ...shown }),
    corrections.length > 0 ? 422 : 200,
  );
}

function told(
  publication: Id<"publication">,
  done: keyof typeof texts.done,
  result: { ok: true } | { ok: false; refusal: WritingRefusal },
): Answer {
  if (!result.ok && result.refusal.code === "unknown") return notFound;
  return redirect(`/agent/publications/${publication}?fait=${result.ok ? done : "change"}`);
}

function fileWords(refusal: Exclude<FileRefusal, { code: "unknown" }>): string {
  switch (refusal.code) {
    case "no-file":
      return texts.files.noFile;
    case "too-many":
      return texts.files.tooMany(refusal.most);
    case "file":
      return receiveRefusalSentence(refusal.refusal);
  }
}

/** Who read, as a file; that it was taken away is in the journal. */
async function readersCsv(
  { actor, database, now, address }: SignedInVisit,
  id: Id<"publication">,
): Promise<Answer> {
  const found = await database.write(async (writes) => {
    const own = await ownPublication(writes, actor, id);
    if (own === undefined) return undefined;
    await note(writes, { actor, now, address }, { act: "publications.readers-exported", publicationId: id });
    return { own, receipts: await receiptsOf(writes, own, parisDate(now)) };
  });
  if (found === undefined) return notFound;
  const { name, households, opened, accepted, version } = texts.readers.columns;
  const rows = found.receipts.map((one) => [
    one.name,
    one.households,
    stamp(one.openedAt),
    stamp(one.acceptedAt),
    String(one.acceptedVersion ?? ""),
  ]);
  return {
    kind: "file",
    name: `${texts.fileName(found.own.title)}.csv`,
    type: "text/csv; charset=utf-8",
    body: frenchCsv([name, households, opened, accepted, version], rows),
  };
}

/** « 2026-12-01 09:30 », as a spreadsheet sorts it. */
const stamp = (at: Temporal.Instant | null): string =>
  at === null ? "" : parisDateTime(at).toString({ smallestUnit: "minute" }).replace("T", " ");
