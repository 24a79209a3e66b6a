import { randomUUID } from "node:crypto";

import type { Sample, Town } from "./sample.ts";

/** What fits the routes of billing: the family's bills, the runs of the agents, disputes. */
export function billingSamples({ billing, home, rue }: Town): Readonly<Record<string, Sample>> {
  const { invoice, dispute, oddity } = billing;
  const household = home.id;
  const account = { household, guardian: home.guardians[0]?.id ?? "" };
  const child = home.children[0]?.id ?? "";
  const run = (id: string) => ({ run: id });
  return {
    "GET /factures": { as: "claire", fields: () => ({ annee: "2026" }) },
    "GET /factures/envoi": { as: "claire", fields: () => ({ fait: "1" }) },
    "POST /factures/envoi": { as: "claire", fields: () => ({ foyer: household, envoi: "paper" }) },
    "GET /factures/:invoice": { as: "claire", params: { invoice }, fields: () => ({ contestee: "1" }) },
    "GET /factures/:invoice/facture.pdf": { as: "claire", params: { invoice } },
    "GET /factures/contestations/:dispute": {
      as: "claire",
      params: { dispute },
      fields: () => ({ fait: "envoyee" }),
      free: ["fait"],
    },
    "GET /factures/contestations/:dispute/accuse.pdf": { as: "claire", params: { dispute } },
    "GET /agent/facturation/contestations/reglage": {
      as: "administrator",
      fields: () => ({ enregistre: "1" }),
      free: ["enregistre"],
    },
    "POST /agent/facturation/contestations/reglage": {
      as: "administrator",
      fields: () => ({
        des: "2026-12-01",
        service: "Régie",
        adresse: "80120 Rue",
        email: "regie@exemple.fr",
        telephone: "03 53 01 80 10",
        silence: "refused",
        mois: "2",
        delai: "15",
        recours: "Le tribunal administratif.",
      }),
      free: ["service", "adresse", "recours"],
    },
    "GET /factures/:invoice/lignes/:position/contester": { as: "claire", params: { invoice, position: "2" } },
    "POST /factures/:invoice/lignes/:position/contester": {
      as: "claire",
      params: { invoice, position: "3" },
      fields: () => ({ cle: randomUUID(), motif: "Elle était absente." }),
      free: ["motif", "cle"],
    },
    "GET /presences/attestation/:year": { as: "claire", params: { year: "2026" } },
    "GET /presences/attestation/:year/:owner/attestation.pdf": {
      as: "claire",
      params: { year: "2026", owner: child },
    },
    "GET /agent/familles/:household/factures": {
      as: "administrator",
      params: { household },
      fields: () => ({ annee: "2026" }),
    },
    "POST /agent/familles/:household/factures/envoi": {
      as: "administrator",
      params: { household },
      fields: () => ({ foyer: household, envoi: "paper" }),
    },
    "GET /agent/familles/:household/attestation/:year": {
      as: "administrator",
      params: { household, year: "2026" },
    },
    "GET /agent/familles/:household/attestation/:year/:owner/attestation.pdf": {
      as: "administrator",
      params: { household, year: "2026", owner: child },
    },
    "GET /factures/attestation-fiscale/:year": { as: "claire", params: { year: "2026" } },
    "GET /factures/attestation-fiscale/:year/:owner/attestation.pdf": {
      as: "claire",
      params: { year: "2026", owner: home.guardians[0]?.id ?? "" },
    },
    "GET /agent/familles/:household/attestation-fiscale/:year": {
      as: "administrator",
      params: { household, year: "2026" },
    },
    "GET /agent/familles/:household/attestation-fiscale/:year/:owner/attestation.pdf": {
      as: "administrator",
      params: { household, year: "2026", owner: home.guardians[0]?.id ?? "" },
    },
    "GET /agent/familles/:household/penalites": {
      as: "administrator",
      params: { household },
      fields: () => ({ mois: "2026-11", fait: "1" }),
    },
    "POST /agent/familles/:household/penalites": {
      as: "administrator",
      params: { household },
      fields: () => ({ mois: "2026-11", penalite: "booking:x unbooked", raison: "Hospitalisation." }),
      // Nobody of that town owes a penalty.
      answers: 422,
      free: ["penalite", "raison"],
    },
    "GET /agent/familles/:household/comptes/:guardian": {
      as: "administrator",
      params: account,
      fields: () => ({ jour: "2026-11-01", remise: "1" }),
    },
    "GET /agent/familles/:household/comptes/:guardian/remise": {
      as: "administrator",
      params: account,
      fields: () => ({ montant: "1,00" }),
    },
    "POST /agent/familles/:household/comptes/:guardian/remise": {
      as: "administrator",
      params: account,
      fields: () => ({
        cle: randomUUID(),
        montant: "0,01",
        facture: "",
        decision: "Délibération 2026-41",
        jour: "2026-11-01",
        raison: "Aide du CCAS.",
        confirme: "1",
      }),
      free: ["cle", "decision", "raison", "facture"],
    },
    "GET /agent/facturation/avances": { as: "administrator", fields: () => ({ enregistre: "1" }) },
    "POST /agent/facturation/avances": {
      as: "administrator",
      fields: () => ({
        des: "2031-01-01",
        ouvert: "1",
        mini: "10,00",
        maxi: "200,00",
        seuil: "10,00",
        "seuil-bas": "0",
        "seuil-haut": "50,00",
      }),
      free: ["des", "ouvert", "mini", "maxi", "seuil", "seuil-bas", "seuil-haut"],
    },
    "GET /agent/facturation/garde": { as: "administrator", fields: () => ({ enregistre: "1" }) },
    "POST /agent/facturation/garde": {
      as: "administrator",
      fields: () => ({ service: rue.activityId, des: "2026-01-01", garde: "oui", repas: "3,20" }),
      free: ["des"],
    },
    "GET /agent/factures/:invoice": { as: "administrator", params: { invoice } },
    "GET /agent/factures/:invoice/facture.pdf": { as: "administrator", params: { invoice } },
    "GET /agent/facturation/contestations": { as: "administrator" },
    "GET /agent/facturation/contestations/:dispute": { as: "administrator", params: { dispute } },
    "POST /agent/facturation/contestations/:dispute": {
      as: "administrator",
      params: { dispute },
      fields: () => ({ decision: "refused", reponse: "Le pointage dit le contraire." }),
      free: ["reponse"],
    },
    "GET /agent/facturation": { as: "administrator" },
    "POST /agent/facturation": {
      as: "administrator",
      fields: () => ({ cle: randomUUID(), mois: "2025-10" }),
      free: ["cle"],
    },
    "GET /agent/facturation/:run": {
      as: "administrator",
      params: run(billing.toSettle),
      fields: () => ({ page: "1" }),
    },
    "GET /agent/facturation/:run/payeurs.csv": { as: "administrator", params: run(billing.toSettle) },
    "GET /agent/facturation/:run/reportes.csv": { as: "administrator", params: run(billing.toSettle) },
    "GET /agent/facturation/:run/a-regarder.csv": { as: "administrator", params: run(billing.toSettle) },
    "GET /agent/facturation/reglages": { as: "administrator", fields: () => ({ enregistre: "1" }) },
    "POST /agent/facturation/reglages": {
      as: "administrator",
      fields: () => ({
        des: "2031-01-01",
        factures: "F",
        avoirs: "A",
        delai: "30",
        seuil: "15,00",
        papier: "1",
      }),
      free: ["des", "factures", "avoirs", "delai"],
    },
    "POST /agent/facturation/:run/papier": { as: "administrator", params: run(billing.issued) },
    "GET /agent/facturation/:run/papier.pdf": { as: "administrator", params: run(billing.issued) },
    "POST /agent/facturation/:run/laisser": {
      as: "administrator",
      params: run(billing.toSettle),
      fields: () => ({ anomalie: oddity, raison: "Tarif voté lundi." }),
      free: ["raison"],
    },
    "GET /agent/facturation/:run/prix": {
      as: "administrator",
      params: run(billing.toSettle),
      fields: () => ({ anomalie: oddity }),
    },
    "POST /agent/facturation/:run/prix": {
      as: "administrator",
      params: run(billing.toSettle),
      fields: () => ({
        cle: randomUUID(),
        anomalie: oddity,
        ligne: oddity,
        prix: "3,20",
        raison: "Tranche oubliée.",
      }),
      free: ["raison"],
      answers: 200,
    },
    "POST /agent/facturation/:run/sans-pointage": {
      as: "administrator",
      params: run(billing.toSettle),
      fields: () => ({ motif: "Le site était fermé." }),
      free: ["motif"],
    },
    "POST /agent/facturation/:run/recalculer": {
      as: "administrator",
      params: run(billing.toRecompute),
      fields: () => ({ cle: randomUUID() }),
      free: ["cle"],
    },
    "POST /agent/facturation/:run/abandonner": { as: "administrator", params: run(billing.toAbandon) },
    "GET /agent/facturation/:run/emettre": { as: "administrator", params: run(billing.toLookAt) },
    "POST /agent/facturation/:run/emettre": { as: "administrator", params: run(billing.toIssue) },
  };
}
