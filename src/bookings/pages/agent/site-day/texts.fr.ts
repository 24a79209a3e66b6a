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
  present: (count: number, forAdults: boolean) =>
    forAdults
      ? countOf(count, "personne attendue", "personnes attendues")
      : countOf(count, "enfant attendu", "enfants attendus"),
  absent: (count: number) => countOf(count, "absence annoncée", "absences annoncées"),
  sick: (moment: string) => `Malade, prévenu ${moment}`,
  notComing: (moment: string) => `Absent, prévenu ${moment}`,
  ofPlaces: (taken: string) => `Places : ${taken}`,
  countsCaption: "Par classe",
  className: "Classe",
  number: (forAdults: boolean) => (forAdults ? "Personnes" : "Enfants"),
  total: "Total",
  child: (forAdults: boolean) => (forAdults ? "Personne" : "Enfant"),
  hours: "Horaires",
  movedFrom: (site: string) => `Déplacé depuis ${site}`,
  tick: "Présent",
  phone: "Téléphone",
  allergies: "Allergies",
  forbidden: (names: string) => `Ne pas remettre à ${names}`,
  noClass: "Sans classe connue",
  /** Where adults come too and nobody is in a class. */
  everybody: "Personnes attendues",
  nobody: "Personne n’est attendu ce jour-là.",
  noSlot: "Pas d’accueil ce jour-là.",
  csvColumns: {
    unit: "Prestation",
    className: "Classe",
    lastName: "Nom",
    firstName: "Prénom",
    absence: "Absence annoncée",
    phone: "Téléphone",
    school: "École",
    hours: "Horaires",
    movedFrom: "Déplacé depuis",
  },
} as const;
