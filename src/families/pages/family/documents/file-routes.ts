import { answerVersion, type Vault } from "#documents";
import { guardian, type GuardianVisit, type Visit } from "#identity";
import type { Id } from "#kernel";
import { formId, route, type Reads, type Route } from "#platform";
import { z } from "zod";

import { ownVersion } from "../../../documents/own-documents.ts";

const ofVersion = z.object({ version: formId<"document-version">() });

const within =
  ({ actor }: GuardianVisit, version: Id<"document-version">) =>
  (reads: Reads) =>
    ownVersion(reads, actor.guardian, version);

/**
 * GET /documents/fichiers/:version: a file of one's household, as it was sent; the journal keeps who opened it. …/pdf:
 * a photograph as a PDF.
 */
export function fileRoutes(vault: Vault): readonly Route<Visit>[] {
  return [
    route({
      method: "GET",
      path: "/documents/fichiers/:version",
      access: guardian,
      input: z.object({
        params: ofVersion,
        query: z.object({ voir: z.literal("1").optional().catch(undefined) }),
      }),
      answer: (visit, { params, query }) =>
        answerVersion(visit, vault, within(visit, params.version), query.voir === "1" ? "shown" : "download"),
    }),
    route({
      method: "GET",
      path: "/documents/fichiers/:version/pdf",
      access: guardian,
      input: z.object({ params: ofVersion }),
      answer: (visit, { params }) => answerVersion(visit, vault, within(visit, params.version), "pdf"),
    }),
  ];
}
