import { formatShortDate } from "#kernel";

/** Words of the page on which an agent says who pays. */
export const texts = {
  title: "Changer le payeur",
  lead: "Le nouveau payeur paie à partir de ce jour, et remplace ce qui était prévu ensuite. Les jours d’avant ne changent pas.",
  back: (label: string) => `Dossier ${label}`,
  enrolment: "Enfant et service",
  option: (child: string, activity: string, from: Temporal.PlainDate, to: Temporal.PlainDate) =>
    `${child} – ${activity} (${formatShortDate(from)} – ${formatShortDate(to)})`,
  payer: "Payeur",
  from: "À partir du",
  save: "Changer le payeur",
  none: "Aucune inscription en cours : il n’y a rien à payer.",
  notOfHousehold: "Choisissez un adulte de ce foyer.",
  unknown: "Choisissez une inscription de ce foyer.",
  outside: (from: Temporal.PlainDate, to: Temporal.PlainDate) =>
    `Choisissez un jour de l’inscription, entre le ${formatShortDate(from)} et le ${formatShortDate(to)}.`,
} as const;
