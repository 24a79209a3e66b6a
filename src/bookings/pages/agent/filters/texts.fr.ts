import { formatDayAndYear } from "#kernel";

/** Words of the filters that agents' pages share. */
export const texts = {
  site: "Lieu",
  everySite: "Tous les lieux",
  activity: "Service",
  everyActivity: "Tous les services",
  first: "Du",
  last: "Au",
  show: "Afficher",
  days: "Jours affichés",
  before: (days: number) => (days === 7 ? "Semaine d’avant" : days === 1 ? "Veille" : `${days} jours avant`),
  after: (days: number) =>
    days === 7 ? "Semaine d’après" : days === 1 ? "Lendemain" : `${days} jours après`,
  week: "Toute la semaine",
  month: "Tout le mois",
  /** A date field of a browser does not show again what is no date: the sentence does, while it is short. */
  noDay: (typed: string) =>
    typed === "" || typed.length > 20
      ? "Écrivez une date, par exemple 12/11/2026."
      : `« ${typed} » n’est pas une date : écrivez par exemple 12/11/2026.`,
  backwards: (first: Temporal.PlainDate) =>
    `Ce jour vient avant le premier : écrivez le ${formatDayAndYear(first)} ou un jour qui suit.`,
  tooLong: (last: Temporal.PlainDate) =>
    `Deux mois au plus se lisent à la fois : écrivez un jour jusqu’au ${formatDayAndYear(last)}.`,
} as const;
