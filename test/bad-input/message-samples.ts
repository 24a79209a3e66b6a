import { randomUUID } from "node:crypto";

import type { Sample, Town } from "./sample.ts";

/** What fits the routes of contact details, consents and campaigns. */
export function messageSamples({ home, messages }: Town): Readonly<Record<string, Sample>> {
  const { campaign, launched, subject, link, stop } = messages;
  const ONE = "/agent/campagnes/:campaign";
  const as = "administrator";
  const child = home.children[0]?.id ?? "";
  return {
    "GET /famille/coordonnees": { as: "claire", fields: () => ({ fait: "lien" }), free: ["fait"] },
    "GET /famille/coordonnees/email": { as: "claire", fields: () => ({ connue: "1" }), free: ["connue"] },
    // The day's five links are soon asked for: the form then comes back.
    "POST /famille/coordonnees/email": {
      as: "claire",
      fields: () => ({ cle: randomUUID(), email: "nouvelle.adresse@exemple.fr" }),
      free: ["cle"],
    },
    "GET /famille/coordonnees/telephone": { as: "claire", fields: () => ({ connu: "1" }), free: ["connu"] },
    "POST /famille/coordonnees/telephone": {
      as: "claire",
      fields: () => ({ cle: randomUUID(), telephone: "0612345678" }),
      free: ["cle"],
    },
    // The code that was just asked for waits, and is not this one.
    "GET /famille/coordonnees/telephone/code": { as: "claire" },
    "POST /famille/coordonnees/telephone/code": {
      as: "claire",
      fields: () => ({ code: "12345" }),
      answers: 422,
    },
    "GET /coordonnees/confirmer/:token": { as: "visitor", params: { token: link } },
    "POST /coordonnees/confirmer/:token": { as: "visitor", params: { token: link }, answers: 200 },
    "GET /famille/messages": { as: "claire", fields: () => ({ fait: "1" }), free: ["fait"] },
    "POST /famille/messages": {
      as: "claire",
      fields: () => ({
        service: "mail",
        news: "none",
        "version-news": "1",
        "version-photos": "1",
        [`photos-${child}`]: "oui",
      }),
      free: ["version-news", "version-photos", `photos-${child}`],
    },
    "GET /agent/familles/:household/accords": { as, params: { household: home.id } },
    "GET /agent/accords": { as, fields: () => ({ fait: "1" }), free: ["fait"] },
    "POST /agent/accords/:subject": {
      as,
      params: { subject },
      // The second word of a subject is its second version: the form comes back with what a colleague wrote.
      fields: () => ({ titre: "Photos", texte: randomUUID(), version: "1", redemander: "1" }),
      free: ["titre", "texte", "redemander"],
    },
    "GET /agent/envois": { as },
    "GET /agent/campagnes": { as },
    "GET /agent/campagnes/ecrire": { as, fields: () => ({ foyer: randomUUID() }), free: ["foyer"] },
    "POST /agent/campagnes/ecrire": {
      as,
      fields: () => ({
        cle: randomUUID(),
        genre: "service",
        objet: "Grève",
        texte: "Le restaurant ferme jeudi.",
        sms: "Grève jeudi.",
        cadence: "300",
        pour: "families",
        foyer: randomUUID(),
      }),
      free: ["cle", "objet", "texte", "sms", "foyer"],
    },
    [`GET ${ONE}`]: {
      as,
      params: { campaign },
      fields: () => ({ fait: "ecrite" }),
      free: ["fait"],
    },
    [`GET ${ONE}/corriger`]: { as, params: { campaign } },
    [`POST ${ONE}/corriger`]: {
      as,
      params: { campaign },
      fields: () => ({
        version: "1",
        genre: "service",
        objet: "Grève",
        texte: "Le restaurant ferme jeudi.",
        sms: "",
        cadence: "300",
      }),
      free: ["objet", "texte", "sms"],
    },
    [`POST ${ONE}/envoyer`]: {
      as,
      params: { campaign },
      fields: () => ({
        quand: "plus-tard",
        jour: "2026-12-01",
        heure: "07:30",
        version: "1",
        confirme: "1",
      }),
      free: ["version", "confirme"],
    },
    [`POST ${ONE}/conduire`]: { as, params: { campaign: launched }, fields: () => ({ acte: "arreter" }) },
    [`POST ${ONE}/essai`]: {
      as,
      params: { campaign },
      fields: () => ({ cle: randomUUID(), portable: "0612345678" }),
      free: ["portable"],
    },
    [`GET ${ONE}/a-appeler.csv`]: { as, params: { campaign } },
    "GET /arret/:code": { as: "visitor", params: { code: stop } },
    "POST /arret/:code": { as: "visitor", params: { code: stop }, answers: 200 },
  };
}
