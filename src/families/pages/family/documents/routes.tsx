import { randomUUID } from "node:crypto";

import { documentKinds, type Vault } from "#documents";
import { guardian, type GuardianVisit, type Visit } from "#identity";
import { parisDate, type Id } from "#kernel";
import {
  BackLink,
  ErrorSummary,
  formId,
  formValues,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type Correction,
  type Route,
} from "#platform";
import { z } from "zod";

import { ownDocuments, ownVersions } from "../../../documents/own-documents.ts";
import { documentPeople } from "../../../documents/people.ts";
import { replaceDocument, sendDocument } from "../../../documents/send-document.ts";
import {
  correctionOf,
  readDocumentFields,
  readVersionFields,
  typedDocument,
} from "../../shared/documents/send-fields.ts";
import { SendForm, type TypedDocument } from "../../shared/documents/send-form.tsx";
import { documentPage } from "./document-page.tsx";
import { fileRoutes } from "./file-routes.ts";
import { documentsPage } from "./list-page.tsx";
import { texts } from "./texts.fr.ts";

const ADD = "/documents/ajouter";
const ONE = "/documents/:document";
const ofDocument = z.object({ document: formId<"document">() });

/** GET /documents: what one's household has sent. */
const listRoute = route({
  method: "GET",
  path: "/documents",
  access: guardian,
  input: z.object({
    query: z.object({ fait: z.enum(["envoye", "remplace"]).optional().catch(undefined) }),
  }),
  async answer({ actor, database, now }, { query }) {
    const [households, documents] = await database.read(async (reads) => [
      await documentPeople(reads, actor.guardian),
      await ownDocuments(reads, actor.guardian),
    ]);
    return page(documentsPage({ households, documents, today: parisDate(now), done: query.fait }));
  },
});

function sendRoutes(vault: Vault): readonly Route<Visit>[] {
  const show = (visit: GuardianVisit, typed: TypedDocument, corrections: readonly Correction[]) =>
    sendPage(visit, vault, typed, corrections);
  return [
    route({
      method: "GET",
      path: ADD,
      access: guardian,
      input: z.object({}),
      answer: (visit) => show(visit, { cle: randomUUID(), pour: "", type: "", fin: "" }, []),
    }),
    route({
      method: "POST",
      path: ADD,
      access: guardian,
      uploads: true,
      input: z.object({ body: formValues }),
      async answer(visit, { body }, files) {
        const { sent, corrections } = readDocumentFields(body, visit.now);
        const again = { field: "fichier", message: texts.corrections.again };
        if (sent === undefined || corrections.length > 0)
          return show(visit, fresh(typedDocument(body)), [...corrections, again]);
        const reach = visit.actor.guardian;
        const kept = await sendDocument(visit, sent, { vault, reach, files });
        if (kept.ok) return redirect("/documents?fait=envoye");
        return show(visit, fresh(typedDocument(body)), [correctionOf(kept.refusal)]);
      },
    }),
  ];
}

function replaceRoutes(vault: Vault): readonly Route<Visit>[] {
  return [
    route({
      method: "GET",
      path: ONE,
      access: guardian,
      input: z.object({ params: ofDocument }),
      answer: (visit, { params }) => showDocument(visit, vault, params.document, { fin: "" }, []),
    }),
    route({
      method: "POST",
      path: ONE,
      access: guardian,
      uploads: true,
      input: z.object({ params: ofDocument, body: formValues }),
      async answer(visit, { params, body }, files) {
        const { formKey, validUntil, corrections } = readVersionFields(body, visit.now);
        const typed = typedDocument(body);
        const again = { field: "fichier", message: texts.corrections.again };
        if (formKey === undefined || corrections.length > 0)
          return showDocument(visit, vault, params.document, typed, [...corrections, again]);
        const replaced = { documentId: params.document, formKey, validUntil };
        const reach = visit.actor.guardian;
        const kept = await replaceDocument(visit, replaced, { vault, reach, files });
        if (kept.ok) return redirect("/documents?fait=remplace");
        if (kept.refusal.code === "unknown") return notFound;
        return showDocument(visit, vault, params.document, typed, [correctionOf(kept.refusal)]);
      },
    }),
  ];
}

/** The form again: nothing was kept under its key. */
const fresh = (typed: TypedDocument): TypedDocument => ({ ...typed, cle: typed.cle || randomUUID() });

async function sendPage(
  { actor, database }: GuardianVisit,
  { mostBytes }: Vault,
  typed: TypedDocument,
  corrections: readonly Correction[],
): Promise<Answer> {
  const [households, kinds] = await database.read(async (reads) => [
    await documentPeople(reads, actor.guardian),
    await documentKinds(reads),
  ]);
  const { title, lead } = texts.send;
  return page(
    {
      title,
      section: "documents",
      toCorrect: corrections.length > 0,
      islands: ["upload.js"],
      before: <BackLink href="/documents" label={texts.back} />,
      flash: <ErrorSummary items={corrections} />,
      main: (
        <>
          <h1>{title}</h1>
          <p class="lead">{lead}</p>
          <SendForm {...{ action: ADD, typed, corrections, mostBytes, choices: { households, kinds } }} />
        </>
      ),
    },
    corrections.length > 0 ? 422 : 200,
  );
}

async function showDocument(
  { actor, database, now }: GuardianVisit,
  { mostBytes }: Vault,
  documentId: Id<"document">,
  { fin }: Pick<TypedDocument, "fin">,
  corrections: readonly Correction[],
): Promise<Answer> {
  const versions = await database.read((reads) => ownVersions(reads, actor.guardian, documentId));
  if (versions === undefined) return notFound;
  const form = {
    action: `/documents/${documentId}`,
    typed: { cle: randomUUID(), pour: "", type: "", fin },
    corrections,
    mostBytes,
    choices: null,
  };
  return page(documentPage({ versions, today: parisDate(now), form }), corrections.length > 0 ? 422 : 200);
}

/** « Mes documents ». */
export function familyDocumentRoutes(vault: Vault): readonly Route<Visit>[] {
  return [listRoute, ...sendRoutes(vault), ...fileRoutes(vault), ...replaceRoutes(vault)];
}
