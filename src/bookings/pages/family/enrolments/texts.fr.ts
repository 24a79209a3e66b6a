import { countOf, ofName } from "#kernel";

import { dateInFull } from "../../../rules/date-in-full.ts";

/** Words of the pages on which a family enrols. */
export const texts = {
  title: "Inscriptions",
  lead: "Une inscription ouvre un service ; chaque jour se réserve ensuite dans le planning.",
  nobody: {
    title: "Personne à inscrire",
    sentence: "Aucun enfant n’est encore rattaché à votre foyer. Si c’est inattendu, appelez-nous.",
  },
  nothing: "Aucun service n’est proposé en ce moment.",
  place: (activity: string, season: string) => `${activity}, ${season}`,
  service: (first: Temporal.PlainDate, last: Temporal.PlainDate) =>
    `Service ouvert du ${dateInFull(first)} au ${dateInFull(last)}.`,
  enrol: (name: string) => `Inscrire ${name}`,
  enrolIn: (activity: string) => `: ${activity}`,
  send: "Envoyer le document",
  see: "Voir l’inscription",
  seeOf: (activity: string, name: string) => `${ofName(name)}, ${activity}`,
  others: (count: number) => `${countOf(count, "autre service", "autres services")}, et pourquoi`,
  otherSchools: (count: number) => `Services d’autres écoles (${count})`,
  shut: "L’inscription n’est plus possible",
  byAgent: "Inscription par un agent",
  call: (phone: string) => `Appelez le ${phone} : un agent inscrit avec vous.`,
  ask: (name: string) => `Demander l’inscription ${ofName(name)}`,
  callUs: "Appelez-nous : un agent inscrit avec vous.",
  check: {
    title: (name: string, activity: string) => `Inscrire ${name} : ${activity}`,
    lead: "Vérifiez, puis confirmez. Rien n’est encore fait.",
    regular: "Comment viendra-t-on ?",
    regularly: "Régulièrement",
    regularlyHint: "Toutes les semaines, ou presque.",
    sometimes: "De temps en temps",
    sometimesHint: "Quelques jours dans la saison.",
    noChoice: "Choisissez « Régulièrement » ou « De temps en temps ».",
    submit: (name: string) => `Inscrire ${name}`,
    bookedDays: (days: string) =>
      `Un agent a déplacé là une réservation pour un jour que les conditions ne permettent pas : ${days}. Une inscription ne peut pas laisser ce jour de côté : annulez-le dans le planning, attendez qu’il soit passé, ou appelez-nous.`,
  },
  price: {
    title: "Ce que ça coûte",
    season: (unit: string, price: string, season: string, dates: number) =>
      `${unit} : ${price} pour toute la saison (${season}, ${countOf(dates, "date")}).`,
    each: (unit: string, price: string) => `${unit} : ${price}.`,
    regularly: (sentence: string) => `Régulièrement – ${sentence}`,
    sometimes: (sentence: string) => `De temps en temps – ${sentence}`,
    datesUnknown: (season: string) =>
      `Les dates de la saison ${season} ne sont pas encore connues : vous réserverez dès qu’elles le seront.`,
    free: (unit: string) => `${unit} : gratuit.`,
    unknown: (unit: string, hole: string) => `${unit} : ${hole}.`,
    inTimes: (count: number, amounts: string) => `À payer en ${count} fois : ${amounts}.`,
    why: "Pourquoi ce prix ?",
    hole: "Il manque une donnée pour dire ce prix : appelez-nous, il sera établi avant la facture.",
    estimate: "C’est une estimation, avec ce que nous savons aujourd’hui. La facture dira le prix.",
  },
  facts: {
    who: "Qui",
    activity: "Service",
    site: "Lieu",
    season: "Saison",
    days: "Peut venir",
    daysOf: (first: Temporal.PlainDate, last: Temporal.PlainDate) =>
      `du ${dateInFull(first)} au ${dateInFull(last)}`,
    noDays: "aucun jour",
    payer: "Facturé à",
    openings: "Réservations",
    rhythm: "Venue",
    groups: "Priorité",
    history: "Historique",
  },
  acts: { enrolled: "Inscription", changed: "Changement", ended: "Fin demandée" },
  receipt: {
    title: (name: string, activity: string) => `C’est fait : ${name} peut venir – ${activity}`,
    ended: (name: string, activity: string) => `La fin de l’inscription est notée : ${name} – ${activity}`,
    kept: "Cette page reste à cette adresse, et vos inscriptions y mènent.",
    next: "Et maintenant ?",
    book: "Les jours se réservent dans le planning.",
    bookSeason: "Réservez maintenant dans le planning : toute la saison se réserve en une fois.",
    planning: "Réserver dans le planning",
    end: "Mettre fin à cette inscription",
    list: "Revenir aux inscriptions de la famille",
  },
  end: {
    title: (name: string, activity: string) => `Mettre fin à l’inscription ${ofName(name)} : ${activity}`,
    lead: (last: Temporal.PlainDate) =>
      `L’inscription va jusqu’au ${dateInFull(last)}. Les jours d’avant restent, et l’historique aussi.`,
    from: "Premier jour sans inscription",
    submit: "Mettre fin à l’inscription",
    noDay: "Écrivez le premier jour sans inscription.",
    past: (today: Temporal.PlainDate) => `Choisissez un jour à partir d’aujourd’hui, ${dateInFull(today)}.`,
    after: (last: Temporal.PlainDate) =>
      `L’inscription va jusqu’au ${dateInFull(last)} : choisissez un jour d’avant.`,
    booked: (days: string) =>
      `Des jours sont encore réservés ou attendus à partir de ce jour : ${days}. Annulez-les d’abord dans le planning, chacun dans son délai ; ou choisissez un jour plus tard.`,
    planning: "Annuler des jours dans le planning",
    more: (count: number) => `et ${countOf(count, "autre")}`,
  },
  back: "Revenir aux inscriptions",
  backToReceipt: "Revenir à l’inscription",
} as const;
