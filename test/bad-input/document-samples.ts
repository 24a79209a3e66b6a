import { randomUUID } from "node:crypto";

import type { Sample, Town } from "./sample.ts";

/** What fits the routes of documents. A form without a file is answered with the form again, and keeps nothing. */
export function documentSamples({ home, document }: Town): Readonly<Record<string, Sample>> {
  const ofDocument = { document: document.documentId };
  const ofVersion = { version: document.versionId };
  const ofHousehold = { household: home.id };
  const file = "/documents/fichiers/:version";
  const kinds = "/agent/demarches/documents";
  const ofKind = { kind: document.kindId };
  return {
    "GET /documents": { as: "claire", fields: () => ({ fait: "envoye" }) },
    "GET /documents/ajouter": { as: "claire" },
    "POST /documents/ajouter": {
      as: "claire",
      fields: () => ({ cle: randomUUID(), pour: home.id, type: document.kindId, fin: "2027-01-31" }),
      answers: 422,
    },
    "GET /documents/:document": { as: "claire", params: ofDocument },
    "POST /documents/:document": {
      as: "claire",
      params: ofDocument,
      fields: () => ({ cle: randomUUID(), fin: "2027-01-31" }),
      answers: 422,
    },
    [`GET ${file}`]: { as: "claire", params: ofVersion, fields: () => ({ voir: "1" }) },
    [`GET ${file}/pdf`]: { as: "claire", params: ofVersion },
    [`GET ${kinds}`]: { as: "administrator", fields: () => ({ fait: "garde" }) },
    [`GET ${kinds}/ajouter`]: { as: "administrator" },
    [`POST ${kinds}/ajouter`]: {
      as: "administrator",
      fields: () => ({
        cle: randomUUID(),
        nom: `Test d’aisance aquatique ${randomUUID()}`,
        pour: "child",
        lecteurs: "ordinary",
        mois: "12",
        jours: "30",
      }),
      free: ["cle", "nom", "mois"],
    },
    [`GET ${kinds}/:kind`]: { as: "administrator", params: ofKind },
    [`POST ${kinds}/:kind`]: {
      as: "administrator",
      params: ofKind,
      fields: () => ({ mois: "12", jours: "30" }),
      free: ["mois"],
    },
    [`POST ${kinds}/:kind/retirer`]: { as: "administrator", params: ofKind },
    [`POST ${kinds}/:kind/reprendre`]: { as: "administrator", params: ofKind },
    "GET /agent/familles/:household/documents": { as: "reception", params: ofHousehold },
    "GET /agent/familles/:household/documents/ajouter": { as: "reception", params: ofHousehold },
    "POST /agent/familles/:household/documents/ajouter": {
      as: "reception",
      params: ofHousehold,
      fields: () => ({ cle: randomUUID(), pour: home.id, type: document.kindId, fin: "2027-01-31" }),
      answers: 422,
    },
    [`GET /agent/familles/:household${file}`]: {
      as: "reception",
      params: { ...ofHousehold, ...ofVersion },
      fields: () => ({ voir: "1" }),
    },
    [`GET /agent/familles/:household${file}/pdf`]: {
      as: "reception",
      params: { ...ofHousehold, ...ofVersion },
    },
  };
}
