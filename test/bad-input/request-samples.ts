import { randomUUID } from "node:crypto";

import type { Sample, Town } from "./sample.ts";

/** What fits the routes of requests; each act that ends one has a request of its own. */
export function requestSamples({ home, requests }: Town): Readonly<Record<string, Sample>> {
  const { question, notPublished, toClose, draft, toSend, open, toWithdraw, toAccept, toRefuse, certified } =
    requests;
  const family = (request: string) => ({ as: "claire", params: { request } }) as const;
  const agent = (request: string) => ({ as: "administrator", params: { request } }) as const;
  const step = { as: "claire", params: { request: draft, step: "question" } } as const;
  const kind = (id: string) => ({ as: "administrator", params: { kind: id } }) as const;
  const key = () => ({ cle: randomUUID() });
  const words = ["nom", "objet", "service", "adresse", "recours"];
  const settings = () => ({
    nom: "Poser une question",
    objet: "Pour tout le reste.",
    service: "Service enfance",
    adresse: "80120 Rue",
    email: "enfance@exemple.fr",
    telephone: "03 53 01 80 10",
    silence: "refused",
    mois: "2",
    delai: "15",
    recours: "Le tribunal.",
    brouillon: "180",
  });
  return {
    "GET /demarches": { as: "claire", fields: () => ({ fait: "garde" }) },
    "GET /demarches/nouvelle/:kind": { as: "claire", params: { kind: question } },
    "POST /demarches/nouvelle/:kind": {
      as: "claire",
      params: { kind: question },
      fields: () => ({ cle: randomUUID(), foyer: home.id }),
      free: ["cle"],
    },
    "GET /demarches/:request": { ...family(open), fields: () => ({ fait: "envoyee" }) },
    "GET /demarches/:request/continuer": { ...family(draft), answers: 303 },
    "GET /demarches/:request/etapes/:step": step,
    "POST /demarches/:request/etapes/:step": {
      ...step,
      fields: () => ({ question: "Pourquoi ?" }),
      free: ["question"],
    },
    "GET /demarches/:request/verifier": family(draft),
    "POST /demarches/:request/envoyer": family(toSend),
    "POST /demarches/:request/messages": {
      ...family(open),
      fields: () => ({ ...key(), message: "Avez-vous une réponse ?" }),
      free: ["cle", "message"],
    },
    "GET /demarches/:request/retirer": family(open),
    "POST /demarches/:request/retirer": { ...family(toWithdraw), fields: key },
    "GET /demarches/:request/accuse.pdf": family(open),
    "GET /demarches/:request/attestation.pdf": { ...family(certified), answers: 200 },
    "GET /agent/demarches/:request/attestation.pdf": agent(certified),
    "GET /agent/demarches/:request": { ...agent(open), fields: () => ({ fait: "prise" }) },
    "POST /agent/demarches/:request/demander": {
      ...agent(open),
      fields: () => ({ ...key(), manque: "Quel jour ?", avant: "2026-12-24" }),
      free: ["cle", "manque"],
    },
    "POST /agent/demarches/:request/repondre": {
      ...agent(open),
      fields: () => ({ ...key(), message: "Bientôt." }),
      free: ["cle", "message"],
    },
    "POST /agent/demarches/:request/noter": {
      ...agent(open),
      fields: () => ({ ...key(), note: "Rappeler demain." }),
      free: ["cle", "note"],
    },
    "POST /agent/demarches/:request/accepter": {
      ...agent(toAccept),
      fields: () => ({ ...key(), vu: requests.seen, mot: "Oui." }),
    },
    "POST /agent/demarches/:request/refuser": {
      ...agent(toRefuse),
      fields: () => ({ ...key(), motif: "Non prévu.", recours: "Le tribunal." }),
    },
    "GET /agent/demarches/types": { as: "administrator", fields: () => ({ fait: "ouvert" }) },
    "POST /agent/demarches/types": {
      as: "administrator",
      fields: () => ({ ...key(), modele: "question" }),
      free: ["cle"],
    },
    "GET /agent/demarches/types/:kind": { ...kind(notPublished), fields: () => ({ fait: "enregistre" }) },
    "POST /agent/demarches/types/:kind": {
      ...kind(notPublished),
      fields: settings,
      // What is left empty, and no answer of the list, is not chosen yet.
      free: [...words, "email", "telephone", "silence", "mois", "delai", "brouillon"],
    },
    "GET /agent/demarches/types/:kind/formulaire": { ...kind(notPublished), fields: () => ({ fait: "1" }) },
    // What the page showed is not said: it is shown again.
    "POST /agent/demarches/types/:kind/formulaire": {
      ...kind(notPublished),
      fields: () => ({ vu: "", page: "sujet", acte: "up" }),
      answers: 422,
    },
    "POST /agent/demarches/types/:kind/publier": kind(question),
    "POST /agent/demarches/types/:kind/fermer": kind(toClose),
  };
}
