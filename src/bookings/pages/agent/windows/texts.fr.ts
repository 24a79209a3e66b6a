import { agree, countOf, formatDateRange, ofName } from "#kernel";

import { dateInFull } from "../../../rules/date-in-full.ts";
import { momentOf } from "../../../rules/window-sentence.ts";

/** Words of the pages on which an agent says when bookings open. */
export const texts = {
  title: "Ouvertures des réservations",
  lead: "Une saison sans ouverture se réserve dès maintenant. Dès qu’une ouverture est écrite pour des jours, ils ne se réservent qu’à partir d’elle.",
  list: {
    title: (count: number) => `${countOf(count, "ouverture")}, dont les jours ne sont pas tous passés`,
    none: "Aucune ouverture",
    noneMore: "Toutes les saisons se réservent dès maintenant.",
    opens: "Ouvre",
    closes: "Se ferme",
    never: "jamais",
    activity: "Service",
    days: "Jours ouverts",
    whom: "Pour",
    state: "État",
    toCome: "À venir",
    open: "Ouverte",
    over: "Close",
    act: "Changer",
    change: "Changer",
    changeWhat: (activity: string, whom: string) => `l’ouverture ${ofName(activity)} pour ${whom}`,
  },
  all: "tous",
  everybody: "Tous",
  form: {
    title: "Ajouter une ouverture",
    changeTitle: "Changer une ouverture",
    season: "Service et saison",
    chooseSeason: "Choisir une saison",
    seasonOf: (activity: string, season: string) => `${activity}, ${season}`,
    group: "Pour",
    groupHint: "Les groupes prioritaires sont ceux du règlement d’inscription.",
    firstDay: "Premier jour à réserver",
    firstDayHint: "Rien à écrire pour toute la saison.",
    lastDay: "Dernier jour à réserver",
    opensOn: "Ouvre le",
    opensAt: "à (heure)",
    hourHint: "Par exemple 08:30.",
    closesOn: "Se ferme le",
    closesHint: "Rien à écrire si elle reste ouverte jusqu’aux délais.",
    closesAt: "à (heure)",
    submit: "Voir ce qui va changer",
  },
  toCorrect: {
    noSeason: "Choisissez un service et une saison.",
    noGroup: "Choisissez pour qui.",
    noDay: "Écrivez le jour de l’ouverture.",
    noHour: "Écrivez une heure, par exemple 08:30.",
    half: "Écrivez le jour et l’heure de la fermeture, ou ni l’un ni l’autre.",
    opened: (at: Temporal.Instant) =>
      `Cette ouverture a eu lieu le ${momentOf(at)} : elle ne change plus, les familles se sont organisées sur ce qui était écrit. Vous pouvez en ajouter une autre, à venir.`,
    past: "Écrivez un instant à venir : une ouverture s’annonce avant d’avoir lieu.",
    closesFirst: "Elle se ferme avant de s’ouvrir : écrivez un instant qui suit l’ouverture.",
    backwards: "Le dernier jour vient avant le premier : écrivez un jour qui suit.",
    outside: (first: Temporal.PlainDate, last: Temporal.PlainDate) =>
      `La saison va du ${dateInFull(first)} au ${dateInFull(last)} : écrivez des jours qui en sont.`,
    unknownGroup: "Ce service n’a pas ce groupe : choisissez-en un de son règlement d’inscription, ou tous.",
    same: "Cette saison a déjà une ouverture pour ce groupe, à partir de ce jour : changez-la.",
  },
  check: {
    title: (activity: string) => `Ouverture des réservations : ${activity}`,
    lead: "Rien n’est encore fait.",
    what: "Ce qui va se passer",
    days: (first: Temporal.PlainDate, last: Temporal.PlainDate, whom: string) =>
      `Les jours ${formatDateRange(first, last)} se réservent, pour ${whom} :`,
    opens: (at: Temporal.Instant) => `à partir du ${momentOf(at)}`,
    closes: (at: Temporal.Instant) => `jusqu’au ${momentOf(at)}`,
    closing: (days: number) =>
      `${countOf(days, "jour se réserve", "jours se réservent")} aujourd’hui sans ouverture : ${agree(days, "il ne se réservera", "ils ne se réserveront")} plus avant elle.`,
    bookings: (count: number) =>
      `${countOf(count, "réservation existe", "réservations existent")} déjà ces jours-là : ${agree(count, "elle reste", "elles restent")}.`,
    told: "Les familles le lisent dans le planning, à l’accueil et dans les inscriptions. Une fois qu’elle a eu lieu, l’ouverture ne change plus.",
    submit: "Publier cette ouverture",
    change: "Changer quelque chose",
  },
  done: {
    saved: (activity: string) => `C’est publié : ${activity}`,
    sentence: (whom: string, at: Temporal.Instant) => `Pour ${whom}, le ${momentOf(at)}.`,
    removed: "L’ouverture est enlevée",
    removedMore: "S’il n’en reste pas pour ces jours, ils se réservent dès maintenant.",
  },
  remove: "Enlever cette ouverture",
  back: "Revenir aux ouvertures",
} as const;
