/** Words of the home page, of a family and of a visitor. */
export const texts = {
  title: "Accueil",
  hello: (name: string) => `Bonjour ${name}`,
  today: (day: string) => `Aujourd’hui, ${day}`,
  tomorrow: (day: string) => `Demain, ${day}`,
  next: (day: string) => `Ensuite, ${day}`,
  nothingBooked: "Rien de réservé",
  nothingOffered: "Pas d’accueil",
  nothingThatDay: "Pas d’accueil ce jour-là.",
  notEnrolled: "Pas d’inscription en cours",
  toDecide: {
    title: "À décider",
    nothing: "Rien à décider pour le moment.",
    before: (moment: string) => `À décider avant ${moment}`,
    changeable: (moment: string) => `Modifiable jusqu’${moment}`,
    todayAt: (time: string) => `aujourd’hui à ${time}`,
    tomorrowAt: (time: string) => `demain à ${time}`,
    booked: (names: string) => `Réservé pour ${names}.`,
    unbooked: (names: string) => `Rien pour ${names}.`,
    full: (names: string) => `Complet pour ${names}.`,
    change: "Choisir",
    emptyWeek: (names: string) => `La semaine prochaine est vide pour ${names}.`,
    fill: "Réserver la semaine",
  },
  noChild: {
    title: "Aucun enfant pour le moment",
    sentence: "Votre compte n’est rattaché à aucun enfant. Appelez-nous : un agent le fera avec vous.",
  },
  noFamily: {
    title: "Aucune famille pour le moment",
    sentence: "Votre compte n’est rattaché à aucune famille. Appelez-nous : un agent le fera avec vous.",
  },
  links: { book: "Réserver", history: "Historique", help: "Aide" },
  visitor: {
    title: "La cantine, sans appeler la mairie",
    lead: (authority: string) =>
      `Ici, les familles de ${authority} réservent et annulent les repas de leurs enfants, à toute heure.`,
    signIn: "Se connecter",
    steps: [
      { title: "Tous vos enfants ensemble", sentence: "Un mois, un écran : cochez les jours, enregistrez." },
      {
        title: "Jusqu’à quand changer",
        sentence: "Chaque jour dit s’il est réservé, libre ou complet, et jusqu’à quand il peut changer.",
      },
      {
        title: "Toujours une trace",
        sentence: "Un reçu, un courriel et un historique disent qui a fait quoi, et quand.",
      },
    ],
    contact: "Une question ?",
    demonstration: {
      title: "Ceci est une démonstration",
      sentence: "Les communes sont réelles ; les écoles, les familles et les prix sont inventés.",
      accounts: "Les comptes à essayer sont sur la page de connexion.",
      mail: "Lire les courriels que l’espace a écrits",
    },
  },
} as const;
