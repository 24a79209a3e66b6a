import { randomUUID } from "node:crypto";

import type { Sample } from "./sample.ts";

/** What fits the routes of retention and of one's own data. */
export function privacySamples(): Readonly<Record<string, Sample>> {
  return {
    "GET /agent/conservation": { as: "administrator" },
    "GET /agent/conservation/:kind": { as: "administrator", params: { kind: "files" } },
    "GET /agent/conservation/reglage": {
      as: "administrator",
      fields: () => ({ enregistre: "1" }),
      free: ["enregistre"],
    },
    "POST /agent/conservation/reglage": {
      as: "administrator",
      fields: () => ({
        des: "2026-12-01",
        health: "0",
        persons: "0",
        documents: "12",
        requests: "12",
        messages: "12",
        files: "24",
        journal: "12",
        archive: "7",
      }),
      free: ["health", "persons", "documents", "requests", "messages", "files", "journal"],
    },
    "GET /mes-donnees": { as: "claire", fields: () => ({ fait: "demandee" }), free: ["fait"] },
    "POST /mes-donnees": { as: "claire", fields: () => ({ cle: randomUUID() }) },
    "GET /mes-donnees/:export/archive.zip": { as: "claire", params: { export: randomUUID() }, answers: 404 },
  };
}
