/** Words of the tools above the planning. */
export const texts = {
  heading: "Répéter, copier, refaire comme l’an dernier",
  sick: "Malade aujourd’hui ?",
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
    even: "Les semaines paires",
    odd: "Les semaines impaires",
    date: "Jusqu’à la date ci-dessous",
    day: "Dernier jour",
    alsoCancel: "Annuler aussi les autres jours de ces semaines",
  },
  copy: {
    summary: "Copier la semaine d’un enfant",
    from: "La semaine de",
    to: "devient celle de",
  },
  lastYear: {
    summary: "Comme l’an dernier",
    explain:
      "Nous regardons ce que vous réserviez à la même période, jour par jour, et vous proposons la même chose.",
    closed: "Rien ne se réserve cette année sur ces jours-là.",
    nothing: "L’an dernier, rien n’était réservé à cette période.",
    irregular:
      "L’an dernier, aucun jour de la semaine n’était réservé plus d’une fois sur deux à cette période. Essayez avec des dates plus rapprochées.",
    onlyThen: (range: string) =>
      `L’an dernier, vous réserviez ${range} : les autres semaines restent comme elles sont.`,
  },
  clear: {
    summary: "Absent quelques jours : tout annuler",
    see: "Voir ce qui sera annulé",
    tooLate: "Malade aujourd’hui, ou le délai est passé ?",
    sayAbsent: "Prévenir d’une absence",
  },
  from: "Du",
  until: "Au",
  weekFrom: (monday: string) => `Semaine du ${monday}`,
  asked: {
    repeat: (monday: string, until: string, rhythm: "every" | "every-other" | "even" | "odd") => {
      const which = {
        every: "",
        "every-other": " une semaine sur deux",
        even: " les semaines paires",
        odd: " les semaines impaires",
      };
      return `Semaine du ${monday}, répétée${which[rhythm]} jusqu’au ${until}.`;
    },
    lastYear: (range: string, before: string) => `${range}, comme l’an dernier ${before}.`,
    copy: (monday: string) => `Semaine du ${monday}.`,
    clear: (range: string) => `Tout annuler ${range}.`,
  },
  chooseSomeone: "Choisissez au moins une personne.",
  chooseAnother: "Choisissez deux personnes différentes.",
  backwards: "La date de fin vient avant la date de début.",
  whichDay: "Choisissez le dernier jour de la répétition.",
  dayBefore: "Le dernier jour vient avant la semaine à répéter.",
  tooLong: "Choisissez une période d’un an au plus.",
  chooseWeek: "Choisissez une semaine.",
  chooseFirst: "Choisissez le premier jour.",
  chooseLast: "Choisissez le dernier jour.",
  chooseUntil: "Choisissez jusqu’à quand répéter.",
  chooseRhythm: "Choisissez un rythme.",
  chooseFrom: "Choisissez la personne dont la semaine est copiée.",
} as const;
