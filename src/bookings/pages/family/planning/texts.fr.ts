/** Words of the planning. */
export const texts = {
  title: (month: string) => `Planning de ${month}`,
  titleVowel: (month: string) => `Planning d’${month}`,
  titleWeek: (week: string) => `Planning de la ${week.charAt(0).toLowerCase()}${week.slice(1)}`,
  documentTitle: (span: string) => `${span} – planning`,
  weeks: "Semaines",
  weekNumber: (number: number) => `Semaine ${number}`,
  seeBy: { month: "Voir tout le mois", week: "Voir une semaine à la fois" },
  contract: "Lire le contrat d’accueil",
  lead: "Cochez ce que vous réservez, décochez ce que vous annulez. Rien n’est enregistré avant le bouton du bas.",
  week: (first: string, last: string) => `Semaine du ${first} au ${last}`,
  weekOver: (week: string) => `${week} (passée)`,
  weekend: "Week-end",
  today: "Aujourd’hui",
  saidAbsent: "Absence annoncée",
  nothingOffered: "Pas d’accueil",
  words: { added: "À réserver", removed: "À annuler" },
  next: { wait: "À mettre sur la liste", leave: "À retirer de la liste", accept: "À prendre" },
  withPackage: { week: "avec toute la semaine", season: "avec toutes les dates" },
  classDay: (days: string, firstName: string, className: string, message: string) =>
    `${days}, ${firstName} (${className}) : ${message}`,
  classDayMeans: {
    away: "La classe n’est pas là : ce qui était réservé est annulé. Les jours « Classe absente » ne se réservent pas.",
    teacher_absent: "L’enfant peut venir. Vous pouvez annuler jusqu’au début, même après le délai.",
  },
  hours: {
    title: (lines: readonly { times: readonly unknown[]; companions: unknown }[]) => {
      const hours = lines.some(({ times }) => times.length > 0)
        ? "Heures d’arrivée et de départ des jours que vous cochez"
        : "";
      const along = lines.some(({ companions }) => companions !== null)
        ? "Enfants qui viennent avec vous"
        : "";
      return [hours, along].filter((words) => words !== "").join(" – ");
    },
    hint: "Vous pourrez encore changer les heures, jour par jour, avant d’enregistrer. Les jours déjà réservés gardent les leurs.",
    companions: "Vient avec (enfants)",
    nobody: "Aucun enfant",
    line: (firstName: string, unit: string) =>
      `${firstName}, ${unit.charAt(0).toLowerCase()}${unit.slice(1)}`,
    arrival: "Arrivée",
    departure: "Départ",
    change: "Changer un jour réservé",
  },
  prices: {
    free: "gratuit",
    between: (least: string, most: string) => `de ${least} à ${most}`,
    every: { slot: "", week: " la semaine", month: " par mois", season: " la saison" },
    title: "Ce que ça coûte",
    line: (firstName: string, unit: string, price: string) =>
      `${firstName}, ${unit.charAt(0).toLocaleLowerCase("fr-FR")}${unit.slice(1)} : ${price}`,
    why: "Combien ça coûte pour moi ?",
  },
  bar: (noun: { one: string; several: string; added: string; removed: string }) => ({
    none: "Aucun changement",
    addedOne: `{n} ${noun.one} ${noun.added}`,
    added: `{n} ${noun.several} ${noun.added}s`,
    removedOne: `{n} ${noun.one} ${noun.removed}`,
    removed: `{n} ${noun.several} ${noun.removed}s`,
    askedOne: "{n} demande sur liste d’attente",
    asked: "{n} demandes sur liste d’attente",
    leftOne: "{n} demande retirée",
    left: "{n} demandes retirées",
    cost: "environ {euros}",
    costUnknown: "coût à établir",
  }),
  barWithout: "Vous verrez vos changements, avec leurs heures, avant de les enregistrer.",
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
