/** Words of an agent's planning for a family. */
export const texts = {
  banner: (label: string) => `Vous réservez pour la famille ${label}`,
  explain:
    "Les délais ne vous arrêtent pas, jusqu’au jour même. Vous écrirez un motif, que la famille lira avec votre nom.",
  otherSites: "Seuls les jours des lieux dont vous vous occupez sont ici.",
  back: "Revenir au dossier",
  offers: {
    title: "Places proposées à cette famille",
    until: (moment: string) =>
      `Gardée pour elle jusqu’au ${moment}. Sans réponse, elle sera proposée à la famille suivante.`,
  },
  overCapacity: {
    label: "Réserver même si c’est complet",
    hint: "Sans cette case, l’enfant est mis sur la liste d’attente des jours complets.",
  },
  reason: {
    label: "Motif",
    hint: "Par exemple « Demande par téléphone : enfant malade ». La famille le lira.",
    missing: "Écrivez le motif : il est gardé, et montré à la famille.",
    tooLong: "Écrivez 300 caractères au plus.",
  },
} as const;
