import { randomUUID } from "node:crypto";

import type { Sample, Town } from "./sample.ts";

/** What fits the routes of the agents' inbox; whatever does not fit in a filter is left out of it. */
export function inboxSamples({ requests }: Town): Readonly<Record<string, Sample>> {
  const { question, open, view, reply, toTake } = requests;
  const agent = { as: "administrator", params: { request: open } } as const;
  const key = () => ({ cle: randomUUID() });
  return {
    "GET /agent/demarches": {
      as: "administrator",
      fields: () => ({
        etat: "ouvertes",
        type: question,
        qui: "tous",
        commune: "Rue",
        urgentes: "1",
        retard: "1",
        avant: "2026-12-31",
        apres: `1_2026-12-16_${open}`,
      }),
    },
    "GET /agent/demarches/charge": { as: "administrator" },
    "GET /agent/demarches/liste.csv": {
      as: "administrator",
      fields: () => ({ etat: "closes", type: question, qui: "moi", commune: "Rue", avant: "2026-12-31" }),
    },
    "GET /agent/demarches/vues": { as: "administrator" },
    "POST /agent/demarches/vues": {
      as: "administrator",
      fields: () => ({ ...key(), nom: "Les miennes", filtre: "qui=moi", partagee: "1", defaut: "1" }),
      free: ["cle", "nom", "filtre", "partagee", "defaut"],
    },
    "POST /agent/demarches/vues/ouverture": {
      as: "administrator",
      fields: () => ({ vue: view }),
      free: ["vue"],
    },
    // A view is taken away by whoever made it.
    "POST /agent/demarches/vues/:view/retirer": { as: "reception", params: { view }, answers: 404 },
    "GET /agent/demarches/ensemble": {
      as: "administrator",
      fields: () => ({ acte: "accept", demande: open }),
    },
    "POST /agent/demarches/ensemble": {
      as: "administrator",
      fields: () => ({ ...key(), acte: "refuse", ligne: `${open}:${requests.seen}`, motif: "Non." }),
      free: ["cle", "motif"],
    },
    // Nobody else's batch is read.
    "GET /agent/demarches/lots/:batch": {
      as: "administrator",
      params: { batch: randomUUID() },
      answers: 404,
    },
    "GET /agent/demarches/reponses": { as: "administrator", fields: () => ({ fait: "gardee" }) },
    "POST /agent/demarches/reponses": {
      as: "administrator",
      fields: () => ({ ...key(), nom: "Illisible", type: question, texte: "Bonjour {nom}." }),
      free: ["cle", "nom", "type", "texte"],
    },
    "GET /agent/demarches/reponses/:reply": { as: "administrator", params: { reply } },
    "POST /agent/demarches/reponses/:reply/retirer": { as: "administrator", params: { reply } },
    "POST /agent/demarches/:request/inserer": {
      ...agent,
      fields: () => ({ reponse: reply, dans: "message", message: "Bonjour." }),
      free: ["reponse", "message"],
      answers: 200,
    },
    "POST /agent/demarches/:request/prendre": {
      as: "administrator",
      params: { request: toTake },
      fields: () => ({ ...key(), agent: "" }),
      free: ["cle", "agent"],
    },
    "POST /agent/demarches/:request/rendre": { ...agent, fields: key, free: ["cle"] },
    "GET /agent/demarches/:request/confier": agent,
    "POST /agent/demarches/:request/confier": {
      ...agent,
      fields: () => ({ ...key(), agent: "", a: randomUUID(), mot: "" }),
      // This account is no agent's.
      answers: 422,
    },
    "POST /agent/demarches/:request/priorite": {
      ...agent,
      fields: () => ({ ...key(), prioritaire: "1", raison: "Départ lundi." }),
      free: ["cle", "raison", "prioritaire"],
    },
  };
}
