import {
  agree,
  countOf,
  formatDateRange,
  formatDay,
  formatDayAndYear,
  joinList,
  type HolidayZone,
  type SchoolPeriod,
  type SchoolZone,
} from "#kernel";

const holidayZones: Readonly<Record<HolidayZone, string>> = {
  metropole: "Métropole : onze jours par an",
  "alsace-moselle": "Alsace et Moselle : Vendredi saint et 26 décembre en plus",
};

const days = (count: number) => countOf(count, "jour");

/** Words of the page on which an agent keeps the calendar. */
export const texts = {
  title: "Calendrier",
  back: "Revenir au calendrier",
  nothingDone: "Rien n’est encore fait.",
  closures: {
    before: "Une grève, un pont, des travaux : ces jours se ferment à la page",
    link: "Fermetures",
  },
  known: {
    until: (date: Temporal.PlainDate) => `Les jours d’école sont connus jusqu’au ${formatDayAndYear(date)}.`,
    nextYear: (schoolYear: string) =>
      `Au-delà, aucun jour ne sera proposé tant que l’année ${schoolYear} n’est pas importée.`,
    missing: (schoolYear: string) => `Année scolaire ${schoolYear} manquante`,
    after: (date: Temporal.PlainDate | undefined, activities: readonly string[]) =>
      `Aucun jour n’est proposé${date === undefined ? "" : ` après le ${formatDayAndYear(date)}`} pour ${joinList(activities)}.`,
    toDo: "Importez le calendrier officiel de cette année",
  },
  school: {
    title: (zone: SchoolZone) => `Vacances scolaires, zone ${zone}`,
    year: (schoolYear: string) => `Année scolaire ${schoolYear}`,
    earlier: "Années passées",
    none: "Aucune date n’est connue pour cette zone.",
    toConfirm: (count: number) =>
      `${countOf(count, "période est", "périodes sont")} à confirmer : comparez les dates avec celles du ministère, sur education.gouv.fr.`,
    name: "Vacances",
    dates: "Jours sans école",
    state: "Source",
    days: ({ firstDayOff, lastDayOff }: SchoolPeriod) =>
      lastDayOff === null
        ? `à partir du ${formatDayAndYear(firstDayOff)} ; la fin n’est pas encore publiée`
        : formatDateRange(firstDayOff, lastDayOff),
    confirmed: "Confirmé",
    unconfirmed: "À confirmer",
    confirm: "Confirmer",
  },
  holidays: {
    title: (year: number) => `Jours fériés de ${year}`,
    computed: "Ils sont calculés pour toutes les années : rien n’est à saisir.",
    day: formatDay,
  },
  choice: {
    title: "Quel calendrier vaut ici",
    none: "Choisissez la zone scolaire et les jours fériés : aucun jour n’est proposé avant.",
    zone: "Zone des vacances scolaires",
    zones: {
      A: "Besançon, Bordeaux, Clermont-Ferrand, Dijon, Grenoble, Limoges, Lyon, Poitiers",
      B: "Aix-Marseille, Amiens, Lille, Nancy-Metz, Nantes, Nice, Normandie, Orléans-Tours, Reims, Rennes, Strasbourg",
      C: "Créteil, Montpellier, Paris, Toulouse, Versailles",
    } satisfies Record<SchoolZone, string>,
    zoneName: (zone: SchoolZone) => `Zone ${zone}`,
    holidays: "Jours fériés",
    holidayZones,
    submit: "Voir ce qui va changer",
    wrong: "Choisissez une réponse de la liste.",
    check: "Changer de calendrier",
    unchanged: "C’est déjà le calendrier en vigueur : rien ne change.",
    chosen: (zone: SchoolZone, holidays: HolidayZone) =>
      `Vacances de la zone ${zone}. ${holidayZones[holidays]}.`,
    save: "Prendre ce calendrier",
    unknownZone: (zone: SchoolZone) =>
      `Aucune année n’est complète pour la zone ${zone} : aucun jour nouveau ne sera proposé avant un import. Les jours déjà proposés restent.`,
  },
  import: {
    title: "Importer des vacances scolaires",
    text: "Contenu du fichier",
    hint: "Copiez ici le jeu de données de l’État « Le calendrier scolaire » (JSON ou CSV, data.education.gouv.fr), filtré sur votre zone, ou un fichier de Préau.",
    submit: "Lire et voir ce qui va changer",
    empty: "Collez le contenu du fichier.",
    check: "Importer le calendrier",
    again: "Corriger le texte",
    refusals: (count: number) => countOf(count, "ligne n’est pas prise", "lignes ne sont pas prises"),
    line: "Ligne",
    lineNumber: (line: number) => `Ligne ${line}`,
    why: "Pourquoi",
    changes: "Ce qui change au calendrier",
    nothing: "Rien ne change au calendrier.",
    added: "Ajouté",
    changed: "Changé",
    was: (before: readonly SchoolPeriod[]) => `Avant : ${before.map(periodWords).join(" ; ")}`,
    unchanged: (count: number) =>
      `${countOf(count, "période reste comme elle est", "périodes restent comme elles sont")}.`,
    kept: (count: number) =>
      `${countOf(count, "période confirmée reste", "périodes confirmées restent")} : le fichier ne la donne que « à confirmer ».`,
    period: periodWords,
    save: "Mettre le calendrier à jour",
  },
  opening: {
    title: "Ce qui change pour les familles",
    none: "Aucun jour proposé ne change.",
    opened: (count: number) => `${days(count)} de plus ${agree(count, "sera proposé", "seront proposés")}`,
    closed: (count: number) =>
      `${days(count)} ${agree(count, "ne sera plus proposé", "ne seront plus proposés")}`,
    closedMore: "Les réservations de ces jours sont annulées, et les familles prévenues par e-mail.",
    day: formatDayAndYear,
    others: (count: number) => `et ${days(count)} encore`,
  },
  done: {
    choix: "Le calendrier est choisi. Les jours proposés suivent dans la minute.",
    import: "Le calendrier est à jour. Les jours proposés suivent dans la minute.",
    confirme: "Ces dates sont confirmées.",
  },
} as const;

/** « Toussaint 2026-2027, du samedi 17 octobre au dimanche 1er novembre (à confirmer) » */
function periodWords({ label, schoolYear, firstDayOff, lastDayOff, evidence }: SchoolPeriod): string {
  const dates =
    lastDayOff === null ? `à partir du ${formatDay(firstDayOff)}` : formatDateRange(firstDayOff, lastDayOff);
  return `${label} ${schoolYear}, ${dates}${evidence === "G" ? " (à confirmer)" : ""}`;
}
