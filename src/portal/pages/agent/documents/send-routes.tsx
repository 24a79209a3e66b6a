import { randomUUID } from "node:crypto";

import { documentKinds, type DocumentKind, type Vault } from "#documents";
import {
  documentCorrection,
  documentPeople,
  readDocumentFields,
  SendForm,
  sendDocument,
  typedDocument,
  documentWords,
  type TypedDocument,
} from "#families";
import { agentWith, everyoneOf, type SignedInVisit, type Visit } from "#identity";
import type { Id } from "#kernel";
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

import { documentReader } from "./readable-documents.ts";
import { texts } from "./texts.fr.ts";

const ADD = "/agent/familles/:household/documents/ajouter";
const ofHousehold = z.object({ household: formId<"household">() });

/**
 * A paper that a family brought to the desk, kept with its documents: an agent who changes this file keeps any kind that
 * he or she may also read there.
 */
export function agentSendRoutes(vault: Vault): readonly Route<Visit>[] {
  return [
    route({
      method: "GET",
      path: ADD,
      access: agentWith("families.write"),
      input: z.object({ params: ofHousehold }),
      answer: (visit, { params: { household } }) =>
        sendPage(visit, vault, household, { cle: randomUUID(), pour: "", type: "", fin: "" }, []),
    }),
    route({
      method: "POST",
      path: ADD,
      access: agentWith("families.write"),
      uploads: true,
      input: z.object({ params: ofHousehold, body: formValues }),
      async answer(visit, { params: { household }, body }, files) {
        const sentForm = typedDocument(body);
        const typed = { ...sentForm, cle: sentForm.cle || randomUUID() };
        const { sent, corrections } = readDocumentFields(body, visit.now);
        const again = { field: "fichier", message: documentWords.corrections.again };
        if (sent === undefined || corrections.length > 0)
          return sendPage(visit, vault, household, typed, [...corrections, again]);
        const choices = await choicesOf(visit, household);
        if (choices === undefined) return notFound;
        const { kindId, subjectId } = sent;
        const kind = choices.kinds.find((one) => one.kindId === kindId);
        if (kind === undefined || !choices.mayKeep(kind, subjectId))
          return sendPage(visit, vault, household, typed, [
            { field: "type", message: texts.send.notYours },
            again,
          ]);
        const kept = await sendDocument(
          visit,
          { ...sent, householdId: household },
          {
            vault,
            reach: everyoneOf([household]),
            files,
          },
        );
        if (kept.ok) return redirect(`/agent/familles/${household}/documents?fait=envoye`);
        return sendPage(visit, vault, household, typed, [documentCorrection(kept.refusal)]);
      },
    }),
  ];
}

/** Whom of this household a paper may be for, and which kinds this agent keeps; undefined where it is none of his or hers. */
async function choicesOf({ actor, database, now }: SignedInVisit, household: Id<"household">) {
  return database.read(async (reads) => {
    const reader = await documentReader(reads, actor, { household, now });
    if (reader === undefined) return undefined;
    const mayKeep = ({ sensitivity }: DocumentKind, subjectId: string | null) =>
      reader.mayRead({ ownerId: household, subjectId, sensitivity });
    const households = await documentPeople(reads, everyoneOf([household]));
    const subjects = [null, ...households.flatMap(({ people }) => people.map(({ id }) => id))];
    const kinds = await documentKinds(reads);
    return {
      label: reader.label,
      mayKeep,
      households,
      kinds: kinds.filter((kind) => subjects.some((subject) => mayKeep(kind, subject))),
    };
  });
}

async function sendPage(
  visit: SignedInVisit,
  { mostBytes }: Vault,
  household: Id<"household">,
  typed: TypedDocument,
  corrections: readonly Correction[],
): Promise<Answer> {
  const choices = await choicesOf(visit, household);
  if (choices === undefined) return notFound;
  const list = `/agent/familles/${household}/documents`;
  const title = texts.send.title(choices.label);
  return page(
    {
      title,
      section: "families",
      dense: true,
      toCorrect: corrections.length > 0,
      islands: ["upload.js"],
      before: <BackLink href={list} label={texts.title(choices.label)} />,
      flash: <ErrorSummary items={corrections} />,
      main: (
        <>
          <h1>{title}</h1>
          <p class="soft">{texts.send.lead}</p>
          <SendForm
            {...{
              action: `${list}/ajouter`,
              typed,
              corrections,
              mostBytes,
              choices,
              said: texts.send.logged,
            }}
          />
        </>
      ),
    },
    corrections.length > 0 ? 422 : 200,
  );
}
