import { agentEverywhere } from "#identity";

/**
 * @rule Qui règle les paiements en ligne
 *
 * Les réglages de PayFiP et les écarts de paiement touchent le compte de toutes les familles : ils demandent leur droit
 * pour tous les lieux. Le régisseur et l’administrateur l’ont ; un agent d’un seul lieu ne l’a pas.
 */
export const settingsWriter = agentEverywhere("payments.settings");

/** An agent who settles what does not match. */
export const paymentsWriter = agentEverywhere("payments.write");
