import { randomUUID } from "node:crypto";

import type { Sample, Town } from "./sample.ts";

/** What fits the routes of publications. */
export function publicationSamples({ publications, rue }: Town): Readonly<Record<string, Sample>> {
  const { news, rules, draft, document, version } = publications;
  const ONE = "/agent/publications/:publication";
  const as = "administrator";
  return {
    "GET /actualites": { as: "claire" },
    "GET /actualites/:publication": {
      as: "claire",
      params: { publication: news },
      fields: () => ({ fait: "accepte" }),
      free: ["fait"],
    },
    "POST /actualites/:publication/accepter": {
      as: "claire",
      params: { publication: rules },
      fields: () => ({ version: "1", accepte: "1" }),
    },
    "GET /actualites/:publication/fichiers/:version": {
      as: "visitor",
      params: { publication: news, version },
    },
    "GET /menus": { as: "claire", fields: () => ({ semaine: "2026-W46" }), free: ["semaine"] },
    "GET /agent/menus": {
      as,
      fields: () => ({ service: rue.activityId, semaine: "2026-W46", fait: "semaine" }),
      free: ["service", "semaine", "fait"],
    },
    "POST /agent/menus": {
      as,
      fields: () => ({
        service: rue.activityId,
        semaine: "2026-W46",
        "jour-1": "Lasagnes (gluten, lait) végé bio",
        "jour-5": "",
        aussi: rue.activityId,
      }),
      free: ["semaine", "jour-1", "jour-5", "aussi"],
    },
    "POST /agent/menus/fichier": {
      as,
      answers: 200,
      fields: () => ({ texte: "date;service;plat\n2026-11-09;Rue;Pomme", confirme: "1" }),
      free: ["texte", "confirme"],
    },
    "GET /agent/publications": { as },
    "GET /agent/publications/ecrire": { as, fields: () => ({ foyer: randomUUID() }), free: ["foyer"] },
    "POST /agent/publications/ecrire": {
      as,
      fields: () => ({
        cle: randomUUID(),
        genre: "news",
        titre: "Grève",
        texte: "Le restaurant ferme jeudi.",
        pour: "families",
        foyer: randomUUID(),
      }),
      free: ["cle", "titre", "texte", "foyer"],
    },
    [`GET ${ONE}`]: {
      as,
      params: { publication: news },
      fields: () => ({ fait: "ecrite" }),
      free: ["fait"],
    },
    [`GET ${ONE}/corriger`]: { as, params: { publication: draft } },
    [`POST ${ONE}/corriger`]: {
      as,
      params: { publication: draft },
      fields: () => ({ version: "1", titre: "Grève", texte: "Jeudi.", accepter: "1" }),
      free: ["titre", "texte", "accepter"],
    },
    [`POST ${ONE}/publier`]: {
      as,
      params: { publication: draft },
      fields: () => ({ quand: "plus-tard", jour: "2026-12-01", heure: "07:30", epinglee: "1" }),
      free: ["epinglee"],
    },
    [`POST ${ONE}/retirer`]: { as, params: { publication: draft } },
    [`POST ${ONE}/epingler`]: {
      as,
      params: { publication: news },
      fields: () => ({ epinglee: "1" }),
      free: ["epinglee"],
    },
    // A form without its file is shown again.
    [`POST ${ONE}/fichiers`]: {
      as,
      params: { publication: news },
      fields: () => ({ cle: randomUUID() }),
      answers: 422,
    },
    [`POST ${ONE}/fichiers/:document/retirer`]: { as, params: { publication: rules, document } },
    [`GET ${ONE}/fichiers/:version`]: { as, params: { publication: news, version } },
    [`GET ${ONE}/lecteurs.csv`]: { as, params: { publication: news } },
  };
}
