/** Words of the filters that agents' pages share. */
export const texts = {
  site: "Lieu",
  everySite: "Tous les lieux",
  activity: "Activité",
  everyActivity: "Toutes les activités",
  first: "Du",
  last: "Au",
  show: "Afficher",
  days: "Jours affichés",
  before: (days: number) => (days === 7 ? "Semaine d’avant" : days === 1 ? "Veille" : `${days} jours avant`),
  after: (days: number) =>
    days === 7 ? "Semaine d’après" : days === 1 ? "Lendemain" : `${days} jours après`,
  week: "Toute la semaine",
  month: "Tout le mois",
  shortened: "Deux mois au plus se lisent à la fois : les jours suivants sont sur la page d’après.",
} as const;
