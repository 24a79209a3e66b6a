import { answerVersion, type Vault } from "#documents";
import { documentPeople, OpenLinks, documentWords, ValidityLabel } from "#families";
import { agentWith, everyoneOf, type SignedInVisit, type Visit } from "#identity";
import { parisDate } from "#kernel";
import {
  BackLink,
  ButtonLink,
  DataTable,
  EmptyState,
  formId,
  notFound,
  Notice,
  page,
  route,
  writeJournal,
  type Reads,
  type Route,
} from "#platform";
import { z } from "zod";

import { documentReader, readableDocuments, readableVersion } from "./readable-documents.ts";
import { agentSendRoutes } from "./send-routes.tsx";
import { texts } from "./texts.fr.ts";

const LIST = "/agent/familles/:household/documents";
const ofHousehold = z.object({ household: formId<"household">() });
const ofVersion = ofHousehold.extend({ version: formId<"document-version">() });

const readable =
  ({ actor, now }: SignedInVisit, params: z.output<typeof ofVersion>) =>
  (reads: Reads) =>
    readableVersion(reads, actor, { ...params, now });

/** What an agent reads of a household's documents: as far as his or her role needs them. */
export function agentDocumentRoutes(vault: Vault): readonly Route<Visit>[] {
  return [
    route({
      method: "GET",
      path: LIST,
      access: agentWith("families.read"),
      input: z.object({
        params: ofHousehold,
        query: z.object({ fait: z.literal("envoye").optional().catch(undefined) }),
      }),
      async answer({ actor, database, now, address }, { params: { household }, query }) {
        const found = await database.write(async (writes) => {
          const reader = await documentReader(writes, actor, { household, now });
          if (reader === undefined) return undefined;
          const [own] = await documentPeople(writes, everyoneOf([household]));
          const read = await readableDocuments(writes, reader, household);
          // Which documents a family has sent says something of it before one is opened.
          await writeJournal(writes, {
            at: now,
            accountId: actor.accountId,
            byLabel: actor.name,
            act: "documents.list-read",
            objectKind: "household",
            objectId: household,
            householdId: household,
            address,
          });
          return { ...read, label: reader.label, people: own?.people ?? [] };
        });
        if (found === undefined) return notFound;
        const { documents, others, label, people } = found;
        const today = parisDate(now);
        const base = `/agent/familles/${household}/documents`;
        const nameOf = (id: string | null) =>
          id === null ? texts.household : (people.find((one) => one.id === id)?.name ?? texts.former);
        return page({
          title: texts.title(label),
          section: "families",
          dense: true,
          before: <BackLink href={`/agent/familles/${household}`} label={texts.back} />,
          ...(query.fait === undefined
            ? {}
            : { flash: <Notice tone="success" title={texts.kept} announce /> }),
          main: (
            <>
              <h1>{texts.title(label)}</h1>
              <p class="soft">{texts.logged}</p>
              {actor.rights.has("families.write") && (
                <p>
                  <ButtonLink href={`${base}/ajouter`}>{texts.add}</ButtonLink>
                </p>
              )}
              {vault.scanner === null && (
                <Notice tone="warning" title={texts.unscannedTitle}>
                  <p>{texts.unscanned}</p>
                </Notice>
              )}
              {documents.length === 0 ? (
                <EmptyState title={texts.none}>
                  <p>{texts.noneMore}</p>
                </EmptyState>
              ) : (
                <DataTable
                  caption={texts.title(label)}
                  captionHidden
                  columns={[
                    { header: texts.columns.kind, rowHeader: true, cell: ({ kindLabel }) => kindLabel },
                    { header: texts.columns.whom, cell: ({ subjectId }) => nameOf(subjectId) },
                    {
                      header: texts.columns.validity,
                      cell: (version) => <ValidityLabel version={version} today={today} />,
                    },
                    {
                      header: texts.columns.sent,
                      cell: ({ sentAt, sentBy, number }) =>
                        `${documentWords.sent(sentAt, sentBy)} (${documentWords.version(number).toLowerCase()})`,
                    },
                    {
                      header: texts.columns.open,
                      cell: (version) => (
                        <span class="row">
                          <OpenLinks version={version} base={base} />
                        </span>
                      ),
                    },
                  ]}
                  rows={documents}
                />
              )}
              {others > 0 && <p class="soft">{texts.others(others)}</p>}
            </>
          ),
        });
      },
    }),
    route({
      method: "GET",
      path: `${LIST}/fichiers/:version`,
      access: agentWith("families.read"),
      input: z.object({
        params: ofVersion,
        query: z.object({ voir: z.literal("1").optional().catch(undefined) }),
      }),
      answer: (visit, { params, query }) =>
        answerVersion(visit, vault, readable(visit, params), query.voir === "1" ? "shown" : "download"),
    }),
    route({
      method: "GET",
      path: `${LIST}/fichiers/:version/pdf`,
      access: agentWith("families.read"),
      input: z.object({ params: ofVersion }),
      answer: (visit, { params }) => answerVersion(visit, vault, readable(visit, params), "pdf"),
    }),
    ...agentSendRoutes(vault),
  ];
}
