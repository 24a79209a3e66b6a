/** Why an agent cannot accept, and what to do. */
export const texts = {
  child: {
    toCome: "Écrivez une date de naissance d’aujourd’hui ou d’avant : l’enfant s’ajoute une fois né.",
    alike:
      "Un enfant du même nom, né le même jour, est déjà connu. Ajoutez-le depuis le dossier de la famille, où vous direz si c’est le même, puis acceptez la demande.",
    "not-born": "La date de naissance est à venir : demandez un complément à la famille.",
    "unknown-household": "Ce foyer n’existe plus : ouvrez le dossier de la famille.",
    "unknown-class": "Cette classe n’existe pas cette année.",
  },
} as const;
