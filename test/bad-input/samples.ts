import { randomUUID } from "node:crypto";

import { attendanceSamples } from "./attendance-samples.ts";
import { billingSamples } from "./billing-samples.ts";
import { contractSamples } from "./contract-samples.ts";
import { deskSamples } from "./desk-samples.ts";
import { documentSamples } from "./document-samples.ts";
import { enrolmentSamples } from "./enrolment-samples.ts";
import { memberSamples } from "./member-samples.ts";
import { messageSamples } from "./message-samples.ts";
import { offerSamples } from "./offer-samples.ts";
import { paymentSamples } from "./payment-samples.ts";
import { privacySamples } from "./privacy-samples.ts";
import { publicationSamples } from "./publication-samples.ts";
import { inboxSamples } from "./inbox-samples.ts";
import { requestSamples } from "./request-samples.ts";
import { quotientSamples } from "./quotient-samples.ts";
import { ruleSamples } from "./rule-samples.ts";
import { personSamples } from "./person-samples.ts";
import { tableSamples } from "./table-samples.ts";
import { watchSamples } from "./watch-samples.ts";
import type { Sample, Town } from "./sample.ts";

/** For each route of the program « METHOD /path », what fits it. A route that is not here fails the test. */
export function samplesOf(town: Town): Readonly<Record<string, Sample>> {
  const { rue, home } = town;
  const child = home.children[0]?.id ?? "";
  const slot = rue.slotOn("2026-11-09");
  const planning = () => ({
    cle: randomUUID(),
    mois: "2026-11",
    semaine: "2026-W46",
    affiche: `${child} ${slot}-`,
    voulu: "0",
    arrivee: "0:480",
    depart: "0:540",
    lignes: `${child} ${slot}+`,
  });
  const closing = () => ({ lieu: rue.siteId, du: "2026-12-01", au: "2026-12-01", message: "Grève." });
  const move = () => ({
    pour: rue.activityId,
    acte: "tout",
    du: "2026-12-07",
    au: "2026-12-08",
    jour: "2026-12-04",
    heure: "10:00",
    motif: "Fête de l’école.",
  });
  const moved = { move: town.move };
  const household = { household: home.id };
  const closure = { closure: town.closure };
  const calendar = () => ({ zone: "B", feries: "metropole" });
  const file = () => ({ texte: "x" });
  return {
    "GET /": { as: "claire" },
    "GET /aide": { as: "visitor" },
    "GET /accessibilite": { as: "visitor" },
    "GET /donnees-personnelles": { as: "visitor" },
    "GET /plan-du-site": { as: "visitor" },
    "GET /planning": {
      as: "claire",
      fields: () => ({ mois: "2026-11", semaine: "2026-W46", inchange: "1" }),
    },
    "GET /planning/heures": { as: "claire", fields: () => ({ mois: "2026-11", semaine: "2026-W46" }) },
    "GET /places-proposees": { as: "claire" },
    "GET /planning/an-dernier": {
      as: "claire",
      fields: () => ({ pour: child, du: "2026-11-09", au: "2026-11-20" }),
    },
    "GET /absences": { as: "claire", fields: () => ({ fait: "annonce", recu: town.receipt }) },
    "POST /absences": {
      as: "claire",
      fields: () => ({ cle: randomUUID(), place: `${child} ${slot}`, raison: "maladie", confirme: "1" }),
    },
    // Nothing was announced: there is nothing to take back.
    "POST /absences/retirer": {
      as: "claire",
      fields: () => ({ retirer: `${child} ${slot}` }),
      answers: 409,
    },
    "GET /alertes": { as: "claire", fields: () => ({ enregistre: "1" }) },
    "POST /alertes": { as: "claire", fields: () => ({ alerte: "empty_week" }) },
    "GET /agenda": { as: "claire", fields: () => ({ supprimee: "1" }) },
    "POST /agenda/creer": { as: "claire", answers: 200 },
    "POST /agenda/supprimer": { as: "claire" },
    "GET /agenda/:file": { as: "visitor", params: { file: `${"x".repeat(22)}.ics` }, answers: 404 },
    "GET /tarifs": { as: "claire" },
    "GET /historique": { as: "claire", fields: () => ({ avant: "12" }) },
    "GET /recus/:key": { as: "claire", params: { key: town.receipt } },
    "POST /planning/verifier": { as: "claire", answers: 200, fields: planning },
    "POST /planning/enregistrer": {
      as: "claire",
      fields: planning,
      free: ["cle", "voulu", "semaine", "arrivee", "depart"],
    },
    "GET /planning/repeter": {
      as: "claire",
      fields: () => ({
        pour: child,
        semaine: "2026-11-09",
        jusqua: "date",
        date: "2026-12-18",
        rythme: "paires",
        annuler: "1",
      }),
    },
    "GET /planning/copier": {
      as: "claire",
      fields: () => ({ de: child, pour: home.children[1]?.id ?? "", semaine: "2026-11-09" }),
    },
    "GET /planning/annuler": {
      as: "claire",
      fields: () => ({ pour: child, du: "2026-11-09", au: "2026-11-20" }),
    },
    "GET /agent": { as: "manager" },
    "GET /agent/raccourcis": { as: "manager" },
    "GET /agent/familles": { as: "reception", fields: () => ({ q: "lefebvre" }), free: ["q"] },
    "GET /agent/familles/:household": {
      as: "reception",
      params: household,
      fields: () => ({ fait: "foyer" }),
    },
    "GET /agent/familles/:household/planning": {
      as: "reception",
      params: household,
      fields: () => ({ mois: "2026-11", semaine: "2026-11-09", inchange: "1" }),
    },
    "POST /agent/familles/:household/planning/verifier": {
      as: "reception",
      answers: 200,
      params: household,
      fields: planning,
    },
    "POST /agent/familles/:household/planning/enregistrer": {
      as: "reception",
      params: household,
      fields: () => ({ ...planning(), motif: "La mère a appelé.", "au-dela": "1" }),
      free: ["motif", "cle", "voulu", "semaine", "arrivee", "depart"],
    },
    "GET /agent/familles/:household/absences": {
      as: "reception",
      params: household,
      fields: () => ({
        fait: "annonce",
        recu: town.receipt,
        enfant: child,
        du: "2026-11-09",
        au: "2026-11-10",
      }),
      free: ["enfant", "du", "au"],
    },
    "POST /agent/familles/:household/absences": {
      as: "reception",
      params: household,
      fields: () => ({ cle: randomUUID(), place: `${child} ${slot}`, raison: "maladie", confirme: "1" }),
    },
    ...tableSamples(town),
    ...attendanceSamples(town),
    ...enrolmentSamples(town),
    ...billingSamples(town),
    ...paymentSamples(town),
    ...privacySamples(),
    ...watchSamples(town),
    ...contractSamples(town),
    ...deskSamples(town),
    ...personSamples(town),
    ...documentSamples(town),
    ...requestSamples(town),
    ...inboxSamples(town),
    ...memberSamples(town),
    ...offerSamples(town),
    ...publicationSamples(town),
    ...messageSamples(town),
    ...quotientSamples(town),
    ...ruleSamples(town),
    "GET /agent/fermetures": {
      as: "manager",
      fields: () => ({ ...closing(), faite: randomUUID() }),
      free: ["message"],
    },
    "POST /agent/fermetures/verifier": { as: "manager", answers: 200, fields: closing, free: ["message"] },
    "POST /agent/fermetures/enregistrer": { as: "manager", fields: closing, free: ["message"] },
    "GET /agent/fermetures/:closure/rouvrir": { as: "manager", params: closure },
    "POST /agent/fermetures/:closure/rouvrir": { as: "manager", params: closure },
    "GET /agent/delais": { as: "reception", fields: () => ({ pour: rue.unitId, mois: "2026-11" }) },
    "GET /agent/delais/liste.csv": {
      as: "reception",
      fields: () => ({ pour: rue.unitId, mois: "2026-11" }),
    },
    "GET /agent/delais/deplaces": {
      as: "manager",
      fields: () => ({ ...move(), fait: randomUUID() }),
      free: ["pour", "acte", "du", "au", "jour", "heure", "motif"],
    },
    "POST /agent/delais/deplaces/verifier": { as: "manager", answers: 200, fields: move, free: ["motif"] },
    "POST /agent/delais/deplaces/enregistrer": { as: "manager", fields: move, free: ["motif"] },
    "GET /agent/delais/deplaces/:move/retablir": { as: "manager", params: moved },
    "POST /agent/delais/deplaces/:move/retablir": { as: "manager", params: moved },
    "GET /agent/calendrier": { as: "administrator", fields: () => ({ fait: "choix" }) },
    "POST /agent/calendrier/confirmer": {
      as: "administrator",
      fields: () => ({ zone: "B", jour: "2027-07-03" }),
    },
    "POST /agent/calendrier/choix/verifier": { as: "administrator", answers: 200, fields: calendar },
    "POST /agent/calendrier/choix/enregistrer": { as: "administrator", fields: calendar },
    "POST /agent/calendrier/import/verifier": {
      as: "administrator",
      answers: 200,
      fields: file,
      free: ["texte"],
    },
    "POST /agent/calendrier/import/enregistrer": { as: "administrator", fields: file, free: ["texte"] },
    "GET /agent/reglages": { as: "administrator", fields: () => ({ enregistre: "1" }) },
    "POST /agent/reglages": {
      as: "administrator",
      fields: () => ({
        nom: "Ponthieu-Marquenterre",
        couleur: "#2f6f4f",
        telephone: "03 22 00 00 00",
        email: "enfance@exemple.fr",
        horaires: "de 9 h à 12 h",
      }),
      free: ["nom", "telephone", "email", "horaires"],
    },
    "GET /connexion": {
      as: "visitor",
      fields: () => ({ retour: "/planning", apres: "deconnexion" }),
    },
    "POST /connexion": {
      as: "visitor",
      answers: 401,
      fields: () => ({
        email: "claire@exemple.fr",
        "mot-de-passe": "faux",
        retour: "/planning",
        "suite-chemin": "/planning/enregistrer",
        "suite-champs": `{"cle":["1"]}`,
      }),
    },
    "POST /deconnexion": { as: "claire", endsSession: true },
    "GET /mes-connexions": { as: "claire", fields: () => ({ deconnexion: "fait" }) },
    "POST /mes-connexions": { as: "claire", fields: () => ({ appareil: "x".repeat(43) }) },
    "POST /mes-connexions/tout-deconnecter": { as: "claire", endsSession: true },
    "GET /mot-de-passe/:token": { as: "visitor", params: { token: "jeton" }, answers: 404 },
    "POST /mot-de-passe/:token": {
      as: "visitor",
      params: { token: "jeton" },
      answers: 404,
      fields: () => ({ "mot-de-passe": "marelle et préau 80" }),
    },
    "GET /marque/couleurs.css": { as: "visitor", fields: () => ({ v: "x" }) },
    "GET /marque/logo": { as: "visitor", answers: 404, fields: () => ({ v: "x" }) },
    "GET /dev/courrier": { as: "visitor" },
    "GET /dev/courrier/:id": { as: "visitor", params: { id: randomUUID() }, answers: 404 },
    "GET /dev/courrier/:id/html": { as: "visitor", params: { id: randomUUID() }, answers: 404 },
  };
}
