/** Words of the list of all care contracts. */
export const texts = {
  title: "Contrats d’accueil",
  lead: "Les contrats signés sur vos lieux. Un contrat se signe, se change et s’arrête depuis le dossier de la famille.",
  site: "Lieu",
  everySite: "Tous les lieux",
  day: "En vigueur le",
  dayHint: "Rien à écrire pour les voir tous, passés et à venir.",
  show: "Afficher",
  none: "Aucun contrat d’accueil",
  noneMore: "Choisissez un autre jour ou un autre lieu.",
  child: "Enfant",
  lastName: "Nom",
  firstName: "Prénom",
  care: "Accueil",
  careOf: ({ unitName, activityName }: { unitName: string; activityName: string }) =>
    `${unitName}, ${activityName}`,
  activity: "Service",
  unit: "Prestation",
  dates: "Dates",
  from: "Du",
  until: "Au",
  hours: "Heures par semaine",
  state: "État",
  csv: "Télécharger pour un tableur (CSV)",
  csvName: (day: Temporal.PlainDate | null) =>
    day === null ? "contrats d’accueil.csv" : `contrats d’accueil le ${day.toString()}.csv`,
  print: "Cette liste s’imprime.",
  cut: (shown: number, all: number) =>
    `Les ${shown} premières lignes sur ${all} : le fichier pour tableur les a toutes.`,
} as const;
