import { countOf, formatTime } from "#kernel";

const timeOf = (minute: number) =>
  minute === 1440
    ? "24\u00a0h"
    : formatTime(Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 }));

/** Words of the occupancy pages. */
export const texts = {
  title: "Occupation",
  lead: "Ce qui est réservé, ce qui reste, et les encadrants qu’il faut au moment le plus chargé.",
  day: "Jour",
  activity: "Service",
  site: "Lieu",
  unit: "Prestation",
  taken: "Pris",
  places: "Places",
  offered: "Dont proposées",
  sharedWith: (units: string) => `places partagées avec ${units}`,
  tightest: (hours: string) => `le moins de place ${hours}`,
  span: (from: number, to: number) => `de ${timeOf(from)} à ${timeOf(to)}`,
  left: "Reste",
  waiting: "En attente",
  staff: "Encadrants",
  staffCounted: (activities: string) =>
    `Encadrants : comptés d’après les tranches d’âge, pour ${activities}. Aucun autre service de ce tableau n’en demande.`,
  staffOfOne: "Encadrants : comptés d’après les tranches d’âge de ce service.",
  fullest: "Jour le plus chargé",
  total: "Total",
  byDay: "Places prises, jour par jour",
  byDayTable: "Jour par jour",
  byActivity: "Par service et par prestation, sur ces jours",
  byUnit: "Par jour et par prestation",
  fullestDay: (day: string, taken: string) => `${day} : ${taken}`,
  closed: (because: string) => `Fermé : ${because}`,
  closedDay: "Fermé",
  noRatio: "–",
  halfHours: "Voir par demi-heure",
  nothing: "Aucune séance sur ces jours.",
  nothingMore: "Choisissez d’autres jours ou un autre service.",
  csv: "Télécharger pour un tableur (CSV)",
  lists: "Voir les noms",
  csvName: (first: string, last: string) => `occupation du ${first} au ${last}.csv`,
  print: "Cette page s’imprime.",
  hours: {
    title: (activity: string, day: string) => `${activity}, ${day}`,
    chart: "Présents au plus, par demi-heure",
    table: "Par demi-heure",
    hour: "Demi-heure",
    present: "Présents",
    left: (left: number) => `reste ${left}`,
    groupStaff: (staff: number) => countOf(staff, "encadrant"),
    span: (from: number, to: number) => `${timeOf(from)} – ${timeOf(to)}`,
    staffMost: (staff: number) => `${countOf(staff, "encadrant")} au moment le plus chargé.`,
    noRatio: "Aucune tranche d’âge de ce service ne demande d’encadrant.",
    closed: "Le service est fermé ce jour-là.",
    back: "Revenir à l’occupation",
    before: "Jour d’avant",
    after: "Jour d’après",
    days: "Autres jours",
  },
} as const;
