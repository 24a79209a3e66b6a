import { randomUUID } from "node:crypto";

import type { Sample, Town } from "./sample.ts";

const SAID = ["valeur", "ressources", "enfants", "aeeh", "cle", "du"];

/** What fits the routes of quotients, resources and the national scale. */
export function quotientSamples({ home, stranger, quotient }: Town): Readonly<Record<string, Sample>> {
  const theirs = { household: stranger.id };
  const income = () => ({
    cle: randomUUID(),
    valeur: "699,99",
    du: "2026-10-01",
    regime: "caf",
    ressources: "2450",
    enfants: "2",
    aeeh: "0",
  });
  const setting = () => ({
    des: "2026-12-01",
    effet: "mois",
    annee: "9",
    retroactif: "1",
    premier: "1",
    expire: "31/01",
    proche: "31",
    prevenir: "45",
    verifier: "1",
  });
  const limits = () => ({ des: "2026-01-01", plancher: "810", plafond: "8500", "au-dessus": "1" });
  return {
    "GET /famille/quotient": { as: "claire", fields: () => ({ fait: randomUUID() }) },
    "GET /famille/quotient/:household/declarer": { as: "claire", params: { household: home.id } },
    "POST /famille/quotient/:household/declarer": {
      as: "claire",
      params: { household: home.id },
      fields: income,
      free: SAID,
    },
    "GET /agent/familles/:household/quotient": {
      as: "reception",
      params: theirs,
      fields: () => ({ fait: "ecrit" }),
    },
    "POST /agent/familles/:household/quotient": {
      as: "reception",
      params: theirs,
      fields: () => ({ ...income(), "compte-du": "2026-09-01", "jusqu-au": "2027-01-31", motif: "Erreur." }),
      free: [...SAID, "compte-du", "jusqu-au", "motif"],
    },
    "POST /agent/familles/:household/quotient/:entry/decider": {
      as: "reception",
      params: { ...theirs, entry: quotient },
      fields: () => ({ decision: "accepter", raison: "Vu." }),
      free: ["raison"],
    },
    "GET /agent/familles/:household/tarif-horaire": {
      as: "reception",
      params: theirs,
      fields: () => ({
        jour: "2026-11-01",
        accueil: "collectif",
        ressources: "2450",
        enfants: "2",
        aeeh: "1",
      }),
    },
    "GET /agent/quotients": { as: "reception", fields: () => ({ etat: "manquants" }) },
    "GET /agent/quotients/liste.csv": { as: "reception", fields: () => ({ etat: "expires" }) },
    "GET /agent/quotients/reglage": { as: "administrator", fields: () => ({ enregistre: "1" }) },
    "POST /agent/quotients/reglage": {
      as: "administrator",
      fields: setting,
      free: ["des", "proche", "prevenir"],
    },
    "GET /agent/quotients/bareme-psu": { as: "administrator", fields: () => ({ enregistre: "1" }) },
    "POST /agent/quotients/bareme-psu": {
      as: "administrator",
      fields: limits,
      free: ["des", "plancher", "plafond"],
    },
  };
}
