import { randomUUID } from "node:crypto";

import type { Sample, Town } from "./sample.ts";

/** What fits the routes of payments; families may not pay on line here, so that no form leads outside. */
export function paymentSamples({ billing, payments, home }: Town): Readonly<Record<string, Sample>> {
  const account = { foyer: home.id, payeur: home.guardians[0]?.id ?? "" };
  const saver = { foyer: home.id, payeur: payments.saver };
  const attempt = { attempt: payments.paid };
  const anomaly = { anomaly: payments.anomaly };
  const hint = { as: "visitor", fields: () => ({ idop: randomUUID() }), free: ["idop"] } as const;
  return {
    "GET /regler": {
      as: "claire",
      fields: () => ({ ...account, facture: billing.invoice, montant: "1,20" }),
    },
    "POST /regler": {
      as: "claire",
      fields: () => ({
        ...account,
        cle: randomUUID(),
        facture: `${billing.invoice}.1120`,
        partie: "100",
        email: "claire@exemple.fr",
      }),
      answers: 200,
    },
    "GET /panier": { as: "claire", fields: () => ({ reservees: "1" }) },
    "POST /panier": {
      as: "claire",
      fields: () => ({
        ...account,
        cle: randomUUID(),
        place: randomUUID(),
        total: "1240",
        email: "claire@exemple.fr",
      }),
      answers: 409,
    },
    "GET /avance": { as: "claire", fields: () => ({ ...saver, fait: "seuil" }) },
    "POST /avance": {
      as: "claire",
      fields: () => ({ ...saver, cle: randomUUID(), montant: "20,00", email: "claire@exemple.fr" }),
      answers: 200,
    },
    "POST /avance/seuil": { as: "claire", fields: () => ({ ...saver, seuil: "10,00" }) },
    "POST /avance/remboursement": {
      as: "claire",
      fields: () => ({ ...saver, cle: randomUUID(), rendre: "0,01" }),
      answers: 200,
    },
    "GET /agent/paiements/remboursements": { as: "administrator", fields: () => ({ fait: "1" }) },
    "GET /agent/paiements/remboursements/:request": {
      as: "administrator",
      params: { request: payments.toGive },
    },
    "POST /agent/paiements/remboursements/:request": {
      as: "administrator",
      params: { request: payments.toGive },
      fields: () => ({ montant: "200,00", moyen: "transfer", motif: "Virement fait." }),
      free: ["motif", "montant"],
      answers: 422,
    },
    "POST /agent/paiements/remboursements/:request/refuser": {
      as: "administrator",
      params: { request: payments.toRefuse },
      fields: () => ({ raison: "Déjà rendu." }),
      free: ["raison"],
      answers: 200,
    },
    "GET /paiements/:attempt": { as: "claire", params: attempt },
    "GET /paiements/:attempt/recu.pdf": { as: "claire", params: attempt },
    "POST /paiements/:attempt/verifier": { as: "claire", params: attempt },
    "GET /paiement/notification": hint,
    "POST /paiement/notification": { ...hint, answers: 200 },
    "GET /paiement/retour": { ...hint, answers: 303 },
    "POST /paiement/retour": hint,
    "GET /agent/paiements": { as: "administrator", fields: () => ({ reference: "202600000100000009" }) },
    "GET /agent/paiements/:payment": { as: "administrator", params: { payment: payments.paid } },
    // The account owes: nothing may be given back.
    "POST /agent/paiements/:payment/remboursement": {
      as: "administrator",
      params: { payment: payments.paid },
      fields: () => ({ cle: randomUUID(), montant: "1,00", moyen: "transfer", motif: "Payé deux fois." }),
      answers: 422,
    },
    // Shows what it would do; nothing is written before it is confirmed.
    "POST /agent/paiements/:payment/rejet": {
      as: "administrator",
      params: { payment: payments.paid },
      fields: () => ({ cle: randomUUID(), jour: "2026-11-01", raison: "Rejet de la banque." }),
      // It was paid by card, which no bank rejects.
      answers: 422,
    },
    "GET /agent/paiements/releves": { as: "administrator" },
    // A file comes in a form of another kind: uploads.db.test.ts.
    "POST /agent/paiements/releves": {
      as: "administrator",
      fields: () => ({ cle: randomUUID() }),
      answers: 422,
    },
    "GET /agent/paiements/releves/:report": {
      as: "administrator",
      params: { report: payments.report },
      fields: () => ({ page: "1" }),
    },
    "GET /agent/paiements/releves/ecarts/:difference": {
      as: "administrator",
      params: { difference: payments.difference },
    },
    "POST /agent/paiements/releves/ecarts/:difference": {
      as: "administrator",
      params: { difference: payments.difference },
      fields: () => ({ decision: "set_aside", motif: "Payé ailleurs." }),
      free: ["motif"],
    },
    "GET /agent/paiements/ecarts/:anomaly": { as: "administrator", params: anomaly },
    "POST /agent/paiements/ecarts/:anomaly": {
      as: "administrator",
      params: anomaly,
      fields: () => ({ decision: "set_aside", motif: "Rien au relevé." }),
      free: ["motif"],
    },
    "POST /agent/paiements/:attempt/interroger": {
      as: "administrator",
      params: { attempt: payments.differing },
    },
    "GET /agent/paiements/reglages": { as: "administrator", fields: () => ({ enregistre: "1" }) },
    "POST /agent/paiements/reglages": {
      as: "administrator",
      fields: () => ({
        cle: randomUUID(),
        origine: "https://payfip.exemple.fr",
        numero: "123456",
        mode: "test",
        partie: "1",
      }),
      free: ["cle"],
    },
    "GET /agent/paiements/reglages/activation": { as: "administrator" },
    "POST /agent/paiements/reglages/activation": {
      as: "administrator",
      fields: () => ({ cle: randomUUID() }),
      free: ["cle"],
    },
    "POST /agent/paiements/reglages/activation/:activation/verifier": {
      as: "administrator",
      params: { activation: payments.activation },
    },
    "POST /agent/paiements/reglages/tester": { as: "administrator", answers: 200 },
  };
}
