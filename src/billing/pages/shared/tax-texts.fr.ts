import { formatBirthDate, formatCents, formatDayAndYear, type Cents } from "#kernel";

/** Words of the tax certificate, the same on the page and on paper. */
export const texts = {
  title: (year: number) => `Attestation fiscale ${year}`,
  lead: (year: number) =>
    `Ce que vous avez payé en ${year} pour la garde d’enfants de moins de six ans, à reporter dans votre déclaration de revenus.`,
  leadOf: (year: number) =>
    `Ce que chaque payeur a payé en ${year} pour la garde d’enfants de moins de six ans.`,
  of: (payer: string) => `Payé par ${payer}`,
  running: (today: Temporal.PlainDate) =>
    `Au ${formatDayAndYear(today)} : l’année n’est pas finie, ces montants peuvent changer.`,
  made: (day: Temporal.PlainDate) => `Établie le ${formatDayAndYear(day)}.`,
  span: (year: number) => `Période : du 1er janvier au 31 décembre ${year}.`,
  child: (name: string, birthDate: Temporal.PlainDate | null) =>
    birthDate === null ? name : `${name}, date de naissance : ${formatBirthDate(birthDate)}`,
  columns: { child: "Enfant", service: "Service", site: "Lieu", paid: "Payé", cesu: "Dont CESU" },
  total: "Total à déclarer",
  none: "Rien à attester pour cette année-là",
  noneMore:
    "Une attestation paraît ici quand un paiement de l’année a réglé la garde d’un enfant : une facture payée, et non seulement émise.",
  old: (year: number) => `avait six ans au 1er janvier ${year} : rien à déclarer.`,
  unknown: "sa date de naissance n’est pas connue, appelez l’accueil pour la faire noter.",
  beyond: (amount: Cents) =>
    `${formatCents(amount)} de plus ont été rendus que payés dans l’année : ils concernent une année déjà attestée. Corrigez sa déclaration.`,
  waiting: (amount: Cents) =>
    `${formatCents(amount)} payés dans l’année n’ont encore réglé aucune facture : ils compteront dans cette année quand ils paieront une garde.`,
  what: "Ce qui est compté, et ce qui ne l’est pas",
  notes: [
    "Compté : ce qui a été payé du 1er janvier au 31 décembre, au jour du paiement. Un paiement de décembre enregistré en janvier compte en décembre ; une facture de décembre payée en janvier compte en janvier.",
    "Seulement la garde, dans les services que la collectivité a désignés (sans réglage, ni un cours ou un séjour, ni ce qui est pour les adultes) : ni la cantine, ni les absences facturées, ni les majorations, les suppléments ou les frais de dossier. Le repas compris dans le prix d’une journée est retiré quand la collectivité en a fixé la valeur.",
    "Un paiement qui ne couvre qu’une part d’une facture paie chaque ligne en proportion ; un CESU paie d’abord la garde, et ce qui est payé autrement sur la même facture, d’abord le reste. Ce qui a été rendu ou rejeté est retiré de l’année où l’argent est reparti.",
    "Non compté : ce qui reste à payer, ce qui a été remis, ce que réclame le Trésor public.",
    "La part payée par CESU est dite à part : celle que votre employeur a financée se retire de ce que vous déclarez. (Code général des impôts, article 200 quater B.)",
  ],
  download: "Télécharger en PDF",
  years: "Années",
  back: "Factures",
  file: (year: number, name: string) =>
    `attestation-fiscale-${year}-${name
      .normalize("NFD")
      .replaceAll(/\p{M}/gu, "")
      .replaceAll(/[^A-Za-z0-9]+/g, "-")
      .toLowerCase()}.pdf`,
};
