import { randomUUID } from "node:crypto";

import type { Sample, Town } from "./sample.ts";

/** What fits the routes that bring people into a file; names are new each time, so that nobody is alike. */
export function memberSamples({ stranger }: Town): Readonly<Record<string, Sample>> {
  // Not the household of the others: a guardian more would change what the sample of « autorite » meets.
  const household = { household: stranger.id };
  const letters = () => randomUUID().replaceAll(/\d/g, "x");
  const someone = () => ({ cle: randomUUID(), prenom: letters(), nom: "Vasseur" });
  const guardian = () => ({
    ...someone(),
    civilite: "Mme",
    telephone: "06 12 34 56 78",
    email: "odile@exemple.fr",
  });
  const names = ["cle", "prenom", "nom"];
  const address = { foyer: "Vasseur", adresse: "3 rue du Moulin", "code-postal": "80120", commune: "Rue" };
  const [adult] = stranger.guardians;
  const [child] = stranger.children;
  const ofAdult = { ...household, record: adult?.id ?? "" };
  const ofChild = { ...household, record: child?.id ?? "" };
  const ofClass = { ...ofChild, annee: "2026-2027" };
  const corrected = { vu: "", confirme: "" };
  return {
    // Without « confirme » the answer is the page that says what would change, here that nothing may be: nobody saw it.
    "GET /agent/familles/:household/corriger": { as: "reception", params: household },
    "POST /agent/familles/:household/corriger": {
      as: "reception",
      params: household,
      fields: () => ({ ...corrected, ...address }),
      free: ["vu", "confirme", "foyer", "adresse", "code-postal", "commune"],
      answers: 409,
    },
    "GET /agent/familles/:household/responsables/:record/corriger": { as: "reception", params: ofAdult },
    "POST /agent/familles/:household/responsables/:record/corriger": {
      as: "reception",
      params: ofAdult,
      fields: () => ({
        ...corrected,
        civilite: "Mme",
        prenom: letters(),
        nom: "Vasseur",
        portable: "",
        domicile: "",
        travail: "",
        email: "",
      }),
      free: ["vu", "confirme", "civilite", "prenom", "nom", "portable", "domicile", "travail", "email"],
      answers: 409,
    },
    "GET /agent/familles/:household/enfants/:record/corriger": { as: "reception", params: ofChild },
    "POST /agent/familles/:household/enfants/:record/corriger": {
      as: "reception",
      params: ofChild,
      fields: () => ({ ...corrected, prenom: letters(), nom: "Vasseur", usage: "", naissance: "2018-05-04" }),
      free: ["vu", "confirme", "prenom", "nom", "usage", "naissance"],
      answers: 409,
    },
    "GET /agent/familles/:household/enfants/:record/ecole/:annee": { as: "reception", params: ofClass },
    "POST /agent/familles/:household/enfants/:record/ecole/:annee": {
      as: "reception",
      params: ofClass,
      fields: () => ({ ...corrected, ecole: letters(), niveau: "CE1", classe: "CE1" }),
      free: ["vu", "confirme", "ecole", "niveau", "classe"],
      answers: 409,
    },
    // The only adult of a household stays: the form says so, and what to do.
    "GET /agent/familles/:household/responsables/:record/retirer": {
      as: "reception",
      params: ofAdult,
    },
    "POST /agent/familles/:household/responsables/:record/retirer": {
      as: "reception",
      params: ofAdult,
      fields: () => ({ vu: "", raison: "Séparation", reservations: "keep" }),
      free: ["vu", "raison", "reservations"],
      answers: 409,
    },
    "GET /agent/familles/:household/enfants/:record/retirer": { as: "reception", params: ofChild },
    "POST /agent/familles/:household/enfants/:record/retirer": {
      as: "reception",
      params: ofChild,
      fields: () => ({ vu: "", raison: "Déménagement", reservations: "keep" }),
      free: ["vu", "raison", "reservations"],
      // What the page showed is not said: it is shown again.
      answers: 422,
    },
    "GET /agent/familles/nouveau": { as: "reception" },
    "POST /agent/familles/nouveau": {
      as: "reception",
      fields: () => ({ ...guardian(), ...address }),
      free: [...names, "civilite", "telephone", "email", "foyer", "adresse", "code-postal", "commune"],
    },
    "GET /agent/familles/:household/responsables/ajouter": { as: "reception", params: household },
    "POST /agent/familles/:household/responsables/ajouter": {
      as: "reception",
      params: household,
      fields: guardian,
      free: [...names, "civilite", "telephone", "email"],
    },
    "GET /agent/familles/:household/enfants/ajouter": { as: "reception", params: household },
    "POST /agent/familles/:household/enfants/ajouter": {
      as: "reception",
      params: household,
      fields: () => ({
        ...someone(),
        genre: "enfant",
        naissance: "2018-05-04",
        classe: `${encodeURIComponent("École de Rue")}|CE1`,
      }),
      free: [...names, "naissance", "classe"],
    },
  };
}
