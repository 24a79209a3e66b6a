import { formatDayAndYear } from "#kernel";

/** Words of the copy of one's data. */
export const texts = {
  archive: "mes-donnees.zip",
  readme:
    "Copie de ce que l’espace citoyen garde de vous.\r\n\r\nLes fichiers .json se lisent avec un éditeur de texte, les fichiers .csv avec un tableur. Le dossier « documents » contient les fichiers que votre foyer a envoyés.\r\nDes autres adultes, seul le nom est écrit.\r\n",
  files: {
    readme: "lisez-moi.txt",
    self: "moi.json",
    households: "foyers.json",
    children: "enfants.json",
    persons: "personnes-autorisees.json",
    requests: "demarches.json",
    enrolments: "inscriptions.csv",
    bookings: "reservations.csv",
    invoices: "factures.csv",
    payments: "paiements.csv",
    income: "revenus-declares.csv",
  },
  columns: {
    enrolments: ["Enfant", "Service", "Du", "Au"],
    bookings: ["Jour", "Enfant", "Prestation", "Service", "Lieu"],
    invoices: ["Numéro", "Mois", "À régler avant le", "Montant en euros", "Payeur"],
    payments: ["Jour", "Montant en euros"],
    income: [
      "Reçu le",
      "Situation au",
      "Compte du",
      "Au",
      "Quotient familial",
      "Ressources du mois en euros",
      "Enfants à charge",
      "Régime",
    ],
  },
  mail: {
    subject: "La copie de vos données est prête",
    greeting: (name: string) => `Bonjour ${name},`,
    ready: (until: Temporal.PlainDate) =>
      `Vous pouvez la télécharger depuis votre espace jusqu’au ${formatDayAndYear(until)}. Ensuite, le fichier est effacé.`,
    link: "Télécharger mes données",
    signature: (authority: string, phone: string) =>
      phone === "" ? authority : `${authority}\nUne question ? Appelez le ${phone}.`,
  },
} as const;
