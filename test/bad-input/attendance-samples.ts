import { randomUUID } from "node:crypto";

import type { Sample, Town } from "./sample.ts";

/** What fits the routes of attendance. */
export function attendanceSamples({ rue, home, toSign }: Town): Readonly<Record<string, Sample>> {
  const child = home.children[0]?.id ?? "";
  const site = { site: rue.siteId };
  return {
    "GET /agent/pointage": {
      as: "manager",
      fields: () => ({ mois: "2026-11", lieu: rue.siteId }),
      free: ["mois"],
    },
    "GET /agent/pointage/:site": {
      as: "manager",
      params: site,
      fields: () => ({ jour: "2026-11-02", cherche: "lef", fait: randomUUID() }),
      free: ["jour", "cherche", "fait"],
    },
    "POST /agent/pointage/:site": {
      as: "manager",
      params: site,
      fields: () => ({
        cle: randomUUID(),
        jour: "2026-11-02",
        cherche: "lef",
        vu: `1 ${rue.slotOn("2026-11-02")} ${child} ${home.id} 0`,
        "etat-1": "absent",
        "motif-1": "illness",
        "preuve-1": "2026-11-02",
        "arrivee-1": "08:30",
        "depart-1": "17:00",
        tous: "1-1",
        maintenant: "arrivee-9",
        venu: `${rue.slotOn("2026-11-02")} ${child} ${home.id}`,
      }),
      free: ["cle", "cherche", "preuve-1", "arrivee-1", "depart-1", "tous", "maintenant"],
    },
    "GET /agent/pointage/:site/corrections/:slot/:participant": {
      as: "manager",
      params: { ...site, slot: rue.slotOn("2026-11-02"), participant: child },
    },
    "GET /agent/pointage/:site/supplements/:slot/:participant": {
      as: "manager",
      params: { ...site, slot: rue.slotOn("2026-11-02"), participant: child },
    },
    "POST /agent/pointage/:site/supplements/:slot/:participant": {
      as: "manager",
      params: { ...site, slot: rue.slotOn("2026-11-02"), participant: child },
      fields: () => ({ cle: randomUUID(), supplement: "gouter", acte: "noter" }),
      // No tariff of that town has a supplement.
      answers: 422,
      free: ["cle", "supplement", "acte"],
    },
    "GET /agent/pointage/:site/justificatif/:participant": {
      as: "manager",
      params: { ...site, participant: child },
      fields: () => ({ du: "2026-11-02", au: "2026-11-06", fait: "1" }),
      free: ["du", "au", "fait"],
    },
    "POST /agent/pointage/:site/justificatif/:participant": {
      as: "manager",
      params: { ...site, participant: child },
      fields: () => ({
        cle: randomUUID(),
        du: "2026-11-01",
        au: "2026-11-02",
        motif: "illness",
        recu: "2026-11-02",
      }),
      free: ["cle"],
    },
    "GET /agent/pointage/decompte": { as: "administrator", fields: () => ({ fait: "1" }), free: ["fait"] },
    "POST /agent/pointage/decompte": {
      as: "administrator",
      fields: () => ({ prestation: toSign.unitId, tranche: "30", compter: "clock", des: "2026-11-30" }),
    },
    "GET /presences": { as: "claire", fields: () => ({ mois: "2026-11" }), free: ["mois"] },
  };
}
