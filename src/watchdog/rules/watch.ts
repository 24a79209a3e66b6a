/** What is watched every morning. */
export const watches = ["unpointed", "unissued", "unbilled", "jump", "quotient"] as const;

export type Watch = (typeof watches)[number];

/**
 * @rule Qui voit chaque alerte du matin
 *
 * Voir une alerte demande le droit qui permet de la régler : pointer sur le lieu pour ses jours non pointés ; voir la
 * facturation (partout) pour les mois, les présences et les totaux ; lire les quotients (partout) pour leur fin.
 */
export const rightOf: Readonly<Record<Watch, string>> = {
  unpointed: "attendance.write",
  unissued: "billing.read",
  unbilled: "billing.read",
  jump: "billing.read",
  quotient: "income.read",
};

/** What silencing one asks for: the right to change what it is about. */
export const rightToSilence: Readonly<Record<Watch, string>> = {
  ...rightOf,
  unissued: "billing.write",
  unbilled: "billing.write",
  jump: "billing.write",
  quotient: "income.write",
};
