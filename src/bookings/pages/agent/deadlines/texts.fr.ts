import { countOf, formatDateRange, formatDayAndYear, quoted } from "#kernel";

interface Days {
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
}

const daysOf = ({ firstDay, lastDay }: Days) => formatDateRange(firstDay, lastDay);

/** Words of the pages on which an agent reads the deadlines of a month and moves a cut-off by hand. */
export const texts = {
  title: "Délais",
  daysOf,
  allUnits: (activity: string) => `${activity} : toutes les prestations`,
  unitOf: (activity: string, unit: string) => `${activity} : ${unit}`,
  month: {
    lead: "Jusqu’à quand les familles peuvent réserver et annuler, jour par jour, et pourquoi.",
    which: "Service",
    month: "Mois",
    show: "Afficher",
    table: (what: string, month: string) => `${what}, ${month}`,
    count: (open: number, closed: number) =>
      `${countOf(open, "séance ouverte", "séances ouvertes")}, ${countOf(closed, "séance fermée", "séances fermées")}.`,
    none: "Aucune séance ce mois-ci",
    noneMore: "Les jours d’ouverture viennent de la saison et du calendrier.",
    nothing: "Aucun service n’est à vous",
    day: "Jour",
    book: "Réserver jusqu’au",
    cancel: "Annuler jusqu’au",
    change: "Changer les heures jusqu’au",
    why: "Jours écartés et raisons",
    whyBook: (reasons: string) => `Réserver : ${reasons}.`,
    whyCancel: (reasons: string) => `Annuler : ${reasons}.`,
    whyBoth: (reasons: string) => `${reasons}.`,
    noWhy: "Aucun jour écarté.",
    sentence: "En une phrase",
    never: "Pas en ligne",
    likeCancel: "Comme annuler",
    csv: "Télécharger ce mois (CSV)",
    file: (what: string, month: string) => `Délais ${what} ${month}.csv`,
    move: "Déplacer un délai à la main",
    rules: "Réglages des délais",
  },
  moves: {
    title: "Délais déplacés",
    list: "Délais déplacés à venir",
    none: "Aucun délai déplacé à venir",
    noneMore: "Les délais suivent le réglage de chaque service.",
    days: "Séances",
    what: "Service",
    act: "Ce qui ferme",
    closes: "Nouveau délai",
    because: "Motif",
    by: "Déplacé par",
    lift: "Rétablir",
    liftWhat: (what: string, days: Days) => `${what}, ${daysOf(days)}`,
  },
  acts: {
    tout: "Réserver et annuler",
    reserver: "Réserver",
    annuler: "Annuler et changer les heures",
  },
  form: {
    title: "Déplacer un délai",
    which: "Service",
    choose: "Choisir un service",
    act: "Ce qui ferme",
    firstDay: "Première séance",
    lastDay: "Dernière séance",
    lastDayHint: "Rien à écrire pour un seul jour.",
    closesDay: "Dernier jour pour agir",
    closesTime: "Heure",
    closesTimeHint: "Par exemple 10:00.",
    because: "Motif",
    becauseHint: "Par exemple « le traiteur est fermé le jeudi de l’Ascension ». Les familles le lisent.",
    submit: "Voir ce qui va changer",
  },
  toCorrect: {
    noTarget: "Choisissez le service dont le délai change.",
    noAct: "Choisissez ce qui ferme : réserver, annuler, ou les deux.",
    noDay: "Écrivez le jour de la première séance.",
    noClosesDay: "Écrivez le dernier jour pour agir.",
    noTime: "Écrivez une heure, par exemple 10:00.",
    noBecause: "Écrivez un motif : les familles le liront.",
    past: (today: Temporal.PlainDate) =>
      `Les séances passées gardent leur délai : choisissez un jour à partir d’aujourd’hui, ${formatDayAndYear(today)}.`,
    backwards: "La dernière séance vient avant la première : écrivez un jour qui suit, ou rien.",
    tooLong: (most: number) => `Écrivez ${most} jours au plus : au-delà, changez le réglage du délai.`,
    cutOffPast:
      "Ce jour est passé : pour fermer tout de suite, écrivez la date d’aujourd’hui et l’heure qu’il est.",
    afterTheDays: "Ce délai vient après la dernière séance : écrivez un jour avant elle, ou le sien.",
    noSlot:
      "Aucune séance ouverte n’est à venir ces jours-là : rien ne changerait. Choisissez des jours où le service ouvre.",
    nothingChanges:
      "Les séances de ces jours ont déjà ce délai : rien ne changerait. Écrivez un autre jour ou une autre heure.",
    alreadyMoved: "Ce délai est déjà déplacé ainsi. Rétablissez-le pour changer le motif.",
  },
  check: {
    title: (what: string, days: Days) => `Déplacer le délai ${daysOf(days)} : ${what}`,
    lead: "Rien n’est encore fait.",
    what: "Ce qui va se passer",
    slots: (count: number) => `${countOf(count, "séance change", "séances changent")} de délai.`,
    atOnce: (count: number) =>
      `Sur ${countOf(count, "séance")}, ce que les familles pouvaient encore faire ferme dès l’enregistrement.`,
    reason: (because: string) => `Les familles liront : « ce délai a été déplacé (${because}) ».`,
    letters: (families: number) =>
      families === 0
        ? "Aucune réservation ne change et aucun e-mail ne part : le nouveau délai se lit au planning."
        : `Aucune réservation ne change. Le délai avance : ${countOf(families, "famille dont un enfant est inscrit reçoit", "familles dont un enfant est inscrit reçoivent")} un e-mail.`,
    table: "Séances dont le délai change",
    day: "Jour",
    unit: "Prestation",
    booked: "Réservés",
    before: "Aujourd’hui",
    after: "Ensuite",
    more: (count: number) => `Et ${countOf(count, "autre séance", "autres séances")}.`,
    submit: "Déplacer le délai",
    change: "Changer le service, les jours, le délai ou le motif",
  },
  done: {
    moved: (what: string, days: Days) => `C’est déplacé : ${what}, ${daysOf(days)}`,
    until: (act: string, closes: string) => `${act} : jusqu’au ${closes}.`,
    by: (name: string, because: string) => `Déplacé par ${name} : ${quoted(because)}.`,
    lifted: (what: string, days: Days) => `C’est rétabli : ${what}, ${daysOf(days)}`,
    liftedMore: "Les séances qui n’ont pas commencé suivent de nouveau le réglage du service.",
  },
  lift: {
    title: (what: string, days: Days) => `Rétablir le délai ${daysOf(days)} : ${what}`,
    slots:
      "Les séances qui n’ont pas commencé reprennent le délai de leur réglage. Aucune réservation ne change. " +
      "Si le délai devient plus tôt, les familles dont un enfant est inscrit reçoivent un e-mail.",
    submit: "Rétablir le délai",
  },
  back: "Revenir aux délais",
  backToMoves: "Revenir aux délais déplacés",
} as const;
