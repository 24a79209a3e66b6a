/** Words of the planning. */
export const texts = {
  title: (month: string) => `Planning de ${month}`,
  titleVowel: (month: string) => `Planning d’${month}`,
  lead: "Cochez ce que vous réservez, décochez ce que vous annulez. Rien n’est enregistré avant le bouton du bas.",
  week: (first: string, last: string) => `Semaine du ${first} au ${last}`,
  weekOver: (week: string) => `${week} (passée)`,
  weekend: "Week-end",
  today: "Aujourd’hui",
  nothingOffered: "Pas d’accueil",
  words: { added: "À réserver", removed: "À annuler" },
  bar: (noun: { one: string; several: string; added: string; removed: string }) => ({
    none: "Aucun changement",
    addedOne: `{n} ${noun.one} ${noun.added}`,
    added: `{n} ${noun.several} ${noun.added}s`,
    removedOne: `{n} ${noun.one} ${noun.removed}`,
    removed: `{n} ${noun.several} ${noun.removed}s`,
  }),
  barWithout: "Vous verrez vos changements avant de les enregistrer.",
  save: "Enregistrer",
  nothingChanged: {
    title: "Rien n’a changé.",
    sentence: "Aucune case n’était différente de ce que montrait la page.",
  },
  nothingThisMonth: "Rien à réserver ce mois-ci",
  notEnrolled: {
    title: "Aucune inscription pour le moment",
    sentence: "Dès qu’un enfant est inscrit à une activité, ses jours apparaissent ici.",
  },
  contact: (phone: string) => `Une question ? Appelez le ${phone}.`,
} as const;
