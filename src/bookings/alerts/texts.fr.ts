/** Words of the alerts that families choose. */
export const texts = {
  emptyWeek: {
    subject: (names: string, monday: string) => `Rien de réservé pour ${names}, semaine du ${monday}`,
    intro: (monday: string) =>
      `Voici ce qui manque à la semaine du ${monday}, et jusqu’à quand le réserver :`,
    empty: (name: string, until: string) => `${name} : rien n’est réservé. À décider avant le ${until}.`,
    missing: (name: string, activities: string, until: string) =>
      `${name} : rien pour «\u00a0${activities}\u00a0», contrairement à d’habitude. À décider avant le ${until}.`,
    absent: "Si c’est voulu, vous n’avez rien à faire.",
    link: "Réserver la semaine",
  },
  deadline: {
    subject: (moment: string) => `Un délai ferme le ${moment}`,
    intro: "Ces jours ne sont pas comme d’habitude, et ne pourront bientôt plus changer :",
    missing: (what: string, until: string) =>
      `${what} : pas réservé, alors que vous le réservez d’habitude. ${until}.`,
    extra: (what: string, until: string) => `${what} : réservé, ce qui n’est pas habituel. ${until}.`,
    link: "Ouvrir le planning",
  },
  why: "Vous recevez ce courriel parce que vous l’avez choisi.",
  choose: "Changer mes alertes",
} as const;
