/** Why an agent cannot accept, and what to do. */
export const texts = {
  quotient: {
    value: "Quotient familial",
    resources: "Ressources",
    toCome: "Cette date est à venir : écrivez la date de la situation d’aujourd’hui.",
    tooMany: "Écrivez un nombre d’enfants, de 0 à 20.",
    aeeh: "Il y a plus d’enfants avec l’AEEH que d’enfants à charge.",
    withdrawn: "La famille a retiré sa demande.",
    completed: "La famille a complété sa demande.",
    ended: "Cette déclaration a été refusée ou retirée sur la page du quotient : refusez aussi la demande.",
  },
  child: {
    toCome: "Écrivez une date de naissance d’aujourd’hui ou d’avant : l’enfant s’ajoute une fois né.",
    alike:
      "Un enfant du même nom, né le même jour, est déjà connu. Ajoutez-le depuis le dossier de la famille, où vous direz si c’est le même, puis acceptez la demande.",
    "not-born": "La date de naissance est à venir : demandez un complément à la famille.",
    "unknown-household": "Ce foyer n’existe plus : ouvrez le dossier de la famille.",
    "unknown-class": "Cette classe n’existe pas cette année.",
  },
} as const;
