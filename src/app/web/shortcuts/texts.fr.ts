/** Words of the list of shortcuts. */
export const texts = {
  title: "Raccourcis clavier",
  lead: "Sur les pages des agents, hors des champs à remplir.",
  caption: "Touches et ce qu’elles font",
  keys: "Touches",
  act: "Effet",
  after: "puis",
  list: "Montrer cette liste",
  search: "Chercher une famille",
  nextLine: "Demande suivante de la liste des démarches",
  previousLine: "Demande précédente",
  tickLine: "Choisir cette demande",
  go: (label: string) => `Aller à « ${label} »`,
  switchOff: "Éteindre les raccourcis",
  switchOn: "Allumer les raccourcis",
  close: "Fermer la liste",
} as const;
