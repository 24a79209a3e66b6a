import type { Sample, Town } from "./sample.ts";

/** What fits the routes on which agents write rules that hold from a day on. */
export function ruleSamples({ rue }: Town): Readonly<Record<string, Sample>> {
  const administrator = { as: "administrator" } as const;
  const ofActivity = () => ({ pour: rue.activityId });
  const list = { ...administrator, fields: () => ({ pour: rue.activityId, fait: rue.activityId }) };
  const csv = { ...administrator, fields: ofActivity };
  const choice = () => ({ pour: rue.activityId, acte: "annuler", forme: "debut" });
  const deadline = () => ({ ...choice(), du: "2026-12-01" });
  const places = () => ({
    pour: rue.activityId,
    panier: "30",
    tard: "non",
    liste: "oui",
    ordre: "points",
    reponse: "proposee",
    temps: "2",
    unite: "1440",
    du: "2026-12-01",
  });
  const conditions = () => ({
    pour: rue.activityId,
    qui: "family",
    "age-le": "slotDay",
    "age-de": "3",
    "age-unite": "ans",
    public: "",
    du: "2026-12-01",
  });
  const alerts = () => ({
    alerte: "placeOffered",
    jours: "2",
    heures: "4",
    "apres-midi": "3",
    du: "2026-12-01",
  });
  const seen = () => ({ pour: rue.activityId, rang: "0", le: "2026-11-02" });
  const tariff = () => ({
    ...seen(),
    services: rue.activityId,
    price: "4,10",
    du: "2026-12-01",
    qf: "700",
  });
  return {
    "GET /agent/alertes": {
      ...administrator,
      free: ["repris", "fait"],
      fields: () => ({ repris: "", fait: "1" }),
    },
    "POST /agent/alertes/verifier": { ...administrator, answers: 200, fields: alerts },
    "POST /agent/alertes/enregistrer": { ...administrator, fields: alerts },
    "GET /agent/tarifs": { ...administrator, fields: () => ({ le: "2026-12-01", fait: "1" }) },
    "GET /agent/tarifs/couts": { ...administrator, fields: () => ({ note: "1" }) },
    "POST /agent/tarifs/couts": {
      ...administrator,
      fields: () => ({ prestation: rue.unitId, jour: "2026-12-01", cout: "24,50" }),
      free: ["cout", "jour"],
    },
    "GET /agent/tarifs/changer": { ...administrator, fields: seen },
    "POST /agent/tarifs/verifier": { ...administrator, answers: 200, fields: tariff, free: ["qf", "le"] },
    "POST /agent/tarifs/enregistrer": { ...administrator, fields: tariff, free: ["qf", "le"] },
    "GET /agent/delais/reglages": list,
    "GET /agent/delais/reglages/liste.csv": csv,
    "GET /agent/delais/reglages/choisir": { ...administrator, fields: ofActivity },
    "GET /agent/delais/reglages/ecrire": {
      ...administrator,
      fields: choice,
      free: ["acte", "forme"],
    },
    "POST /agent/delais/reglages/verifier": { ...administrator, answers: 200, fields: deadline },
    "POST /agent/delais/reglages/enregistrer": { ...administrator, fields: deadline, free: ["jours"] },
    ...formSamples("/agent/attente", list, csv, places),
    ...formSamples("/agent/conditions", list, csv, conditions),
  };
}

function formSamples(
  path: string,
  list: Sample,
  csv: Sample,
  fields: () => Readonly<Record<string, string>>,
): Readonly<Record<string, Sample>> {
  const { as } = list;
  const free = ["public", "age-de"];
  return {
    [`GET ${path}`]: list,
    [`GET ${path}/liste.csv`]: csv,
    [`GET ${path}/changer`]: { as, fields: () => ({ pour: fields()["pour"] ?? "" }) },
    [`POST ${path}/verifier`]: { as, answers: 200, fields, free },
    [`POST ${path}/enregistrer`]: { as, fields, free },
  };
}
