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
  late: {
    title: "Annulation après le délai",
    costs:
      "Si la famille a prévenu trop tard, la pénalité dite plus haut sera facturée. Sinon, rien n’est dû.",
    free: "Le règlement ne prévoit pas de pénalité pour ces jours : rien n’est dû.",
    legend: "De qui vient cette annulation ?",
    hint: "C’est gardé avec l’annulation. Pour des raisons différentes, enregistrez en deux fois.",
    causes: {
      family: "La famille a prévenu trop tard",
      authority: "Erreur ou décision de la collectivité",
      leaving: "L’enfant quitte le service",
    },
    missing: "Dites de qui vient cette annulation.",
    waive: "Ne pas demander la pénalité",
    reason: "Pourquoi elle n’est pas demandée",
    reasonHint: "Par exemple « Hospitalisation ». La famille le lira sur sa facture.",
    noReason: "Écrivez pourquoi la pénalité n’est pas demandée : la famille le lira.",
  },
  reason: {
    label: "Motif",
    hint: "Par exemple « Demande par téléphone : enfant malade ». La famille le lira.",
    missing: "Écrivez le motif : il est gardé, et montré à la famille.",
    tooLong: "Écrivez 300 caractères au plus.",
  },
} as const;
