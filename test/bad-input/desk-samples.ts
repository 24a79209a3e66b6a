import { randomUUID } from "node:crypto";

import type { Sample, Town } from "./sample.ts";

/** What fits the routes of the cash desk; the family is one that owes nothing. */
export function deskSamples({ desk, rue }: Town): Readonly<Record<string, Sample>> {
  const as = "administrator";
  const { regie } = desk;
  const base = "/agent/regie/:regie";
  const at = { regie };
  const payer = { regie, household: desk.payer.householdId, guardian: desk.payer.guardianId };
  const receipt = (payment: string) => ({ regie, payment });
  const slip = { regie, deposit: desk.deposit };
  const money = () => ({ cle: randomUUID(), moyen: "cash", montant: "5,00", donne: "10,00" });
  const days = () => ({ du: "2026-11-01", au: "2026-11-30" });
  const setting = () => ({
    ...{ cle: randomUUID(), nom: "Régie", des: "2031-01-01", du: "2026-09-01", moyen: "cash" },
    ...{ regisseur: desk.holder, plafond: "500,00", delai: "15", age: "6" },
  });
  const free = ["cle", "regie", "nom", "des", "du", "plafond", "delai", "age"];
  return {
    "GET /agent/regie": {
      as,
      fields: () => ({ foyer: payer.household, payeur: payer.guardian }),
      answers: 303,
    },
    "GET /agent/regie/nouvelle": { as },
    "POST /agent/regie/nouvelle": { as, fields: () => ({ ...setting(), regie: randomUUID() }), free },
    [`GET ${base}/reglages`]: { as, params: at, fields: () => ({ enregistre: "1" }) },
    [`POST ${base}/reglages`]: {
      as,
      params: at,
      fields: () => ({ ...setting(), [`cesu-${rue.activityId}`]: "toujours" }),
      free: [...free, `cesu-${rue.activityId}`],
    },
    [`GET ${base}`]: { as, params: at, fields: () => ({ q: "lefebvre" }), free: ["q"] },
    [`GET ${base}/payeurs/:household/:guardian`]: { as, params: payer, fields: () => ({ moyen: "cheque" }) },
    [`POST ${base}/payeurs/:household/:guardian/verifier`]: {
      as,
      params: payer,
      fields: money,
      answers: 200,
    },
    [`POST ${base}/payeurs/:household/:guardian`]: {
      as,
      params: payer,
      fields: money,
      free: ["montant", "donne"],
    },
    [`GET ${base}/quittances/:payment`]: {
      as,
      params: receipt(desk.kept),
      fields: () => ({ fait: "encaisse" }),
    },
    [`GET ${base}/quittances/:payment/quittance.pdf`]: { as, params: receipt(desk.kept) },
    [`POST ${base}/quittances/:payment/annuler`]: {
      as,
      params: receipt(desk.wrong),
      fields: () => ({ cle: randomUUID(), raison: "Mauvais compte.", confirme: "1" }),
      free: ["raison"],
    },
    [`POST ${base}/quittances/:payment/rembourser`]: {
      as,
      params: receipt(desk.kept),
      fields: () => ({
        cle: randomUUID(),
        montant: "0,01",
        moyen: "transfer",
        motif: "Trop.",
        confirme: "1",
      }),
      free: ["montant", "motif"],
    },
    [`GET ${base}/journal`]: { as, params: at, fields: () => ({ jour: "2026-11-12" }) },
    [`GET ${base}/cloture`]: { as, params: at, fields: () => ({ jour: "2020-01-02" }) },
    [`POST ${base}/cloture`]: {
      as,
      params: at,
      fields: () => ({ cle: randomUUID(), jour: "2020-01-02", cash: "0", motif: "Rien.", confirme: "1" }),
      free: ["cle", "jour", "motif", "confirme"],
    },
    [`GET ${base}/versements`]: { as, params: at },
    [`GET ${base}/versements/:means`]: { as, params: { regie, means: "cash" } },
    [`POST ${base}/versements/:means`]: {
      as,
      params: { regie, means: "cash" },
      fields: () => ({ cle: randomUUID(), montant: "0,01", n1: "1", motif: "Rien." }),
      free: ["cle", "montant", "n1", "motif"],
    },
    [`GET ${base}/bordereaux/:deposit`]: { as, params: slip, fields: () => ({ fait: "1" }) },
    [`GET ${base}/bordereaux/:deposit/bordereau.pdf`]: { as, params: slip },
    [`GET ${base}/registres`]: { as, params: at, fields: days },
    [`GET ${base}/registres/:register`]: {
      as,
      params: { regie, register: "quittances.csv" },
      fields: days,
    },
  };
}
