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
  return {
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
