import { countOf, formatMoment, formatShortDate, parisDateTime } from "#kernel";

const moment = (instant: Temporal.Instant) => {
  const local = parisDateTime(instant);
  return formatMoment(local.toPlainDate(), local.toPlainTime());
};

/** Words of the lists of people. */
export const texts = {
  title: "Listes",
  which: "Liste",
  kinds: { reserves: "Ont réservé", inscrits: "Sont inscrits", attente: "Attendent une place" },
  count: {
    reserves: (people: number, places: number) =>
      `${countOf(people, "personne")}, ${countOf(places, "place prise", "places prises")}.`,
    inscrits: (people: number, enrolments: number) =>
      `${countOf(people, "personne")}, ${countOf(enrolments, "inscription")}.`,
    attente: (waiting: number, offered: number) =>
      `${countOf(waiting, "demande en attente", "demandes en attente")}, ${countOf(offered, "place proposée", "places proposées")}.`,
  },
  nobody: "Personne sur cette liste",
  nobodyMore: "Choisissez d’autres jours, un autre lieu ou un autre service.",
  cut: (shown: number, all: number) =>
    `Les ${shown} premières lignes sur ${all} : le fichier pour tableur les a toutes.`,
  name: "Nom et prénom",
  lastName: "Nom",
  firstName: "Prénom",
  className: "Classe",
  birthDate: "Naissance",
  activity: "Service",
  site: "Lieu",
  unit: "Prestation",
  days: "Jours",
  hours: "Horaires",
  absentOn: (day: string) => `${day} (annoncé absent)`,
  dayCount: "Total",
  from: "Inscrit du",
  until: "au",
  adult: "Adulte à joindre",
  phone: "Téléphone",
  day: "Jour",
  rank: "Rang",
  points: "Points",
  asked: "Demande",
  state: "État",
  waiting: "Attend",
  offered: (until: Temporal.Instant | null) =>
    until === null ? "Place proposée" : `Place proposée, réponse avant ${moment(until)}`,
  moment,
  shortDay: (date: Temporal.PlainDate) => formatShortDate(date).slice(0, 5),
  date: formatShortDate,
  csv: "Télécharger pour un tableur (CSV)",
  csvName: (kind: string, first: string, last: string) => `${kind} du ${first} au ${last}.csv`,
  print: "Cette liste s’imprime.",
} as const;
