import { formatDayAndYear } from "#kernel";

import type { ActivationState } from "../../activation/activation.ts";
import type { GatewayMode } from "../../gateway/gateway.ts";
import { moment } from "./moment.ts";

/** Words of the page that leads an authority from its first trial to production. */
export const texts = {
  title: "Activer PayFiP",
  link: "Du test à la production : activer PayFiP",
  back: "Réglages du paiement en ligne",
  lead: "PayFiP n’ouvre un moyen de paiement aux familles qu’après un vrai paiement d’activation, moyen par moyen. Voici où vous en êtes pour le numéro client en cours.",
  account: (account: string, mode: string) => `Numéro client ${account}, mode en cours : ${mode}.`,
  none: "Écrivez d’abord les réglages : adresse, numéro client, mode « test ».",
  modes: { test: "test", activation: "activation", production: "production" } satisfies Record<
    GatewayMode,
    string
  >,
  steps: {
    title: "Les étapes",
    test: "Un paiement de test",
    testMore: "En mode test : aucun argent ne bouge. Les cartes d’essai sont celles que donne la DGFiP.",
    card: "Un paiement d’activation par carte",
    cardMore: "En mode activation : 1,00 € est vraiment débité de votre carte, puis encaissé par la régie.",
    debit: "Un paiement d’activation par prélèvement",
    debitMore:
      "Seulement si les familles doivent pouvoir payer par prélèvement. Un moyen qui n’est pas activé n’est pas montré par PayFiP.",
    production: "Passer en production",
    productionMore: "Dans les réglages, une fois l’activation effective. Les familles peuvent alors payer.",
  },
  done: (at: Temporal.Instant, by: string) => `Fait le ${moment(at)} par ${by}.`,
  effective: (day: Temporal.PlainDate) => `Effectif le ${formatDayAndYear(day)}.`,
  todo: "À faire",
  wait: "Attendez un paiement d’activation",
  from: (day: Temporal.PlainDate) => `Possible à partir du ${formatDayAndYear(day)}.`,
  already: "C’est fait : le mode est « production ».",
  pay: {
    test: "Faire un paiement de test de 1,00 €",
    activation: "Faire un paiement d’activation de 1,00 €",
  },
  payMore: "Vous allez sur PayFiP, où vous choisissez le moyen de paiement. Vous revenez ici ensuite.",
  production:
    "Le mode est « production » : il n’y a plus rien à activer. Pour activer un autre moyen, repassez en mode activation.",
  failed: (why: string) => `PayFiP n’a pas ouvert la page de paiement : ${why}`,
  history: "Paiements de test et d’activation",
  columns: { at: "Le", mode: "Mode", refdet: "Référence", means: "Moyen", state: "État", by: "Par" },
  means: { card: "Carte bancaire", debit: "Prélèvement" },
  states: {
    opening: "Pas ouvert",
    failed: "Pas ouvert par PayFiP",
    open: "Sans réponse encore",
    refused: "Refusé",
    abandoned: "Abandonné",
    gone: "Jamais payé",
    differing: "La réponse n’est pas celle attendue : vérifiez le numéro et le mode",
    paid: "Payé",
  } satisfies Record<ActivationState, string>,
  check: "Vérifier",
};
