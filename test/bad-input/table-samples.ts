import { randomUUID } from "node:crypto";

import type { Sample, Town } from "./sample.ts";

/** What fits the routes of agents' tables: a day, the kitchen, occupancy, lists, moves of bookings, classes. */
export function tableSamples(town: Town): Readonly<Record<string, Sample>> {
  const { rue } = town;
  const period = () => ({ lieu: rue.siteId, activite: rue.activityId, du: "2026-11-09", au: "2026-11-15" });
  const ofClass = () => ({
    classe: `${encodeURIComponent("École de Rue")}|CE1`,
    quoi: "away",
    du: "2026-12-07",
    au: "2026-12-08",
    message: "Sortie au parc.",
  });
  const day = { site: rue.siteId, date: "2026-11-09" };
  return {
    "GET /agent/lieux/:site/jours": {
      as: "manager",
      answers: 303,
      params: { site: rue.siteId },
      fields: () => ({ jour: "2026-11-09" }),
    },
    "GET /agent/lieux/:site/jours/:date": { as: "manager", params: day },
    "GET /agent/lieux/:site/jours/:date/liste.csv": { as: "manager", params: day },
    "GET /agent/cuisine": { as: "manager", fields: () => ({ lieu: rue.siteId }) },
    "GET /agent/occupation": { as: "manager", fields: period },
    "GET /agent/occupation/export.csv": { as: "manager", fields: period },
    "GET /agent/occupation/:activity/:date": {
      as: "manager",
      params: { activity: rue.activityId, date: "2026-11-09" },
    },
    "GET /agent/listes": { as: "manager", fields: () => ({ ...period(), quoi: "inscrits" }) },
    "GET /agent/listes/export.csv": { as: "manager", fields: () => ({ ...period(), quoi: "attente" }) },
    "GET /agent/deplacements": {
      as: "administrator",
      fields: () => ({
        de: rue.unitId,
        le: "2026-11-16",
        vers: town.quend.unitId,
        "vers-le": "2026-11-16",
        faite: randomUUID(),
      }),
    },
    "POST /agent/deplacements/enregistrer": {
      as: "administrator",
      fields: () => ({
        cle: randomUUID(),
        de: rue.slotOn("2026-11-16"),
        vers: town.quend.slotOn("2026-11-16"),
        reservation: town.booking,
        motif: "Le car ne passe pas.",
        "passer-outre": "Accordé par la directrice.",
      }),
      free: ["motif", "passer-outre", "cle"],
    },
    "GET /agent/classes": {
      as: "manager",
      fields: () => ({ ...ofClass(), faite: randomUUID() }),
      free: ["message"],
    },
    "POST /agent/classes/verifier": { as: "manager", answers: 200, fields: ofClass, free: ["message"] },
    "POST /agent/classes/enregistrer": {
      as: "manager",
      fields: () => ({ ...ofClass(), cle: randomUUID(), prevu: "1", activite: rue.activityId }),
      free: ["message", "cle", "activite"],
    },
    "GET /agent/classes/:said/retirer": { as: "manager", params: { said: town.classDay } },
    "POST /agent/classes/:said/retirer": {
      as: "manager",
      params: { said: town.classDay },
      fields: () => ({ message: "Elle est revenue." }),
      free: ["message"],
    },
  };
}
