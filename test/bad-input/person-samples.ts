import { randomUUID } from "node:crypto";

import type { Sample, Town } from "./sample.ts";

/** What fits the routes about people: authorised persons, authority, health, payers, the territory. */
export function personSamples(town: Town): Readonly<Record<string, Sample>> {
  const { home } = town;
  const child = home.children[0]?.id ?? "";
  const household = { household: home.id };
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
  return {
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
      fields: () => ({ adulte: guardianId, enfant: child, raison: "Ordonnance.", confirme: "oui" }),
    },
    "POST /agent/familles/:household/autorite/rendre": {
      as: "reception",
      params: household,
      fields: () => ({ adulte: guardianId, enfant: child, confirme: "oui" }),
    },
    "GET /agent/familles/:household/enfants/:child/sante": { as: "manager", params: ofChild },
    "GET /agent/familles/:household/enfants/:child/sante/corriger": { as: "administrator", params: ofChild },
    "POST /agent/familles/:household/enfants/:child/sante/corriger": {
      as: "administrator",
      params: brother,
      fields: health,
      free: freeHealth,
    },
    "GET /agent/familles/:household/panier": {
      as: "reception",
      params: household,
      fields: () => ({ reservees: "1" }),
    },
    "POST /agent/familles/:household/panier": {
      as: "reception",
      params: household,
      fields: () => ({ place: town.enrolment, raison: "Tarif à venir", confirme: "1" }),
      free: ["raison", "confirme"],
      answers: 409,
    },
    "GET /agent/familles/:household/payeurs": { as: "reception", params: household },
    "POST /agent/familles/:household/payeurs": {
      as: "reception",
      params: household,
      fields: () => ({ inscription: town.enrolment, payeur: guardianId, du: "2026-11-02" }),
      free: ["du"],
    },
    "GET /agent/familles/:household/repas-et-categorie": {
      as: "reception",
      params: household,
      fields: () => ({ note: "1" }),
    },
    "POST /agent/familles/:household/repas-et-categorie": {
      as: "reception",
      params: household,
      fields: () => ({ inscription: town.enrolment, repas: "1", categorie: "cispa", du: "2026-11-02" }),
      free: ["categorie", "du"],
    },
    "GET /agent/communes": { as: "administrator", fields: () => ({ enregistre: "1" }) },
    "POST /agent/communes": {
      as: "administrator",
      fields: () => ({ communes: "Rue\nQuend", confirme: "oui" }),
      free: ["communes", "confirme"],
    },
  };
}
