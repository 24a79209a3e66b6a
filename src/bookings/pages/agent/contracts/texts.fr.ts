import { agree, countOf, formatShortDate, ofName } from "#kernel";

import { dateInFull } from "../../../rules/date-in-full.ts";
import { durationWords, hoursWords, spanWords } from "../../../rules/contract/contract-words.ts";
import type { Hours } from "../../../rules/lines.ts";

interface Span {
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
}

/** Words of the pages on which an agent signs, changes and ends the contracts of a family. */
export const texts = {
  title: (label: string) => `Contrats d’accueil : ${label}`,
  lead: "Un contrat réserve une semaine type, d’un jour à un autre. Les autres jours, la famille réserve un accueil occasionnel dans son planning.",
  back: "Revenir au dossier",
  backToList: "Revenir aux contrats de la famille",
  list: {
    counts: (running: number, toCome: number, over: number) =>
      [
        countOf(running, "contrat en cours", "contrats en cours"),
        `${toCome} à venir`,
        countOf(over, "passé"),
      ].join(", "),
    none: "Aucun contrat d’accueil",
    child: "Enfant",
    place: "Accueil",
    placeOf: ({ unitName, activityName, siteName }: PlaceWords) =>
      activityName === siteName ? `${unitName}, ${siteName}` : `${unitName}, ${activityName} (${siteName})`,
    span: "Dates",
    noDay: "aucun jour",
    shortSpan: ({ firstDay, lastDay }: Span) => `${formatShortDate(firstDay)} – ${formatShortDate(lastDay)}`,
    week: "Semaine type",
    adapting: (until: Temporal.PlainDate, week: string) =>
      `Adaptation jusqu’au ${formatShortDate(until)} : ${week}`,
    state: "État",
    booked: "Réservé",
    bookedOf: (days: number, minutes: number) => `${countOf(days, "jour")}, ${durationWords(minutes)}`,
    leftOut: (days: number) => countOf(days, "jour sans place", "jours sans place"),
    rate: "Tarif horaire",
    by: "Signé, arrêté par",
    byOf: (by: string, endedBy: string | null) =>
      endedBy === null ? by : `${by} ; arrêté ou changé par ${endedBy}`,
    act: "Agir",
    change: "Changer",
    end: "Arrêter",
    what: (name: string, span: string) => `le contrat ${ofName(name)}, ${span}`,
  },
  sign: {
    title: "Signer un contrat",
    none: "Personne de ce foyer n’est inscrit, sur vos lieux, à un accueil dont les heures se choisissent.",
    enrol: "Inscrire d’abord",
    link: (name: string, place: string) => `Nouveau contrat ${ofName(name)} : ${place}`,
    until: (span: Span) => `Inscription ${spanWords(span)}`,
  },
  form: {
    title: (name: string) => `Nouveau contrat d’accueil ${ofName(name)}`,
    changeTitle: (name: string) => `Changer le contrat d’accueil ${ofName(name)}`,
    changeLead: (known: string) =>
      `Le contrat d’aujourd’hui prend fin la veille du premier jour écrit ici. ${known}`,
    enrolment: (span: Span) => `L’inscription va ${spanWords(span)}.`,
    firstDay: "Premier jour",
    changeDay: "À partir du",
    lastDay: "Dernier jour",
    week: "Semaine type",
    weekHint: "Un jour sans heures est un jour sans accueil.",
    arrival: "Arrivée",
    departure: "Départ",
    noCare: "–",
    adapting: "Période d’adaptation",
    adaptingHint: "Jusqu’à son dernier jour, ces heures remplacent la semaine type.",
    adaptingWeek: "Semaine d’adaptation",
    adaptingDay: "Dernier jour de l’adaptation",
    occasional:
      "Un accueil occasionnel ne s’écrit pas ici : il se réserve dans le planning, les jours que le contrat ne prend pas.",
    planning: "Planning de la famille",
    submit: "Voir ce qui va changer",
  },
  check: {
    title: (name: string) => `Contrat d’accueil ${ofName(name)}`,
    lead: "Rien n’est encore fait.",
    what: "Ce qui va se passer",
    booked: (days: number, minutes: number) =>
      `${countOf(days, "jour réservé", "jours réservés")}, soit ${durationWords(minutes)}`,
    changed: (days: number) =>
      `${countOf(days, "jour déjà réservé prend", "jours déjà réservés prennent")} les heures du contrat`,
    kept: (days: number) =>
      `${countOf(days, "jour déjà réservé reste", "jours déjà réservés restent")} aux mêmes heures`,
    cancelled: (days: number) => countOf(days, "jour annulé", "jours annulés"),
    full: (days: number) => countOf(days, "jour complet", "jours complets"),
    others: (days: number) => `${countOf(days, "autre jour", "autres jours")} sans réservation`,
    nothing: "Aucun jour ne change.",
    told: "La famille reçoit un e-mail avec ces jours, et lit son contrat dans son espace.",
    toldNobody: "La famille lit son contrat dans son espace.",
    day: "Jour",
    hours: "Heures voulues",
    hoursOf: (hours: Hours | null) => (hours === null ? "–" : hoursWords(hours)),
    why: "Pourquoi",
    months: "Les jours, mois par mois",
    monthOf: (what: string, month: string, days: string) => `${what}, ${month} : ${days}`,
    acts: { booked: "Réservés", changed: "Changés", cancelled: "Annulés" },
    choice: "Que faire des jours complets ?",
    leave: "Laisser ces jours",
    leaveHint: "Ils ne sont pas réservés ; la famille le lit sur son contrat.",
    over: "Dépasser les places",
    overHint: "Ces jours sont réservés au-delà des places : écrivez le motif.",
    reason: "Motif",
    reasonHint: "Demandé pour dépasser les places. La famille le lit dans son historique.",
    submit: "Signer le contrat",
    submitChange: "Changer le contrat",
    change: "Changer quelque chose",
  },
  price: {
    title: "Le prix",
    why: "Pourquoi ce prix ?",
    byResources: "Selon les ressources du foyer :",
    incomeApart: "Ce prix suit les ressources du foyer, qui se lisent sur la page de son quotient.",
    unknown: "Le prix n’est pas connu pour tous les mois",
    toDo: "Avant de signer, demandez à la famille ses ressources, ou notez pourquoi il n’y en a pas : sans ressources, le plancher s’applique ; si elle ne les communique pas, le plafond.",
    note: "Noter les ressources du foyer",
    before: (isReplacedWhole: boolean) =>
      isReplacedWhole
        ? "Ce contrat remplace celui d’avant dès son premier jour : celui d’avant ne garde aucun jour, et ce qui en est déjà facturé est corrigé à la prochaine facturation du mois."
        : "Le contrat d’avant s’arrête la veille ; ses heures sont régularisées sur la facture de son dernier mois.",
  },
  days: {
    keeps: (hours: Hours) => `garde ses heures, ${hoursWords(hours)}`,
    because: {
      kept: "Déjà réservé à ces heures",
      "given-back": "Annulé depuis, par la famille ou pour elle : reste annulé",
      "another-household": "Déjà réservé par un autre foyer de l’enfant",
      "not-at-these-hours": "Pas ouvert à ces heures ce jour-là",
    },
  },
  end: {
    title: (name: string) => `Arrêter le contrat d’accueil ${ofName(name)}`,
    from: "Premier jour sans contrat",
    fromHint: (last: Temporal.PlainDate) => `Le contrat va jusqu’au ${dateInFull(last)}.`,
    submit: "Voir ce qui va être annulé",
    last: (from: Temporal.PlainDate) => `Le contrat s’arrête la veille du ${dateInFull(from)}.`,
    stays: "Un accueil occasionnel, un autre jour, reste réservé.",
    confirm: "Arrêter le contrat",
    otherDay: "Choisir un autre jour",
  },
  toCorrect: {
    noDay: "Écrivez un jour.",
    badHour: "Choisissez une heure de la liste.",
    half: (weekday: string) => `Choisissez l’arrivée et le départ du ${weekday}, ou aucun des deux.`,
    noAdaptationDay: "Écrivez le dernier jour de l’adaptation, ou retirez ses heures.",
    past: (today: Temporal.PlainDate) => `Écrivez un jour à partir d’aujourd’hui, le ${dateInFull(today)}.`,
    backwards: "Le dernier jour vient avant le premier : écrivez un jour qui suit.",
    outside: (firstDay: Temporal.PlainDate, lastDay: Temporal.PlainDate) =>
      `L’inscription va ${spanWords({ firstDay, lastDay })} : écrivez des jours qui en sont, ou changez d’abord l’inscription.`,
    afterTheEnd: (last: Temporal.PlainDate) =>
      `Le contrat va jusqu’au ${dateInFull(last)} : écrivez un jour qui en est.`,
    adaptingOutside: "L’adaptation prend fin pendant le contrat : écrivez un de ses jours.",
    emptyWeek: "Choisissez les heures d’un jour au moins.",
    emptyAdapting: "Choisissez les heures d’un jour au moins de l’adaptation, ou retirez son dernier jour.",
    badHours: (weekday: string) =>
      `Le ${weekday}, le départ vient avant l’arrivée, ou l’accueil n’est pas ouvert à ces heures : choisissez-en d’autres.`,
    overlaps: (span: Span) =>
      `Un autre contrat de cette inscription tient ${spanWords(span)} : changez-le, ou écrivez des jours qui n’en sont pas.`,
    noChoice: "Des jours sont complets : choisissez ce qu’ils deviennent.",
    noReason: "Écrivez le motif pour dépasser les places.",
    keyTaken:
      "Cette page a déjà servi pour autre chose : rien n’a été fait de plus. Vérifiez et recommencez.",
    changed:
      "Des places ont changé depuis que vous avez vu cette page : rien n’est fait, voici ce qu’il en est.",
  },
  done: {
    signed: (name: string) => `C’est signé : contrat d’accueil ${ofName(name)}`,
    ended: (name: string) => `Le contrat d’accueil ${ofName(name)} est arrêté`,
    lastDay: (last: Temporal.PlainDate) => `Son dernier jour est le ${dateInFull(last)}.`,
    noDay: "Il ne garde aucun jour.",
    booked: (days: number) =>
      `${countOf(days, "jour est réservé", "jours sont réservés")} pendant le contrat.`,
    leftOut: (days: number) =>
      `${countOf(days, "jour complet n’a", "jours complets n’ont")} pas été ${agree(days, "réservé", "réservés")} aux heures voulues.`,
  },
} as const;

interface PlaceWords {
  unitName: string;
  activityName: string;
  siteName: string;
}
