import type { Sample, Town } from "./sample.ts";

/** What fits the routes of the watch. */
export function watchSamples({ rue }: Town): Readonly<Record<string, Sample>> {
  const watch = { watch: "pointage" };
  return {
    "GET /agent/veille": { as: "administrator", fields: () => ({ fait: "sommeil" }), free: ["fait"] },
    "POST /agent/veille/courrier": { as: "administrator", fields: () => ({ recevoir: "oui" }) },
    "GET /agent/veille/reglage": {
      as: "administrator",
      fields: () => ({ enregistre: "1" }),
      free: ["enregistre"],
    },
    "POST /agent/veille/reglage": {
      as: "administrator",
      fields: () => ({
        des: "2026-12-01",
        pointage: "3",
        mois: "10",
        presences: "1",
        pourcent: "100",
        euros: "50",
        quotient: "30",
      }),
      free: ["pointage", "euros", "quotient"],
    },
    "GET /agent/veille/:watch/sommeil": {
      as: "manager",
      params: watch,
      fields: () => ({ sujet: rue.siteId }),
    },
    "POST /agent/veille/:watch/sommeil": {
      as: "manager",
      params: watch,
      fields: () => ({ sujet: rue.siteId, jusquau: "2026-11-20", raison: "La feuille arrive lundi." }),
      free: ["raison"],
    },
    "POST /agent/veille/:watch/reveil": {
      as: "manager",
      params: watch,
      fields: () => ({ sujet: rue.siteId }),
    },
  };
}
