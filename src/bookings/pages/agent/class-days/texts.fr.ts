import { agree, countOf, formatDateRange, formatDayAndYear } from "#kernel";

interface Days {
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
}

const daysOf = ({ firstDay, lastDay }: Days) => formatDateRange(firstDay, lastDay);

/** Words of the page on which an agent says once that a class is away, or its teacher absent. */
export const texts = {
  title: "Classes absentes",
  lead: "Une sortie, un enseignant absent : dit une fois pour toute la classe, les familles sont prévenues.",
  daysOf,
  classOf: ({ schoolName, className }: { schoolName: string; className: string }) =>
    `${className} – ${schoolName}`,
  kinds: { away: "La classe est absente", teacher_absent: "L’enseignant est absent" },
  kindHints: {
    away: "Sortie, classe verte : les places de ses enfants sont annulées, même après le délai, et ne se réservent plus.",
    teacher_absent:
      "Les enfants peuvent venir ; les familles peuvent annuler jusqu’au début de chaque séance.",
  },
  list: {
    title: "Ce qui est dit pour les jours à venir",
    none: "Rien n’est dit pour les jours à venir",
    days: "Jours",
    class: "Classe",
    kind: "Quoi",
    message: "Message aux familles",
    by: "Dit par",
    now: "Aujourd’hui",
    withdrawn: (by: string, because: string) => `Retiré par ${by} : ${because}`,
    withdraw: "Retirer",
    withdrawOf: (name: string, days: Days) => `${name}, ${daysOf(days)}`,
    others: "Parle d’autres lieux que les vôtres",
  },
  noClass: "Aucune classe n’est connue cette année scolaire",
  noClassMore:
    "Les classes viennent du fichier de l’école (Onde) : importez-le, ou demandez-le à l’administratrice.",
  form: {
    title: "Dire quelque chose d’une classe",
    class: "Classe",
    choose: "Choisir une classe",
    option: (name: string, children: number) => `${name} (${countOf(children, "enfant")})`,
    kind: "Quoi",
    firstDay: "Premier jour",
    lastDay: "Dernier jour",
    lastDayHint: "Rien à écrire pour un seul jour.",
    message: "Message aux familles",
    messageHint:
      "Par exemple « Sortie au parc du Marquenterre ». Il se lit dans l’e-mail et sur le planning.",
    submit: "Voir ce qui va changer",
  },
  toCorrect: {
    noClass: "Choisissez une classe.",
    noKind: "Choisissez ce qui se passe.",
    noDay: "Écrivez le premier jour.",
    noMessage: "Écrivez un message : les familles le liront.",
    noActivity: "Cochez au moins un service, ou revenez en arrière.",
    past: (today: Temporal.PlainDate) =>
      `Les jours passés ne changent plus : choisissez un jour à partir d’aujourd’hui, ${formatDayAndYear(today)}.`,
    backwards: "Le dernier jour vient avant le premier : écrivez un jour qui suit, ou rien.",
    tooLong: (most: number) => `Écrivez ${most} jours au plus.`,
    twoYears: "Ces jours sont de deux années scolaires : dites-le une fois pour chacune.",
    unknownClass:
      "Cette classe n’existe pas cette année-là, ou aucun de ses enfants n’est inscrit sur vos lieux.",
    nothingOpen:
      "Sur vos lieux, aucune séance n’est ouverte ces jours-là pour les enfants de cette classe : il n’y a rien à annuler. Choisissez des jours où ils sont accueillis.",
    alreadySaid: (by: string, message: string) => `C’est déjà dit par ${by} : « ${message} »`,
  },
  check: {
    title: (name: string, days: Days) => `${name}, ${daysOf(days)}`,
    lead: "Rien n’est encore fait.",
    what: "Ce qui va se passer",
    children: (count: number) => `La classe compte ${countOf(count, "enfant")}.`,
    nobody: "Aucun n’a de place ces jours-là : rien n’est annulé, personne n’est prévenu.",
    away: (bookings: number, participants: number, households: number) =>
      `${countOf(bookings, "réservation")} de ${countOf(participants, "enfant")}, dans ${countOf(households, "famille")}, ${agree(bookings, "peut être annulée", "peuvent être annulées")}.`,
    mayCancel: (bookings: number, participants: number) =>
      `${countOf(bookings, "réservation")} de ${countOf(participants, "enfant")} ${agree(bookings, "reste", "restent")} ; les familles peuvent annuler jusqu’au début de chaque séance.`,
    told: (households: number) =>
      `Les adultes de ${countOf(households, "famille")} reçoivent un e-mail avec votre message.`,
    elsewhere: (count: number) =>
      `${countOf(count, "réservation")} sur d’autres lieux que les vôtres ne ${agree(count, "change", "changent")} pas.`,
    shut: "Dans les services cochés, rien ne se réserve ces jours-là pour ces enfants ; un agent le peut encore, avec un motif.",
    waiting: (count: number) =>
      `${countOf(count, "demande")} sur liste d’attente ${agree(count, "est retirée", "sont retirées")}.`,
    activities: "Services que la classe manque",
    activitiesHint:
      "Décochez ceux où les enfants viendront quand même : l’accueil du soir au retour d’une sortie.",
    activity: (name: string, site: string, bookings: number) =>
      `${name}, ${site} : ${countOf(bookings, "réservation")}`,
    submit: { away: "Dire la classe absente et prévenir", teacher_absent: "Le dire et prévenir" },
    change: "Changer la classe, les jours ou le message",
  },
  done: {
    title: (name: string, days: Days) => `C’est dit : ${name}, ${daysOf(days)}`,
    by: (name: string, message: string) => `Par ${name} : « ${message} »`,
    nobody: "Aucune place n’était à annuler.",
    cancelled: (bookings: number, households: number) =>
      `${countOf(bookings, "réservation annulée", "réservations annulées")}, dans ${countOf(households, "famille")}.`,
    mayCancel: (bookings: number, households: number) =>
      `${countOf(bookings, "réservation")} de ${countOf(households, "famille")} ${agree(bookings, "reste", "restent")} ; ${agree(bookings, "elle peut", "elles peuvent")} s’annuler jusqu’au début de la séance.`,
    kept: (count: number) =>
      `${countOf(count, "réservation n’a pas pu être annulée", "réservations n’ont pas pu être annulées")} : voyez ces familles depuis leur dossier.`,
    told: (families: number) => `${countOf(families, "famille prévenue", "familles prévenues")} par e-mail.`,
  },
  withdraw: {
    title: (name: string, days: Days) => `Retirer : ${name}, ${daysOf(days)}`,
    lead: "Rien n’est encore fait.",
    said: (by: string, message: string) => `Dit par ${by} : « ${message} »`,
    what: "Ce qui va se passer",
    restored: (bookings: number, households: number) =>
      `${countOf(bookings, "réservation annulée est refaite", "réservations annulées sont refaites")} pour ${countOf(households, "famille")}, là où il reste de la place.`,
    giveBack: "Les familles peuvent encore annuler jusqu’au début de chaque séance, même après le délai.",
    nothing: "Aucune réservation n’est à refaire.",
    bookable: "Ces jours se réservent de nouveau, dans les délais habituels.",
    deadlines: "Les délais habituels d’annulation valent de nouveau ; ce qui a été annulé le reste.",
    told: "Les familles concernées reçoivent un e-mail avec votre message.",
    because: "Message aux familles",
    becauseHint: "Par exemple « La sortie est reportée au 14 décembre ».",
    missing: "Écrivez un message : les familles le liront.",
    submit: "Retirer et prévenir",
    over: {
      title: "Ces jours sont passés",
      sentence: "Ce qui a été dit pour des jours passés ne se retire plus.",
    },
    done: (name: string, days: Days) => `C’est retiré : ${name}, ${daysOf(days)}`,
    doneRestored: (bookings: number) => countOf(bookings, "réservation refaite.", "réservations refaites."),
    doneNot: (bookings: number) =>
      `${countOf(bookings, "réservation n’a pas pu être refaite", "réservations n’ont pas pu être refaites")} : le message aux familles dit pourquoi.`,
  },
  onList: {
    title: (className: string, kind: "away" | "teacher_absent") =>
      kind === "away" ? `Classe ${className} absente` : `Classe ${className} : enseignant absent`,
    expected: (count: number) => `(${countOf(count, "enfant")} de cette classe sur la liste)`,
  },
  back: "Revenir aux classes",
} as const;
