import { formatDayAndYear, formatTime, parisDate } from "#kernel";

/** « le mardi 1 décembre 2026 à 9 h 30 » */
function when(at: Temporal.Instant): string {
  const { hour, minute } = at.toZonedDateTimeISO("Europe/Paris");
  return `le ${formatDayAndYear(parisDate(at))} à ${formatTime(new Temporal.PlainTime(hour, minute))}`;
}

/** Words of the page on which an adult asks for a copy of his or her data. */
export const texts = {
  title: "Mes données",
  back: "Ma famille",
  lead: "Une copie de ce que l’espace garde de vous et de votre foyer : vos coordonnées, vos enfants, vos réservations, vos factures, vos démarches et vos documents.",
  others:
    "Des autres adultes, la copie ne donne que le nom. Elle contient des informations de santé : gardez-la pour vous.",
  days: (days: number) =>
    `Le fichier est prêt en quelques minutes, et un e-mail vous prévient. Il s’efface après ${days}\u00a0jour${days > 1 ? "s" : ""}.`,
  ask: "Demander une copie",
  asked: "Votre demande est prise en compte : un e-mail vous préviendra quand la copie sera prête.",
  underWay: "Une copie est déjà en préparation : un e-mail vous préviendra quand elle sera prête.",
  copies: "Vos copies",
  preparing: (at: Temporal.Instant) => `Demandée ${when(at)}. En préparation.`,
  ready: (at: Temporal.Instant, until: Temporal.Instant) =>
    `Demandée ${when(at)}. À télécharger avant ${when(until)}.`,
  gone: (at: Temporal.Instant) => `Demandée ${when(at)}. Le fichier est effacé.`,
  download: "Télécharger (ZIP)",
  goneTitle: "Ce fichier n’est plus là",
  goneSentences: [
    "La copie de vos données s’efface après quelques jours.",
    "Demandez-en une autre : elle est prête en quelques minutes.",
  ],
  goneNext: "Mes données",
} as const;
