import { formatDayAndYear, joinList } from "#kernel";

const ACTS = { book: "réserver", cancel: "annuler", change: "changer les heures" } as const;

/** What the check of deadlines, windows, enrolment and places says. */
export const texts = {
  deadlineTwice: (act: keyof typeof ACTS) =>
    `Ce délai pour ${ACTS[act]} est déjà écrit plus haut pour la même chose : gardez-en un, ou nommez les prestations ou la saison qu’il concerne.`,
  noDeadline: (what: string, act: "book" | "cancel") =>
    `« ${what} » n’a pas de délai pour ${ACTS[act]} : ajoutez « ${act}: » dans « deadlines » ({ kind: slotStart } s’il n’y a pas de délai).`,
  outsideHolidays: (unit: string, season: string) =>
    `« ${unit} » ouvre aussi hors vacances pendant « ${season} » : ces séances n’auraient pas de délai. Écrivez « before: season », ou un délai pour la saison.`,
  weekdayWithoutGroup: (unit: string, weekdays: string) =>
    `« ${unit} » ouvre aussi le ${weekdays} : ces séances n’auraient pas de délai. Ajoutez ce jour à un groupe.`,
  closesBeforeOpening: "Cette fenêtre ferme avant d’ouvrir : corrigez « opensAt » ou « closesAt ».",
  spanUpsideDown:
    "La dernière séance de cette fenêtre est avant la première : inversez « firstDay » et « lastDay ».",
  outsideSeason: (first: string, last: string) =>
    `Cette fenêtre sort de sa saison (${first} – ${last}) : ramenez « firstDay » et « lastDay » à l’intérieur.`,
  windowsOverlap:
    "Une fenêtre plus haut ouvre déjà ces séances aux mêmes familles : séparez leurs jours, ou nommez un groupe.",
  groupAfterAll: "Ce groupe n’est pas prioritaire : tout le monde peut réserver avant lui, ou en même temps.",
  daysWithoutWindow: (activity: string, first: Temporal.PlainDate, last: Temporal.PlainDate) =>
    `« ${activity} » : aucune fenêtre n’ouvre les séances du ${formatDayAndYear(first)} au ${formatDayAndYear(last)}, elles se réservent donc tout de suite. Ajoutez une fenêtre si ce n’est pas voulu.`,
  nobodyElse: (activity: string, season: string) =>
    `« ${activity} », ${season} : seuls des groupes peuvent réserver. Ajoutez une fenêtre sans « group » si tout le monde le peut ensuite.`,
  unknownGroup: (group: string, activity: string) =>
    `Le groupe « ${group} » n’est pas défini pour « ${activity} » : ajoutez dans « enrolment » une condition { kind: priority, group: ${group}, name: …, points: 10 }.`,
  unknownDocument: (document: string, names: readonly string[]) =>
    `Aucun document ne s’appelle « ${document} » : les familles ne pourraient pas l’envoyer. Écrivez un de ceux-ci : ${joinList(names.map((name) => `« ${name} »`))}.`,
  activityTwice: (activity: string, section: string) =>
    `« ${activity} » a déjà une entrée dans « ${section} » : réunissez-les.`,
} as const;
