import { agree, countOf, formatDateRange, formatDayAndYear } from "#kernel";

/** The days of a closure: « le mardi 24 novembre », « du lundi 4 au jeudi 7 mai ». */
interface Days {
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
}

/** Whom a closing concerns. */
interface Concerned {
  bookings: number;
  participants: number;
  households: number;
}

const daysOf = ({ firstDay, lastDay }: Days) => formatDateRange(firstDay, lastDay);

/** Words of the pages on which an agent closes and opens days. */
export const texts = {
  title: "Fermetures",
  everywhere: "Tous les lieux",
  daysOf,
  list: {
    title: "Fermetures à venir",
    none: "Aucune fermeture à venir",
    noneMore: "Les vacances et les jours fériés ferment d’eux-mêmes : ils sont au calendrier.",
    days: "Jours",
    site: "Lieu",
    message: "Message aux familles",
    by: "Fermé par",
    act: "Rouvrir",
    reopen: "Rouvrir",
    reopenWhat: (days: Days, site: string) => `${site}, ${daysOf(days)}`,
  },
  form: {
    title: "Fermer un jour ou une période",
    site: "Lieu",
    chooseSite: "Choisir un lieu",
    firstDay: "Premier jour fermé",
    lastDay: "Dernier jour fermé",
    lastDayHint: "Rien à écrire pour un seul jour.",
    message: "Message aux familles",
    messageHint: "Par exemple « Grève du personnel ». Il se lit sur le planning et dans l’e-mail.",
    submit: "Voir ce qui va changer",
  },
  toCorrect: {
    noSite: "Choisissez le lieu à fermer.",
    noDay: "Écrivez le premier jour fermé.",
    noMessage: "Écrivez un message : les familles le liront sur leur planning.",
    past: (today: Temporal.PlainDate) =>
      `Les jours passés ne se ferment plus : choisissez un jour à partir d’aujourd’hui, ${formatDayAndYear(today)}.`,
    backwards: "Le dernier jour vient avant le premier : écrivez un jour qui suit, ou rien.",
    tooLong: (most: number) => `Écrivez ${most} jours au plus : au-delà, raccourcissez la saison.`,
    alreadyClosed: (by: string, message: string) =>
      `Ces jours sont déjà fermés ici par ${by} : « ${message} ». Rouvrez-les pour changer le message.`,
  },
  check: {
    title: (site: string, days: Days) => `Fermer ${daysOf(days)} : ${site}`,
    lead: "Rien n’est encore fait.",
    what: "Ce qui va se passer",
    slots: (slots: number) =>
      slots === 0
        ? "Aucune séance n’est ouverte ces jours-là : rien ne ferme de plus."
        : `${countOf(slots, "séance ferme", "séances ferment")}.`,
    bookings: ({ bookings, participants, households }: Concerned) =>
      bookings === 0
        ? "Aucune réservation n’est à annuler : personne n’est à prévenir."
        : `${countOf(bookings, "réservation")} de ${countOf(participants, "enfant")}, dans ${countOf(households, "famille")}, ${agree(bookings, "est annulée", "sont annulées")}.`,
    told: (households: number) =>
      `Les adultes de ${countOf(households, "famille")} reçoivent un e-mail avec votre message.`,
    shown: (message: string) => `Le planning dira : « ${message} ».`,
    submit: "Fermer ces jours",
    change: "Changer le lieu, les jours ou le message",
  },
  phone: {
    title: (count: number) => `${countOf(count, "famille")} à prévenir par téléphone`,
    why: "Aucune adresse e-mail n’est connue pour ses adultes.",
    whyMore: "Aucune adresse e-mail n’est connue pour leurs adultes.",
  },
  done: {
    closed: (site: string, days: Days) => `C’est fermé : ${site}, ${daysOf(days)}`,
    nobody: "Aucune réservation n’était à annuler.",
    cancelled: ({ bookings, participants, households }: Concerned) =>
      `${countOf(bookings, "réservation annulée", "réservations annulées")}, de ${countOf(participants, "enfant")} dans ${countOf(households, "famille")}.`,
    told: (households: number) =>
      `${countOf(households, "famille prévenue", "familles prévenues")} par e-mail.`,
    by: (name: string, message: string) => `Fermé par ${name} : « ${message} ».`,
    reopened: (site: string, days: Days) => `C’est rouvert : ${site}, ${daysOf(days)}`,
    reopenedMore: "Les familles dont une réservation avait été annulée sont invitées par e-mail à réserver.",
  },
  reopen: {
    title: (site: string, days: Days) => `Rouvrir ${daysOf(days)} : ${site}`,
    message: (message: string, by: string) => `Fermé par ${by} : « ${message} ».`,
    slots: "Les séances de ces jours rouvrent, sauf celles que ferme autre chose : vacances, jour férié.",
    bookings: ({ bookings, households }: Concerned) =>
      bookings === 0
        ? "Cette fermeture n’avait annulé aucune réservation."
        : `${countOf(bookings, "réservation")} de ${countOf(households, "famille")} ${agree(bookings, "avait été annulée", "avaient été annulées")}. Rien n’est réservé à leur place : un e-mail leur dit qu’elles peuvent réserver de nouveau.`,
    submit: "Rouvrir ces jours",
  },
  back: "Revenir aux fermetures",
} as const;
