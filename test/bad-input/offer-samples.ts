import { randomUUID } from "node:crypto";

import type { Sample, Town } from "./sample.ts";

/** What fits the routes on which agents keep the offer. */
export function offerSamples(town: Town): Readonly<Record<string, Sample>> {
  const { rue } = town;
  const { code, name, commune, phone } = town.site;
  const activity = { activity: rue.activityId };
  const offer = { as: "administrator" as const, answers: 200 };
  const ofOffer = () => ({ activite: rue.activityId });
  const ruleSet = () => ({ texte: "source: complete", du: "2026-12-01" });
  return {
    "GET /agent/reglement": { as: "administrator", fields: () => ({ enregistre: "1" }) },
    "GET /agent/reglement/fichier.yaml": { as: "administrator" },
    "GET /agent/reglement/versions/:version": {
      as: "administrator",
      answers: 404,
      params: { version: randomUUID() },
    },
    "POST /agent/reglement/verifier": { as: "administrator", answers: 200, fields: ruleSet, free: ["texte"] },
    "POST /agent/reglement/enregistrer": { as: "administrator", fields: ruleSet, free: ["texte"] },
    "GET /agent/offre": {
      as: "manager",
      fields: () => ({ lieu: rue.siteId, manque: "1", fait: "activite", code: "cantine" }),
    },
    "GET /agent/offre/liste.csv": { as: "manager", fields: () => ({ lieu: rue.siteId, manque: "1" }) },
    "GET /agent/offre/activites/:activity": { as: "manager", params: activity },
    "GET /agent/offre/lieux": { ...offer, fields: () => ({ lieu: rue.siteId }) },
    "POST /agent/offre/lieux/verifier": {
      ...offer,
      fields: () => ({ nom: "École des Dunes", commune: "Quend", telephone: "03 22 00 00 00" }),
    },
    "GET /agent/offre/fiche": { ...offer, fields: ofOffer },
    "POST /agent/offre/fiche/verifier": {
      ...offer,
      fields: () => ({ ...ofOffer(), nom: "Cantine", site: town.site.code, public: "children" }),
    },
    "GET /agent/offre/prestations": { ...offer, fields: ofOffer },
    "POST /agent/offre/prestations/verifier": {
      ...offer,
      fields: () => ({
        ...ofOffer(),
        nom: "Goûter",
        de: "16:30",
        a: "17:00",
        reserve: "slot",
        pas: "",
        minimum: "",
      }),
    },
    "GET /agent/offre/ages": { ...offer, fields: ofOffer },
    "POST /agent/offre/ages/verifier": {
      ...offer,
      fields: () => ({ ...ofOffer(), "nom.0": "Petits", "de.0": "36", "a.0": "72", "taux.0": "8" }),
    },
    "GET /agent/offre/saisons": { ...offer, fields: () => ({ ...ofOffer(), saison: rue.seasonId }) },
    "POST /agent/offre/saisons/verifier": {
      ...offer,
      fields: () => ({
        ...ofOffer(),
        nom: "Été 2027",
        debut: "2027-07-05",
        fin: "2027-08-27",
        ouvre: "holidays",
        "places.repas.monday": "12 de 9:00 à 17:00",
        "dates.repas": "14/07/2027 : 12",
      }),
    },
    "POST /agent/offre/enregistrer": {
      as: "administrator",
      fields: () => ({
        reglement: JSON.stringify({ sites: [{ code, name, commune, phone }] }),
        du: "2026-12-01",
        vu: "0".repeat(32),
      }),
    },
  };
}
