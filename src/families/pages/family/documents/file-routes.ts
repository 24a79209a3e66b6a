import { storedAnswer, type Vault } from "#documents";
import { guardian, type Visit } from "#identity";
import { formId, notFound, route, type Route } from "#platform";
import { z } from "zod";

import { ownVersion } from "../../../documents/own-documents.ts";
import { senderOf } from "../../../documents/send-document.ts";

const ofVersion = z.object({ version: formId<"document-version">() });

/** GET /documents/fichiers/:version: a file of one's household, as it was sent; the journal keeps who opened it. */
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
        visit.database.write(async (writes) => {
          const version = await ownVersion(writes, visit.actor.guardian, params.version);
          if (version === undefined) return notFound;
          return storedAnswer(writes, vault, version, { by: senderOf(visit), shown: query.voir === "1" });
        }),
    }),
  ];
}
