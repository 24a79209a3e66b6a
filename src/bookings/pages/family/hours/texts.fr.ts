/** Words of the page that changes hours. */
export const texts = {
  title: "Changer des jours réservés",
  back: "Revenir au planning",
  none: {
    title: "Aucun jour à changer",
    sentence:
      "Les jours réservés dont les heures, ou le nombre d’enfants, peuvent encore changer s’affichent ici.",
  },
  line: (firstName: string, unit: string) => `${firstName}, ${unit.charAt(0).toLowerCase()}${unit.slice(1)}`,
  chooseOne: "Cochez au moins un jour : celui dont les heures changent.",
  days: "Quels jours ?",
  instead: "Quoi à la place ?",
  submit: "Voir les changements",
} as const;
