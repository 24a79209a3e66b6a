import { formatDayAndYear, formatShortDate } from "#kernel";

/** Words of the page on which an agent notes what was agreed with a family, where a price hangs on it. */
export const texts = {
  title: "Repas apporté et catégorie",
  lead: "Notez ce qui est convenu avec la famille, quand le tarif en dépend. Cela vaut à partir du jour choisi, pour les estimations et les factures ; un mois déjà facturé sera corrigé au calcul suivant.",
  back: (label: string) => `Dossier ${label}`,
  enrolment: "Enfant et service",
  option: (child: string, activity: string, from: Temporal.PlainDate, to: Temporal.PlainDate) =>
    `${child} – ${activity} (${formatShortDate(from)} – ${formatShortDate(to)})`,
  ownMeal: "L’enfant apporte son repas, sous un PAI",
  category: "Catégorie",
  categoryHint: "Telle que le tarif la nomme. Laissez vide s’il n’y en a pas.",
  from: "À partir du",
  save: "Enregistrer",
  none: "Aucune inscription en cours : il n’y a rien à noter.",
  noted: "Ce qui est noté",
  line: (child: string, activity: string, from: Temporal.PlainDate, what: string, by: string) =>
    `${child}, ${activity}, à partir du ${formatDayAndYear(from)} : ${what} (${by}).`,
  what: (ownMeal: boolean, category: string | null) =>
    `${ownMeal ? "repas apporté" : "repas du service"}${category === null ? "" : `, catégorie « ${category} »`}`,
  saved: { title: "C’est noté.", sentence: "Les prix de ces jours en tiennent compte." },
  unknown: "Choisissez une inscription de ce foyer.",
  outside: (from: Temporal.PlainDate, to: Temporal.PlainDate) =>
    `Choisissez un jour de l’inscription, entre le ${formatShortDate(from)} et le ${formatShortDate(to)}.`,
} as const;
