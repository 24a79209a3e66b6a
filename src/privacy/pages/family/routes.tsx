import { randomUUID } from "node:crypto";

import { answerMade, type Vault } from "#documents";
import { guardian, type GuardianVisit, type Visit } from "#identity";
import { parisDate } from "#kernel";
import {
  BackLink,
  Button,
  formId,
  FormToken,
  notFound,
  Notice,
  page,
  redirect,
  refusal,
  route,
  writeJournal,
  type Route,
} from "#platform";
import { z } from "zod";

import { askExport, exportById, exportsOf, type DataExport } from "../../export/exports.ts";
import { texts as files } from "../../export/texts.fr.ts";
import { durationsOn } from "../../retention/durations-on.ts";
import { texts } from "./texts.fr.ts";

const PAGE = "/mes-donnees";

/** GET /mes-donnees: the copies that were asked for, and the button that asks for one. */
const showRoute = route({
  method: "GET",
  path: PAGE,
  access: guardian,
  input: z.object({
    query: z.object({ fait: z.enum(["demandee", "en-cours"]).optional().catch(undefined) }),
  }),
  async answer(visit, { query: { fait } }) {
    const { copies, days } = await visit.database.read(async (reads) => ({
      copies: await exportsOf(reads, visit.actor.guardian.id),
      days: (await durationsOn(reads, parisDate(visit.now))).exportDays,
    }));
    return page({
      title: texts.title,
      section: "family",
      before: <BackLink href="/famille" label={texts.back} />,
      ...(fait === undefined
        ? {}
        : {
            flash: (
              <Notice
                tone={fait === "demandee" ? "success" : "warning"}
                title={fait === "demandee" ? texts.asked : texts.underWay}
                announce
              />
            ),
          }),
      main: (
        <>
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
          <p>{texts.others}</p>
          <p>{texts.days(days)}</p>
          <form method="post" action={PAGE}>
            <FormToken />
            <input type="hidden" name="cle" value={randomUUID()} />
            <Button>{texts.ask}</Button>
          </form>
          {copies.length > 0 && (
            <section>
              <h2>{texts.copies}</h2>
              <ul class="card-rows">
                {copies.map((copy) => (
                  <li>
                    <Copy copy={copy} now={visit.now} />
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      ),
    });
  },
});

function Copy({ copy: { exportId, askedAt, until }, now }: { copy: DataExport; now: Temporal.Instant }) {
  if (until === null) return <span>{texts.preparing(askedAt)}</span>;
  if (Temporal.Instant.compare(until, now) <= 0) return <span class="soft">{texts.gone(askedAt)}</span>;
  return (
    <span>
      {texts.ready(askedAt, until)}
      <br />
      <a href={`${PAGE}/${exportId}/archive.zip`} download>
        {texts.download}
      </a>
    </span>
  );
}

/** POST /mes-donnees: asks for a copy. */
const askRoute = route({
  method: "POST",
  path: PAGE,
  access: guardian,
  input: z.object({ body: z.object({ cle: formId<"form">() }) }),
  async answer(visit, { body }) {
    const asked = await askExport(visit, body.cle);
    return redirect(`${PAGE}?fait=${asked.ok ? "demandee" : "en-cours"}`);
  },
});

/** GET /mes-donnees/:export/archive.zip: one's own copy, while it is there; each opening is in the journal. */
const fileRoute = (vault: Vault) =>
  route({
    method: "GET",
    path: `${PAGE}/:export/archive.zip`,
    access: guardian,
    input: z.object({ params: z.object({ export: formId<"data-export">() }) }),
    async answer(visit, { params }) {
      const copy = await visit.database.read((reads) => exportById(reads, params.export));
      if (copy === undefined || copy.guardianId !== visit.actor.guardian.id) return notFound;
      const { fileId } = copy;
      const file =
        fileId === null
          ? undefined
          : await answerMade(visit, vault, fileId, { name: files.archive, type: "application/zip" });
      if (file === undefined) return refusal(gone);
      await noteOpened(visit, copy);
      return file;
    },
  });

const gone = {
  status: 404,
  title: texts.goneTitle,
  sentences: texts.goneSentences,
  next: { label: texts.goneNext, href: PAGE },
} as const;

function noteOpened(
  { actor, address, database, now }: GuardianVisit,
  { exportId }: DataExport,
): Promise<void> {
  return database.write((writes) =>
    writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "privacy.export-opened",
      objectKind: "data-export",
      objectId: exportId,
      address,
    }),
  );
}

/** An adult asks for a copy of his or her data, and fetches it. */
export const exportRoutes = (vault: Vault): readonly Route<Visit>[] => [
  showRoute,
  askRoute,
  fileRoute(vault),
];
