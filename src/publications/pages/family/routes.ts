import { answerPublished, type Vault } from "#documents";
import { anyone, guardian, type Visit } from "#identity";
import type { Id } from "#kernel";
import {
  formId,
  firstValue,
  formReader,
  formValues,
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

import { accept, noteReading } from "../../read/accept.ts";
import { shownOne, shownTo } from "../../read/shown.ts";
import { fileOf, filesOf } from "../../written/files.ts";
import { listPage } from "./list-page.tsx";
import { onePage } from "./one-page.tsx";
import { texts } from "./texts.fr.ts";

const MOST = 100;
const ONE = "/actualites/:publication";
const ofPublication = z.object({ publication: formId<"publication">() });

/** « Actualités »: what is public for everybody, and for families what is written for them. */
export function newsRoutes(vault: Vault): readonly Route<Visit>[] {
  return [
    route({
      method: "GET",
      path: "/actualites",
      access: anyone,
      input: noInput,
      async answer({ actor, database, now }) {
        const shown = await database.read((reads) => shownTo(reads, actor, { now, most: MOST }));
        const reader = actor.kind === "visitor" ? "visitor" : actor.guardian === null ? "other" : "guardian";
        return page(listPage(shown, reader));
      },
    }),
    route({
      method: "GET",
      path: ONE,
      access: anyone,
      input: z.object({
        params: ofPublication,
        query: z.object({ fait: z.literal("accepte").optional().catch(undefined) }),
      }),
      answer: (visit, { params, query }) =>
        open(visit, params.publication, { accepted: query.fait !== undefined, corrections: [] }),
    }),
    route({
      method: "POST",
      path: `${ONE}/accepter`,
      access: guardian,
      input: z.object({ params: ofPublication, body: formValues }),
      async answer(visit, { params: { publication }, body }) {
        const read = formReader(body);
        const version = read.count("version", { least: 1, most: 1_000_000 });
        const ticked = firstValue(body, "accepte") === "1";
        const again = (message: string) =>
          open(visit, publication, { accepted: false, corrections: [{ field: "accepte", message }] });
        if (version === undefined || !ticked) return again(texts.accept.tick);
        const done = await accept(visit, { publicationId: publication, version });
        if (done.ok) return redirect(`/actualites/${publication}?fait=accepte`);
        return done.refusal.code === "unknown" ? notFound : again(texts.accept.changed);
      },
    }),
    route({
      method: "GET",
      path: `${ONE}/fichiers/:version`,
      access: anyone,
      input: z.object({ params: ofPublication.extend({ version: formId<"document-version">() }) }),
      answer: (visit, { params: { publication, version } }) =>
        answerPublished(visit, vault, async (reads) => {
          const shown = await shownOne(reads, visit.actor, publication, visit.now);
          return shown === undefined ? undefined : fileOf(reads, publication, version);
        }),
    }),
  ];
}

/** Opens a publication: the first time that an adult does is noted. */
async function open(
  { actor, database, now }: Visit,
  publicationId: Id<"publication">,
  { accepted, corrections }: { accepted: boolean; corrections: readonly Correction[] },
): Promise<Answer> {
  const found = await database.read(async (reads) => {
    const shown = await shownOne(reads, actor, publicationId, now);
    return shown === undefined ? undefined : { shown, files: await filesOf(reads, [publicationId]) };
  });
  if (found === undefined) return notFound;
  const reader = actor.kind === "signed-in" ? actor.guardian : null;
  if (reader !== null && !found.shown.opened)
    await database.write((writes) => noteReading(writes, { publicationId, guardianId: reader.id, now }));
  return page(onePage({ ...found, accepted, corrections }), corrections.length > 0 ? 422 : 200);
}
