/** Who a cancellation after its deadline comes from. */
export const LATE_CAUSES = ["family", "authority", "leaving"] as const;

/** See `LATE_CAUSES`. */
export type LateCause = (typeof LATE_CAUSES)[number];

/**
 * @rule De qui vient une annulation hors délai
 *
 * L'agent qui annule après le délai dit de qui cela vient, et c'est gardé. Seule une famille qui a prévenu trop tard paie
 * la pénalité du règlement ; l'erreur ou la décision de la collectivité, et un enfant qui quitte le service, ne coûtent
 * jamais rien.
 *
 * Exemple : le mercredi 18 novembre 2026, un agent annule le repas du 19, délai mardi 17 à 12 h. Réservé par erreur à
 * l'accueil : rien n'est dû. La mère a appelé le 18 : la pénalité l'est.
 */
export const isCharged = (cause: LateCause): boolean => cause === "family";
