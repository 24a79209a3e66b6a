/** Words of the kitchen's counts. */
export const texts = {
  title: "Cuisine",
  lead: "Ce qui est réservé pour les deux semaines à venir. Les nombres changent jusqu’à la fin des délais.",
  site: "Lieu",
  allSites: "Tous les lieux",
  show: "Afficher",
  day: "Jour",
  expected: "Attendus",
  chart: (where: string) => `Attendus et places, ${where}`,
  everywhere: "tous les lieux",
  count: (count: number, places: number) => `${count} sur ${places}`,
  closed: (because: string) => `Fermé : ${because}`,
  bySite: "Par lieu et par jour",
  total: "Total",
  nothing: "Aucun jour d’accueil dans les deux semaines à venir.",
} as const;
