import { countOf, formatDayAndYear } from "#kernel";

/** Words that the pages of dated rules share: the basket and the waiting list, the conditions of enrolment. */
export const texts = {
  back: "Revenir à l’offre",
  list: {
    count: (activities: number, planned: number) =>
      `${countOf(activities, "service")}, ${
        planned === 0 ? "aucun changement prévu" : countOf(planned, "changement prévu", "changements prévus")
      }.`,
    filter: "Service",
    everything: "Tous les services",
    show: "Afficher",
    activity: "Service",
    since: "À partir du",
    always: "depuis toujours",
    state: "État",
    inForce: "En vigueur",
    toCome: "À venir",
    change: "Changer",
    csv: "Télécharger cette liste (CSV)",
    none: "Aucun service n’est à vous",
  },
  form: {
    from: "À partir du",
    submit: "Voir ce qui va changer",
  },
  toCorrect: {
    past: (today: Temporal.PlainDate) =>
      `Ce qui est passé ne change plus : choisissez un jour à partir d’aujourd’hui, ${formatDayAndYear(today)}.`,
    tooFar: (years: number) => `Choisissez un jour des ${years} années à venir.`,
    unreadable: "Ces réglages ne se lisent pas : regardez les champs.",
  },
  check: {
    title: (activity: string) => `Ce qui va changer : ${activity}`,
    lead: "Rien n’est encore fait.",
    nothing: "Tout est déjà ainsi : rien ne changerait.",
    from: (day: Temporal.PlainDate) => `À partir du ${formatDayAndYear(day)}`,
    submit: "Enregistrer",
    change: "Changer quelque chose",
  },
  done: {
    title: (activity: string) => `C’est enregistré : ${activity}`,
  },
} as const;
