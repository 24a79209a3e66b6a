import { countOf } from "#kernel";

/** Words of the day of a site. */
export const texts = {
  title: "Liste du jour",
  back: "Ma journée",
  days: "Jours d’accueil",
  chooseDay: "Aller à un autre jour",
  site: "Lieu",
  go: "Afficher",
  csv: "Télécharger la liste (CSV)",
  print: "Cette page s’imprime sur une feuille A4, sans les menus.",
  present: (count: number) => countOf(count, "enfant attendu", "enfants attendus"),
  ofPlaces: (count: number, places: number) => `${count} sur ${places} places`,
  countsCaption: "Par classe",
  className: "Classe",
  number: "Enfants",
  total: "Total",
  child: "Enfant",
  tick: "Présent",
  phone: "Téléphone",
  allergies: "Allergies",
  forbidden: (names: string) => `Ne pas remettre à ${names}`,
  noClass: "Sans classe connue",
  nobody: "Personne n’est attendu ce jour-là.",
  noSlot: "Pas d’accueil ce jour-là.",
  csvColumns: {
    unit: "Prestation",
    className: "Classe",
    lastName: "Nom",
    firstName: "Prénom",
    phone: "Téléphone",
  },
} as const;
