/** Words of the page of offered places. */
export const texts = {
  title: "Places proposées et listes d’attente",
  back: "Revenir au planning",
  none: {
    title: "Aucune place ne vous est proposée pour le moment",
    sentence: "Dès qu’une place se libère pour vous, elle s’affiche ici, et nous vous écrivons.",
  },
  offered: (count: number) =>
    count === 1 ? "Une place vous est proposée" : "Des places vous sont proposées",
  until: (moment: string) =>
    `Cette place est gardée pour vous jusqu’au ${moment}. Sans réponse, elle sera proposée à la famille suivante.`,
  waiting: "Vous attendez une place",
  rank: (rank: string) => `C’est complet. Vous êtes ${rank} sur la liste.`,
  onList: "C’est complet. Vous êtes sur la liste.",
  days: (count: number) => `(${count} jours, à prendre en entier)`,
  acts: { accept: "Prendre la place", decline: "Laisser la place", leave: "Quitter la liste" },
} as const;
