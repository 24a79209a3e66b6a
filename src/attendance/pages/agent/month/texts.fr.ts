import { countOf } from "#kernel";

/** Words of the month to note. */
export const texts = {
  title: "Pointage",
  heading: (month: string) => `Jours à pointer – ${month}`,
  site: "Lieu",
  everySite: "Tous vos lieux",
  month: "Mois",
  show: "Afficher",
  today: "Pointer aujourd’hui",
  toNote: (days: number) =>
    days === 0
      ? "Tout est pointé jusqu’à aujourd’hui."
      : `${countOf(days, "jour reste", "jours restent")} à pointer entièrement.`,
  legend: "Chaque jour où quelqu’un est attendu : combien sont pointés, sur combien.",
  rounding: "Décompte des heures de présence",
  nothing: "Personne n’est attendu ce mois-ci",
  nothingMore: "Choisissez un autre mois ou un autre lieu.",
  state: {
    complete: "tout est pointé",
    part: "en partie",
    none: "rien n’est pointé",
    nobody: "personne",
    future: "à venir",
  },
  counts: (noted: number, expected: number) => `${noted}/${expected}`,
  left: (count: number) => countOf(count, "jour à pointer", "jours à pointer"),
  allDone: "tout est pointé",
} as const;
