import { agree, formatDayAndYear, type Cents, formatBirthDate, formatCents } from "#kernel";

/** Words of the attendance certificate, the same on the page and on paper. */
export const texts = {
  title: (year: number) => `Attestation de présence ${year}`,
  lead: "Par enfant et par mois : les jours de présence dans les services de garde, et ce que les factures contiennent pour ces services.",
  child: (name: string, birthDate: Temporal.PlainDate | null) =>
    birthDate === null ? name : `${name}, date de naissance : ${formatBirthDate(birthDate)}`,
  span: (year: number, today: Temporal.PlainDate) =>
    today.year > year
      ? `Du 1er janvier au 31 décembre ${year}.`
      : `Du 1er janvier ${year} au ${formatDayAndYear(today)} : l’année n’est pas finie.`,
  made: (day: Temporal.PlainDate) => `Établie le ${formatDayAndYear(day)}.`,
  columns: { month: "Mois", activity: "Service", days: "Jours de présence", amount: "Facturé" },
  amount: (amount: Cents | null) => (amount === null ? "pas encore facturé" : formatCents(amount)),
  total: "Total de l’année",
  summary: (days: number, amount: Cents) =>
    `${days.toLocaleString("fr-FR")} ${agree(days, "jour")} de présence, ${formatCents(amount)} facturés.`,
  none: "Aucune garde cette année-là",
  noneMore:
    "Un mois paraît ici quand des présences ont été notées dans un service de garde, ou qu’il a été facturé.",
  notes: [
    "Les jours sont ceux où la présence a été notée sur place. Un service est de la garde quand la collectivité l’a dit ; sinon, tout service qui fait plus que servir un repas.",
    "Compté dans « Facturé » : tout ce que les factures émises contiennent pour ces services, corrections comprises, donc aussi les absences facturées, les suppléments, les pénalités et le repas compris dans une journée. Les repas de la cantine et les frais de dossier n’y sont pas.",
    "Ce n’est pas l’attestation fiscale : pour les impôts, il faut ce qui a été payé, et pour la garde seulement.",
  ],
  download: "Télécharger en PDF",
  years: "Années",
  backToPresences: "Présences",
  file: (year: number, name: string) =>
    `attestation-presence-${year}-${name
      .normalize("NFD")
      .replaceAll(/[^A-Za-z0-9]+/g, "-")
      .toLowerCase()}.pdf`,
};
