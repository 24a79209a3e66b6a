/** What PayFiP shows of a payment of trial or of activation. */
export const texts = { label: "Paiement d’activation" };
