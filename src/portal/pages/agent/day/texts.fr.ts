import { withCompanions } from "#bookings";
import { countOf } from "#kernel";

/** How many are expected, how many were noted, and how many come with them. */
interface Counted {
  expected: number;
  noted: number;
  companions: number;
}

/** Words of an agent's day. */
export const texts = {
  title: "Ma journée",
  search: "Chercher une famille",
  searchLabel: "Nom, prénom ou téléphone",
  searchButton: "Chercher",
  caption: (today: string, tomorrow: string) => `Aujourd’hui, ${today}, et demain, ${tomorrow}`,
  site: "Lieu",
  unit: "Prestation",
  today: "Aujourd’hui",
  tomorrow: "Demain",
  day: "Jour",
  room: "Places",
  total: "Total",
  list: "Liste",
  noSlot: "Pas d’accueil",
  closures: "Fermetures à venir",
  everySite: "Tous les lieux",
  message: "Raison",
  nearlyFull: "Bientôt complet",
  roomLeft: (free: number) => (free === 0 ? "Complet" : `Reste ${countOf(free, "place", "places")}`),
  nothing: "Aucun accueil aujourd’hui ni demain.",
  toConfirm: (count: number) =>
    count === 1
      ? "Une période du calendrier scolaire est à confirmer."
      : `${count} périodes du calendrier scolaire sont à confirmer.`,
  missing: (years: string) => `Année scolaire manquante : ${years}. Aucun jour n’y est proposé aux familles.`,
  calendar: "Voir le calendrier",
  toPhone: "Places proposées : familles à appeler, sans adresse e-mail",
  family: "Famille",
  offered: "Place",
  answerBefore: "Réponse avant",
  offeredPlace: (firstName: string, unit: string, day: string) => `${firstName}, ${unit}, ${day}`,
  noteToday: "Pointer aujourd’hui",
  noted: ({ noted, expected, companions }: Counted) =>
    noted === expected
      ? `${expectedWords(expected, companions)}, tout est pointé`
      : `${expectedWords(expected, companions)}, ${noted === 0 ? "personne n’est encore pointé" : `${noted} déjà ${noted === 1 ? "pointé" : "pointés"}`}`,
  notedSites: (sites: number) => `sur ${countOf(sites, "lieu", "lieux")}`,
  attendance: "Pointer les présences",
  kitchen: "Les deux semaines à venir",
  coming: "Occupation des jours à venir",
  taken: "Pris",
  places: "Places",
  left: "Reste",
  links: "Aller plus loin",
  occupancy: "Toute l’occupation",
  lists: "Listes de noms",
  moves: "Déplacer des réservations",
  classDays: "Dire qu’une classe est absente",
} as const;

/** « 2 attendus », « 1 attendu, avec 3 enfants » */
function expectedWords(expected: number, companions: number): string {
  return withCompanions(countOf(expected, "attendu", "attendus"), companions);
}
