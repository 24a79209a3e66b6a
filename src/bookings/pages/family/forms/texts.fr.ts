/** Words for a planning that could not be taken as a whole. */
export const texts = {
  backToPlanning: "Revenir au planning",
  nothingSaved: "Rien n’a été enregistré.",
  reload: "Ouvrez de nouveau le planning et refaites vos changements.",
  unreadable: "Nous n’avons pas pu lire cet envoi",
  noLines: "Cet envoi ne demandait aucun changement",
  tooMany: (most: number) => `Cet envoi change plus de ${most.toLocaleString("fr-FR")} jours à la fois`,
  keyTaken: {
    title: "Cette page a déjà été envoyée",
    sentences: [
      "Ouvrez de nouveau le planning : il montre ce qui est enregistré, et vos changements y sont possibles.",
    ],
  },
  notAllowed: "Vous ne pouvez pas réserver pour ce foyer",
} as const;
