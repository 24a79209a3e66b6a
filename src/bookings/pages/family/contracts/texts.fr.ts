import { agree, countOf, formatDay } from "#kernel";

import { dateInFull } from "../../../rules/date-in-full.ts";
import { durationWords, hoursWords } from "../../../rules/contract/contract-words.ts";
import type { LeftOutDay } from "../../../contracts/left-out-days.ts";

/** Words of the page on which a family reads its contracts. */
export const texts = {
  title: "Contrat d’accueil",
  back: "Revenir au planning",
  lead: "Ce qui est convenu avec l’accueil : quels jours, à quelles heures, jusqu’à quand.",
  none: {
    title: "Aucun contrat d’accueil",
    sentence: "Un contrat se signe avec un agent, pour un enfant inscrit en multi-accueil ou en crèche.",
  },
  place: ({ unitName, activityName }: { unitName: string; activityName: string }) =>
    `${unitName}, ${activityName}`,
  facts: {
    where: "Où",
    span: "Dates",
    state: "État",
    week: "Chaque semaine",
    total: (minutes: number) => `${durationWords(minutes)} par semaine`,
    adapting: "Adaptation",
    adaptingUntil: (until: Temporal.PlainDate, over: boolean) =>
      over ? `Jusqu’au ${dateInFull(until)}, terminée :` : `Jusqu’au ${dateInFull(until)} :`,
    months: "Chaque mois",
    endsEarly:
      "Le contrat s’arrête avant le jour convenu : la dernière facture compare les mensualités aux heures prévues jusque-là, et facture ou rend la différence.",
    rate: "Tarif horaire",
    booked: "Réservé",
    bookedOf: (days: number, minutes: number) =>
      `${countOf(days, "jour")}, ${durationWords(minutes)}, accueil occasionnel compris`,
  },
  leftOut: {
    title: (days: number) => `${countOf(days, "jour", "jours")} du contrat sans place`,
    why: (days: number) =>
      `À la signature, ${agree(days, "ce jour était complet", "ces jours étaient complets")} aux heures convenues. Le planning dit s’il y a une place depuis, ou une liste d’attente.`,
    day: ({ date, hours, heldHours, outcome }: LeftOutDay) =>
      [
        `${formatDay(date)} ${date.year}, ${hoursWords(hours)}`,
        outcome === "wrong_age" ? " : les places sont pour un autre âge" : "",
        heldHours === null ? "" : ` : réservé ${hoursWords(heldHours)}`,
      ].join(""),
    planning: "Voir ces jours dans le planning",
  },
  away: "Un jour où votre enfant ne vient pas ? Annulez-le dans le planning, jusqu’au délai écrit sur ce jour : le lieu d’accueil ne l’attend plus. Le prix du mois ne change pas : la mensualité reste due. S’il est malade, prévenez d’une absence et gardez le certificat : les règles d’absence disent ce qui se déduit.",
  occasional:
    "Un autre jour, en plus ? C’est un accueil occasionnel : réservez-le dans le planning, aux heures de votre choix, s’il reste une place.",
  planning: "Ouvrir le planning",
  change: {
    title: "Changer ou arrêter ce contrat",
    call: (phone: string) => `Appelez le ${phone} : un agent prépare le changement avec vous.`,
    callUs: "Appelez-nous : un agent prépare le changement avec vous.",
    by: (by: string, date: Temporal.PlainDate) => `Signé avec ${by} le ${dateInFull(date)}.`,
  },
  past: (count: number) => countOf(count, "contrat passé", "contrats passés"),
} as const;
