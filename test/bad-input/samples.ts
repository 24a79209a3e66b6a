import { randomUUID } from "node:crypto";

import type { hostileTown } from "./hostile-town.ts";
import { tableSamples } from "./table-samples.ts";

/** The town of the samples. */
export type Town = Awaited<ReturnType<typeof hostileTown>>;
type PersonName = keyof Town["people"];

/** A request that fits a route, field by field. */
export interface Sample {
  /** Whoever may use the route. */
  as: PersonName;
  params?: Readonly<Record<string, string>>;
  /** Of the query for GET, of the body for POST; one without a default is made anew each time. */
  fields?: () => Readonly<Record<string, string>>;
  /** Fields that some of the wrong values fit: free text, « 0 » for a box. */
  free?: readonly string[];
  /** How a fitting request is answered: 200 for GET and 303 for POST unless told. */
  answers?: number;
  /** The session ends, so that each request needs its own. */
  endsSession?: true;
}

/** For each route of the program « METHOD /path », what fits it. A route that is not here fails the test. */
export function samplesOf(town: Town): Readonly<Record<string, Sample>> {
  const { rue, home } = town;
  const { code, name, commune, phone } = town.site;
  const child = home.children[0]?.id ?? "";
  const slot = rue.slotOn("2026-11-09");
  const planning = () => ({
    cle: randomUUID(),
    mois: "2026-11",
    semaine: "2026-W46",
    affiche: `${child} ${slot}-`,
    voulu: "0",
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
  const ofChild = { household: home.id, child };
  const guardianId = home.guardians[0]?.id ?? "";
  const person = () => ({
    cle: randomUUID(),
    prenom: "Odile",
    nom: "Sueur",
    lien: "grand-mère",
    telephone: "06 12 34 56 78",
    du: "2026-11-02",
    au: "2027-07-02",
  });
  const freePerson = ["cle", "prenom", "nom", "lien", "telephone", "du", "au"];
  const health = () => ({
    vue: "",
    allergies: "Arachide.",
    regime: "sans porc",
    pai: "1",
    "pai-jusqu-au": "2027-07-02",
    "pai-consignes": "Stylo dans le sac.",
    medecin: "Dr Sueur",
    "medecin-telephone": "03 22 00 00 00",
    autre: "Lunettes.",
  });
  const freeHealth = [
    "allergies",
    "regime",
    "pai-consignes",
    "pai-jusqu-au",
    "medecin",
    "medecin-telephone",
    "autre",
  ];
  const declared = { person: town.declared };
  const brother = { household: home.id, child: home.children[1]?.id ?? "" };
  const ofNext = () => ({ pour: child, saison: town.nextSeason });
  const asked = () => ({ ...ofNext(), foyer: home.id });
  const opening = () => ({
    saison: town.nextSeason,
    pour: "*",
    du: "2027-01-18",
    au: "2027-01-29",
    ouvre: "2026-12-01",
    "ouvre-heure": "08:30",
    ferme: "2027-01-10",
    "ferme-heure": "12:00",
    change: town.window,
  });
  const window = { window: town.window };
  const enrolment = { enrolment: town.newEnrolment };
  const activity = { activity: rue.activityId };
  const offer = { as: "administrator" as const, answers: 200 };
  const ofOffer = () => ({ activite: rue.activityId });
  return {
    "GET /inscriptions": { as: "claire" },
    "GET /inscriptions/nouvelle": { as: "claire", fields: asked },
    "POST /inscriptions/enregistrer": { as: "claire", fields: () => ({ ...asked(), venue: "regulier" }) },
    "GET /inscriptions/:enrolment": { as: "claire", params: enrolment },
    "GET /inscriptions/:enrolment/arreter": { as: "claire", params: enrolment },
    "POST /inscriptions/:enrolment/arreter": {
      as: "claire",
      params: enrolment,
      fields: () => ({ des: "2027-02-01" }),
    },
    "GET /agent/familles/:household/inscriptions": { as: "reception", params: household },
    "GET /agent/familles/:household/inscriptions/nouvelle": {
      as: "reception",
      params: household,
      fields: ofNext,
    },
    "POST /agent/familles/:household/inscriptions/enregistrer": {
      as: "reception",
      params: household,
      fields: () => ({
        ...ofNext(),
        du: "2027-01-04",
        au: "2027-01-29",
        payeur: home.guardians[0]?.id ?? "",
        venue: "regulier",
        motif: "La mère a appelé.",
      }),
      free: ["motif"],
    },
    "GET /agent/rentree": { as: "manager", fields: () => ({ saison: town.nextSeason, inscrits: "3" }) },
    "POST /agent/rentree": {
      as: "manager",
      fields: () => ({ saison: town.nextSeason, qui: `${child} ${home.id}` }),
    },
    "GET /agent/ouvertures": { as: "administrator", fields: () => ({ ...opening(), faite: town.window }) },
    "GET /agent/ouvertures/:window": { as: "administrator", params: window },
    "POST /agent/ouvertures/verifier": { as: "administrator", answers: 200, fields: opening },
    "POST /agent/ouvertures/enregistrer": { as: "administrator", fields: opening },
    "POST /agent/ouvertures/:window/enlever": { as: "administrator", params: window },
    "GET /": { as: "claire" },
    "GET /aide": { as: "visitor" },
    "GET /accessibilite": { as: "visitor" },
    "GET /donnees-personnelles": { as: "visitor" },
    "GET /planning": {
      as: "claire",
      fields: () => ({ mois: "2026-11", semaine: "2026-W46", inchange: "1" }),
    },
    "GET /planning/an-dernier": {
      as: "claire",
      fields: () => ({ pour: child, du: "2026-11-09", au: "2026-11-20" }),
    },
    "GET /absences": { as: "claire", fields: () => ({ fait: "annonce", recu: town.receipt }) },
    "POST /absences": {
      as: "claire",
      fields: () => ({ cle: randomUUID(), place: `${child} ${slot}`, raison: "maladie" }),
    },
    "GET /alertes": { as: "claire", fields: () => ({ enregistre: "1" }) },
    "POST /alertes": { as: "claire", fields: () => ({ alerte: "empty_week" }) },
    "GET /agenda": { as: "claire", fields: () => ({ supprimee: "1" }) },
    "POST /agenda/creer": { as: "claire", answers: 200 },
    "POST /agenda/supprimer": { as: "claire" },
    "GET /agenda/:file": { as: "visitor", params: { file: `${"x".repeat(22)}.ics` }, answers: 404 },
    "GET /historique": { as: "claire", fields: () => ({ avant: "12" }) },
    "GET /recus/:key": { as: "claire", params: { key: town.receipt } },
    "POST /planning/verifier": { as: "claire", answers: 200, fields: planning },
    "POST /planning/enregistrer": { as: "claire", fields: planning, free: ["cle", "voulu", "semaine"] },
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
    "GET /famille": { as: "claire", fields: () => ({ fait: "ajoutee" }) },
    "GET /famille/enfants/:child/personnes/ajouter": { as: "claire", params: { child } },
    "POST /famille/enfants/:child/personnes/ajouter": {
      as: "claire",
      params: { child },
      fields: person,
      free: freePerson,
    },
    "POST /famille/personnes/:person/retirer": { as: "claire", params: declared },
    "GET /famille/enfants/:child/sante": { as: "claire", params: { child } },
    "POST /famille/enfants/:child/sante": {
      as: "claire",
      params: { child },
      fields: health,
      free: freeHealth,
    },
    "GET /agent/familles/:household/personnes/ajouter": { as: "reception", params: household },
    "POST /agent/familles/:household/personnes/ajouter": {
      as: "reception",
      params: household,
      fields: () => ({ ...person(), enfant: child, genre: "interdite" }),
      free: freePerson,
    },
    "POST /agent/familles/:household/personnes/:person/retirer": {
      as: "reception",
      params: { ...household, ...declared },
    },
    "GET /agent/familles/:household/autorite": { as: "reception", params: household },
    "POST /agent/familles/:household/autorite": {
      as: "reception",
      params: household,
      answers: 422,
      fields: () => ({ adulte: guardianId, enfant: child, raison: "Ordonnance." }),
    },
    "POST /agent/familles/:household/autorite/rendre": {
      as: "reception",
      params: household,
      fields: () => ({ adulte: guardianId, enfant: child }),
    },
    "GET /agent/familles/:household/enfants/:child/sante": { as: "manager", params: ofChild },
    "GET /agent/familles/:household/enfants/:child/sante/corriger": { as: "administrator", params: ofChild },
    "POST /agent/familles/:household/enfants/:child/sante/corriger": {
      as: "administrator",
      params: brother,
      fields: health,
      free: freeHealth,
    },
    "GET /agent/familles/:household/payeurs": { as: "reception", params: household },
    "POST /agent/familles/:household/payeurs": {
      as: "reception",
      params: household,
      fields: () => ({ inscription: town.enrolment, payeur: guardianId, du: "2026-11-02" }),
      free: ["du"],
    },
    "GET /agent/communes": { as: "administrator", fields: () => ({ enregistre: "1" }) },
    "POST /agent/communes": {
      as: "administrator",
      fields: () => ({ communes: "Rue\nQuend" }),
      free: ["communes"],
    },
    "GET /agent": { as: "manager" },
    "GET /agent/raccourcis": { as: "manager" },
    "GET /agent/familles": { as: "reception", fields: () => ({ q: "lefebvre" }), free: ["q"] },
    "GET /agent/familles/:household": { as: "reception", params: household },
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
      fields: () => ({ ...planning(), motif: "La mère a appelé." }),
      free: ["motif", "cle", "voulu", "semaine"],
    },
    ...tableSamples(town),
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
    "GET /agent/offre/formules": { ...offer, fields: ofOffer },
    "POST /agent/offre/formules/verifier": {
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
