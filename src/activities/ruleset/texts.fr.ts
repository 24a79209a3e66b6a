import { formatDateRange, formatDayAndYear, weekdayName, quoted } from "#kernel";

import { WEEKDAYS, type Weekday } from "./weekdays.ts";

/** « du mardi 1er septembre 2026 au … » of two dates of the file. */
const days = ({ firstDay, lastDay }: { firstDay: string; lastDay: string }) =>
  formatDateRange(Temporal.PlainDate.from(firstDay), Temporal.PlainDate.from(lastDay));

const dayWords = (date: string) => formatDayAndYear(Temporal.PlainDate.from(date));

/** « 3 ans » for 36 months, « 42 mois » for 42. */
const ages = (months: number) => (months % 12 === 0 && months > 0 ? `${months / 12} ans` : `${months} mois`);

/** What the sections of the offer are told that do not stand, and what they leave open. */
export const texts = {
  schema: {
    code: "écrivez un code en lettres minuscules sans accent, chiffres et tirets, par exemple « cantine-rue ».",
    time: 'écrivez une heure entre guillemets, par exemple "16:30".',
    date: "écrivez une date année-mois-jour, par exemple 2026-09-01.",
    noSuchDate: "ce jour n’existe pas au calendrier.",
    hourStep: "écrivez 15, 30 ou 60 (minutes).",
  },
  check: {
    noCalendar:
      "Le calendrier manque : aucun jour ne sera proposé avant que la zone scolaire et les jours fériés soient choisis. Ajoutez « calendar: { publicHolidays: metropole, schoolZone: B } ».",
    siteTwice: (code: string) => `Deux lieux ont le code « ${code} » : donnez-en un autre à l’un d’eux.`,
    siteUnused: (name: string) => `Aucun service n’a lieu à ${quoted(name)}.`,
    noSuchSite: (code: string) =>
      `Aucun lieu n’a le code « ${code} » : corrigez-le, ou ajoutez ce lieu à « sites ».`,
    activityTwice: (code: string) =>
      `Deux services ont le code « ${code} » : donnez-en un autre à l’un d’eux.`,
    noSeason: (name: string) =>
      `« ${name} » n’a pas de saison : rien ne pourra y être réservé. Ajoutez « seasons ».`,
    unitTwice: (code: string) =>
      `Deux prestations de ce service ont le code « ${code} » : donnez-en un autre à l’une d’elles.`,
    noSuchUnit: (code: string) =>
      `Aucune prestation de ce service n’a le code « ${code} » : corrigez-le, ou ajoutez-la à « units ».`,
    unitNamedTwice: (code: string) => `« ${code} » est écrit deux fois dans cette liste : gardez-en un.`,
    neverOpens: (name: string) => `« ${name} » n’ouvre dans aucune saison : personne ne pourra la réserver.`,
    stepTooLong: "Le pas des horaires est plus long que la prestation : choisissez un pas plus court.",
    hoursInAPackage:
      "Les horaires se choisissent séance par séance : retirez « hourStep », ou écrivez « bookedBy: slot ».",
    leastInAPackage:
      "Un forfait se réserve en entier : retirez « leastDaysAWeek », ou écrivez « bookedBy: slot ».",
    companionsInAPackage:
      "Le nombre d’enfants se choisit séance par séance : retirez « companions », ou écrivez « bookedBy: slot ».",
    countsWithout:
      "Personne ne vient avec la personne qui réserve : retirez « counts », ou écrivez « companions ».",
    relatedToItself: "Une prestation ne peut ni s’exclure ni dépendre d’elle-même : retirez ce code.",
    needsWhatItExcludes: (code: string) =>
      `Cette prestation demande « ${code} » et l’exclut aussi : elle ne pourrait jamais être réservée. Gardez l’un des deux.`,
    ageGroupTwice: (code: string) =>
      `Deux tranches d’âge ont le code « ${code} » : donnez-en un autre à l’une d’elles.`,
    agesReversed:
      "« untilMonths » doit être plus grand que « fromMonths » : c’est le premier mois qui n’y est plus.",
    agesOverlap: (group: { name: string; untilMonths: number }, next: { name: string; fromMonths: number }) =>
      `« ${next.name} » commence à ${ages(next.fromMonths)} alors que « ${group.name} » va jusqu’à ${ages(group.untilMonths)} : un même enfant serait dans les deux. Faites commencer l’une où l’autre finit.`,
    agesHole: (until: number, from: number) =>
      `De ${ages(until)} à ${ages(from)}, un enfant n’est dans aucune tranche d’âge.`,
    seasonTwice: (name: string) =>
      `Deux saisons de ce service s’appellent « ${name} » : donnez un autre nom à l’une d’elles.`,
    seasonReversed: "La saison finit avant de commencer : corrigez « firstDay » ou « lastDay ».",
    seasonsOverlap: (
      met: { name: string; firstDay: string; lastDay: string },
      season: { name: string; firstDay: string; lastDay: string },
    ) =>
      `« ${season.name} » (${days(season)}) chevauche « ${met.name} » (${days(met)}) : un service n’a qu’une saison à la fois. Changez l’une des dates.`,
    seasonWithoutOpening: (name: string) =>
      `La saison « ${name} » n’ouvre aucun jour : ajoutez « openings » ou « dates ».`,
    openingTwice: (weekday: Weekday) =>
      `Une prestation ouvre déjà le ${weekdayName(WEEKDAYS.indexOf(weekday) + 1)} plus haut dans cette saison : gardez une seule ouverture par jour de la semaine.`,
    noPlaces: "Aucune place : ces jours se liront « Complet ».",
    dateTwice: (date: string) =>
      `Le ${dayWords(date)} est déjà écrit pour cette prestation : gardez une seule ligne.`,
    dateOutside: (date: string, season: { name: string; firstDay: string; lastDay: string }) =>
      `Le ${dayWords(date)} n’est pas dans la saison « ${season.name} » (${days(season)}).`,
    dateOnHoliday: (name: string) => `Ce jour est férié (${name}) ; la séance aura lieu quand même.`,
    endsFirst: "La fin doit venir après le début : corrigez « from » ou « to ».",
    oneMissing: "Écrivez les deux horaires, « from » et « to », ou aucun des deux.",
    placesOrAdults:
      "Écrivez un nombre de places ou un nombre d’adultes, l’un des deux : les adultes donnent les places par le taux d’encadrement.",
    noSuchAgeGroup: (code: string) =>
      `Aucune tranche d’âge de ce service n’a le code « ${code} » : corrigez-le, ou ajoutez-la à « ageGroups ».`,
    adultsWithoutAges:
      "Un nombre d’adultes ne donne des places que pour une tranche d’âge : ajoutez « ageGroup », ou écrivez « places ».",
    adultsWithoutRatio: (name: string) =>
      `« ${name} » ne dit pas combien d’enfants un adulte encadre : ajoutez-lui « childrenPerAdult », ou écrivez « places ».`,
    capacityTwice: (from: string) =>
      `Ces places partagées sont déjà comptées plus haut pour les mêmes jours, les mêmes âges et à partir de ${from} : gardez une seule ligne.`,
    everyDoesNotDivide: (every: number, from: string, to: string) =>
      `« every: ${every} » ne tombe pas juste entre ${from} et ${to} : changez ces heures, ou les minutes (15, 30 ou 60).`,
    everyOverlaps: (from: string) =>
      `Ces places se comptent par demi-heure (« every ») et d’autres places des mêmes âges, à partir de ${from}, ont les mêmes heures : gardez une seule ligne pour ces heures.`,
    capacityMeetsNoUnit: "Aucune prestation n’a lieu à ces heures : ces places ne comptent rien.",
  },
  stored: {
    noSuchSite: (code: string) => `Aucun lieu n’a le code « ${code} » : créez d’abord ce lieu.`,
    seasonsOverlap: (stored: string, days: string) =>
      `Ces dates chevauchent la saison « ${stored} » (${days}), qui existe déjà : changez les dates, ou reprenez ce nom.`,
  },
} as const;
