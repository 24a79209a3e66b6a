/** Words of the tools above the planning. */
export const texts = {
  heading: "Répéter, copier ou annuler plusieurs jours",
  children: "Pour qui ?",
  week: "Quelle semaine ?",
  see: "Voir les changements",
  repeat: {
    summary: "Répéter une semaine",
    until: "Jusqu’à quand ?",
    holidays: "Jusqu’aux prochaines vacances",
    end: "Jusqu’à la fin de l’année scolaire",
    rhythm: "À quel rythme ?",
    every: "Toutes les semaines",
    everyOther: "Une semaine sur deux",
    alsoCancel: "Annuler aussi les autres jours de ces semaines",
  },
  copy: {
    summary: "Copier la semaine d’un enfant",
    from: "La semaine de",
    to: "devient celle de",
  },
  clear: {
    summary: "Annuler une période",
    from: "Du",
    until: "Au",
  },
  weekFrom: (monday: string) => `Semaine du ${monday}`,
  asked: {
    repeat: (monday: string, until: string) => `Semaine du ${monday}, répétée jusqu’au ${until}.`,
    copy: (monday: string) => `Semaine du ${monday}.`,
    clear: (range: string) => `Tout annuler ${range}.`,
  },
  chooseSomeone: "Choisissez au moins une personne.",
  chooseAnother: "Choisissez deux personnes différentes.",
  backwards: "La date de fin vient avant la date de début.",
  tooLong: "Choisissez une période d’un an au plus.",
  titleToCorrect: "Il manque quelque chose",
} as const;
