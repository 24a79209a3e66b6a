import { countOf, formatShortDate, ofName } from "#kernel";

import { dateInFull } from "../../../rules/date-in-full.ts";

/** Words of the pages on which an agent enrols for a family. */
export const texts = {
  title: (label: string) => `Inscriptions : ${label}`,
  back: "Revenir au dossier",
  backToList: "Revenir aux inscriptions de la famille",
  counts: (held: number, possible: number, others: number) =>
    `${countOf(held, "inscription")}, ${countOf(possible, "possible")}, ${countOf(others, "autre")} avec un motif`,
  noneOffered: "Aucune saison n’est en cours ni à venir.",
  who: "Qui",
  activity: "Service et saison",
  place: (activity: string, season: string) => `${activity}, ${season}`,
  site: "Lieu",
  state: "État",
  why: "Conditions",
  act: "Inscrire",
  enrol: "Inscrire",
  change: "Changer",
  see: "Voir",
  actWhat: (name: string, activity: string) => `${name}, ${activity}`,
  form: {
    title: (name: string, activity: string) => `Inscrire ${name} : ${activity}`,
    changeTitle: (name: string, activity: string) => `Changer l’inscription ${ofName(name)} : ${activity}`,
    met: "Toutes les conditions sont remplies.",
    unmet: "Des conditions ne sont pas remplies : un motif permet de passer outre.",
    firstDay: "Premier jour",
    lastDay: "Dernier jour",
    season: (first: Temporal.PlainDate, last: Temporal.PlainDate) =>
      `La saison va du ${dateInFull(first)} au ${dateInFull(last)}.`,
    payer: "Facturé à",
    withoutAuthority: (adult: string, child: string) => `${adult} (sans autorité sur ${child})`,
    rhythm: "Venue",
    regularly: "Régulièrement",
    sometimes: "De temps en temps",
    groups: "Groupes prioritaires donnés par un agent",
    points: (points: number) => countOf(points, "point"),
    reason: "Motif",
    reasonHint: "Demandé pour passer outre une condition. La famille le lit sur l’inscription.",
    submit: "Enregistrer l’inscription",
  },
  toCorrect: {
    noDay: "Écrivez un jour.",
    noPayer: "Choisissez qui paie.",
    noRhythm: "Choisissez « Régulièrement » ou « De temps en temps ».",
    otherPayer: "Cet adulte n’est pas de ce foyer : choisissez qui paie.",
    backwards: "Le dernier jour vient avant le premier : écrivez un jour qui suit.",
    needsReason: "Écrivez un motif pour passer outre, ou changez les jours : ",
    booked: (days: readonly { date: Temporal.PlainDate; unitName: string }[]) =>
      `Ces jours sont réservés ou attendus, et ne seraient plus dans l’inscription : ${days
        .slice(0, 6)
        .map(({ date, unitName }) => `${unitName} du ${formatShortDate(date)}`)
        .join(", ")}. Annulez-les d’abord dans le planning.`,
  },
} as const;
