import {
  agree,
  countOf,
  formatDayAndYear,
  formatDateRange,
  type HolidayZone,
  type SchoolZone,
  stepPhrase,
} from "#kernel";

import type { Audience, BookedBy } from "../../../offer/activity-offer.ts";
import type { OpensOn } from "../../../rules/slot-days.ts";

const audiences: Readonly<Record<Audience, string>> = {
  children: "Les enfants",
  adults: "Les adultes",
  everyone: "Les enfants et les adultes",
};

const bookedBys: Readonly<Record<BookedBy, string>> = {
  slot: "Séance par séance",
  week: "À la semaine : toutes ses séances ensemble",
  season: "Pour toute la saison : un séjour, un cours",
};

const opensOns: Readonly<Record<OpensOn, string>> = {
  school: "Les jours d’école",
  holidays: "Pendant les vacances scolaires",
  any: "Les jours d’école et pendant les vacances",
};

const slots = (count: number) => countOf(count, "séance");

const EVERY_WORDS = { 15: "par quart d’heure", 30: "par demi-heure", 60: "par heure" } as const;

/** Words of the pages on which agents keep what is offered. */
export const texts = {
  title: "Offre",
  back: "Revenir à l’offre",
  form: {
    check: "Voir ce qui va changer",
    none: "Aucun",
    unreadable: "Ce texte ne peut pas être lu : écrivez-le de nouveau.",
    fromToday:
      "Choisissez aujourd’hui ou un jour des cinq années à venir : les séances passées ne changent plus.",
  },
  list: {
    counts: (activities: number, sites: number) =>
      `${countOf(activities, "service")} dans ${countOf(sites, "lieu", "lieux")}.`,
    incomplete: (count: number) =>
      `${countOf(count, "service ne peut pas encore être réservé", "services ne peuvent pas encore être réservés")}.`,
    ruleSet: "Règlement en un fichier",
    conditions: "Conditions d’inscription",
    deadlines: "Réglages des délais",
    windows: "Ouvertures des réservations",
    tariffs: "Tarifs",
    waiting: "Panier et liste d’attente",
    alerts: "Alertes des familles",
    filter: "Filtrer",
    allSites: "Tous les lieux",
    onlyMissing: "Seulement ce qui manque",
    site: "Lieu",
    activity: "Service",
    units: "Prestations",
    season: "Saison",
    noSeason: "Aucune saison à venir",
    seasonDays: (name: string, first: Temporal.PlainDate, last: Temporal.PlainDate) =>
      `${name}, ${formatDateRange(first, last)}`,
    places: "Places par jour",
    enrolled: "Inscrits",
    missing: "À faire",
    complete: "Prêt",
    table: "Services",
    sites: "Lieux",
    sitesHint: "Le nom que lisent les familles, la commune et le téléphone de chaque lieu.",
    commune: "Commune",
    phone: "Téléphone",
    change: "Modifier",
    addActivity: "Ajouter un service",
    addSite: "Ajouter un lieu",
    csv: "Télécharger cette liste (CSV)",
    csvName: "Offre.csv",
    empty: "Rien n’est encore proposé",
    start:
      "Pour commencer : le calendrier, puis un lieu, un service, sa saison, ses délais. Les séances se créent alors seules.",
    noMatch: "Aucun service ne correspond à ce filtre.",
    none: "aucune",
  },
  missing: {
    calendar: "Calendrier à choisir",
    season: "Saison à ajouter",
    openings: "Jours d’ouverture à donner",
    deadlines: "Délais à régler",
  },
  saved: {
    lieu: "Le lieu est enregistré.",
    activite: "C’est enregistré. Les séances suivent dans la minute.",
    next: "Continuer avec",
  },
  site: {
    add: "Ajouter un lieu",
    change: (name: string) => `Modifier le lieu ${name}`,
    name: "Nom du lieu",
    nameHint: "Celui que lisent les familles, par exemple « École du Marquenterre – Rue ».",
    commune: "Commune",
    phone: "Téléphone",
    phoneHint: "Celui que les familles appellent pour ce lieu.",
  },
  activity: {
    add: "Ajouter un service",
    change: (name: string) => `Modifier ${name}`,
    name: "Nom du service",
    nameHint: "Par exemple « Restauration scolaire – Rue ».",
    site: "Lieu",
    chooseSite: "Choisissez un lieu",
    audience: "Qui peut y participer",
    audiences,
    firstUnit: "Sa première prestation",
    firstUnitHint: "Ce que l’on réserve : un repas, une matinée. D’autres s’ajoutent ensuite.",
    code: (code: string) => `Code dans le règlement : ${code}`,
    edit: "Modifier le nom, le lieu ou le public",
    todo: "Ce qu’il reste à faire",
    ready: "Rien ne manque : les familles inscrites peuvent réserver.",
    enrolled: (count: number) =>
      `${countOf(count, "participant inscrit", "participants inscrits")} aujourd’hui.`,
    deadlines: "Voir et régler les délais",
    calendar: "Choisir le calendrier",
  },
  unit: {
    title: "Prestation",
    table: "Prestations",
    add: (activity: string) => `Ajouter une prestation à ${activity}`,
    addShort: "Ajouter une prestation",
    change: (name: string) => `Modifier la prestation ${name}`,
    name: "Nom de la prestation",
    nameHint: "Par exemple « Repas », « Matin avec repas », « Semaine ».",
    from: "Début",
    to: "Fin",
    hours: "Horaires",
    hoursFrom: (day: Temporal.PlainDate, hours: string) => `à partir du ${formatDayAndYear(day)} : ${hours}`,
    meal: "Un repas est compris",
    withMeal: "avec repas",
    bookedBy: "Comment elle se réserve",
    bookedBys,
    step: "Horaires choisis par la famille",
    stepHint: "La famille donne l’arrivée et le départ, entre le début et la fin.",
    noStep: "Non : les horaires de la prestation",
    steps: { "15": "Oui, au quart d’heure", "30": "Oui, à la demi-heure", "60": "Oui, à l’heure" },
    least: "Nombre de jours au moins par semaine",
    companions: "Enfants qui viennent avec la personne, au plus",
    companionsHint:
      "Entre 1 et 20 : une assistante maternelle avec les enfants qu’elle accueille. Rien : personne.",
    companionsOnly: "Les enfants seuls prennent une place, et pas la personne",
    leastHint: "Entre 2 et 7. Il compte toutes les prestations du service qui ont un minimum.",
    excludes: "Ne se réserve pas le même jour que",
    needs: "Ne se réserve qu’avec, le même jour",
  },
  ages: {
    title: (activity: string) => `Tranches d’âge – ${activity}`,
    table: "Tranches d’âge",
    edit: "Modifier les tranches d’âge",
    none: "Les places ne sont pas comptées par âge.",
    caption: "Une ligne par tranche ; videz le nom pour retirer une ligne",
    hint: "En mois révolus le jour de la séance : 36 pour 3 ans, 72 pour 6 ans, 144 pour 12 ans. Le dernier mois n’est pas compris. Le taux dit combien d’enfants encadre un adulte.",
    columns: { nom: "Nom", de: "De (mois)", a: "À (mois, exclu)", taux: "Enfants par adulte" },
    cell: (column: string, line: number) => `${column}, ligne ${line}`,
    missing: (name: string) => `Écrivez les âges de « ${name} », en mois.`,
  },
  season: {
    title: "Saison",
    table: "Saisons",
    none: "Aucune saison : rien ne peut être réservé.",
    add: (activity: string) => `Ajouter une saison à ${activity}`,
    addShort: "Ajouter une saison",
    change: (name: string, activity: string) => `Modifier la saison ${name} – ${activity}`,
    name: "Nom de la saison",
    nameHint: "Par exemple « 2026-2027 » ou « Été 2027 ».",
    firstDay: "Premier jour",
    lastDay: "Dernier jour",
    opensOn: "Elle ouvre",
    opensOns,
    days: "Dates",
    openings: "Ouvertures d’aujourd’hui ou du premier jour",
    grid: "Places par prestation et jour de la semaine",
    gridHint:
      "Écrivez un nombre de places, et laissez vide un jour où la prestation n’ouvre pas. Pour des horaires propres à ce jour : « 60 de 9:00 à 16:30 ».",
    cell: (unit: string, weekday: string) => `Places de ${unit} le ${weekday}`,
    places: (unit: string, weekday: string) =>
      `${unit}, ${weekday} : écrivez un nombre, par exemple 60, ou « 60 de 9:00 à 16:30 ».`,
    dateCount: (count: number) => countOf(count, "date"),
    dates: "Ouvrir à des dates choisies (sorties, ateliers, séjours)",
    datesOf: (unit: string) => `Dates de ${unit}`,
    datesHint:
      "Une ligne par date, avec ses places : « 23/02/2027 : 12 » ou « 23/02/2027 : 12 de 9:00 à 17:00 ».",
    datesWrong: (unit: string) => `Dates de ${unit} : écrivez chaque ligne comme « 23/02/2027 : 12 ».`,
    from: "Les jours, les places et les dates valent à partir du",
    fromHint: "Avant ce jour, rien ne change. Le nom et les dates de la saison valent tout de suite.",
  },
  capacity: {
    title: "Places partagées entre les prestations",
    hint: "Facultatif. Un nombre de places ou d’adultes pour toutes les prestations qui ont lieu à ces heures, par âge si besoin. Une ligne d’un jour passe avant « tous les jours ». Videz les nombres pour retirer une ligne.",
    day: "Jour",
    everyDay: "tous les jours",
    ages: "Âge",
    everyAge: "tous les âges",
    places: "Places",
    adults: "ou adultes",
    every: "Comptées",
    once: "une fois",
    everyMinutes: EVERY_WORDS,
  },
  check: {
    title: "Vérifier avant d’enregistrer",
    atOnce: (what: string) => `${what} (tout de suite, pour toutes les séances)`,
    unchanged: "C’est déjà ainsi : rien ne change.",
    nothingDone: (from: Temporal.PlainDate) =>
      `Rien n’est encore fait. Ce qui suit vaudra à partir du ${formatDayAndYear(from)}.`,
    warnings: (count: number) => `${countOf(count, "point")} à regarder`,
    facts: (count: number) => countOf(count, "changement"),
    what: "Quoi",
    before: "Avant",
    after: "Après",
    removed: "retiré",
    save: "Enregistrer",
    leave: "Ne rien changer",
  },
  effects: {
    title: "Ce qui change pour les familles",
    none: "Aucune séance ne change.",
    opened: (count: number) => `${slots(count)} de plus`,
    closed: (count: number) => `${slots(count)} ${agree(count, "fermée", "fermées")}`,
    begun: (count: number) =>
      `${slots(count)} d’aujourd’hui ${agree(count, "a déjà commencé : elle reste comme elle est", "ont déjà commencé : elles restent comme elles sont")}`,
    changed: (count: number) => `${slots(count)} avec d’autres places ou d’autres horaires`,
    lost: ({ bookings, households }: { bookings: number; households: number }) =>
      bookings === 0
        ? "Personne n’a réservé les séances qui ferment."
        : `${countOf(bookings, "réservation sera annulée", "réservations seront annulées")}, de ${countOf(households, "famille")} ; les familles seront prévenues par e-mail.`,
    deadlinesFirst: "Une séance nouvelle n’est proposée qu’une fois les délais du service réglés.",
    day: (unit: string, date: Temporal.PlainDate) => `${unit}, ${formatDayAndYear(date)}`,
    others: (count: number) => `et ${slots(count)} encore`,
  },
  since: {
    title: "L’offre a changé entre-temps",
    why: "Ce que vous avez vu avant d’enregistrer n’est plus ce qui est en vigueur : quelqu’un d’autre l’a changé, ou le jour choisi est passé.",
    whatNow: "Rien n’a été enregistré. Reprenez le formulaire pour voir ce qui changera maintenant.",
    next: "Revenir à l’offre",
  },
  facts: {
    nothing: "–",
    calendar: "Calendrier",
    calendarWords: ({
      schoolZone,
      publicHolidays,
    }: {
      schoolZone: SchoolZone;
      publicHolidays: HolidayZone;
    }) =>
      `zone ${schoolZone}, jours fériés ${publicHolidays === "metropole" ? "de métropole" : "d’Alsace-Moselle"}`,
    ofSite: (code: string) => `Lieu ${code}`,
    name: "Nom",
    site: "Lieu",
    audience: "Public",
    unit: (name: string) => `Prestation ${name}`,
    unitName: (name: string) => `Nom de la prestation ${name}`,
    unitHours: (name: string) => `Heures de la prestation ${name}`,
    step: (minutes: number) => `horaires choisis, ${stepPhrase(minutes)}`,
    least: (days: number) => `au moins ${days} jours par semaine`,
    companions: (most: number, alone: boolean) =>
      `la personne vient avec ${most} ${most > 1 ? "enfants" : "enfant"} au plus, ${alone ? "qui seuls prennent une place" : "chacun prend une place, elle aussi"}`,
    excludes: (names: string) => `pas le même jour que ${names}`,
    needs: (names: string) => `seulement avec ${names}`,
    ages: (name: string) => `Tranche d’âge ${name}`,
    agesWords: (group: { fromMonths: number; untilMonths: number; childrenPerAdult?: number | undefined }) =>
      `de ${group.fromMonths} à ${group.untilMonths} mois (exclus)${group.childrenPerAdult === undefined ? "" : `, un adulte pour ${group.childrenPerAdult}`}`,
    season: (name: string) => `Saison ${name}`,
    seasonWords: (first: string, last: string, opensOn: OpensOn) =>
      `du ${first} au ${last}, ${opensOns[opensOn].toLowerCase()}`,
    opening: (season: string, unit: string, when: string) => `${season}, ${unit}, ${when}`,
    places: (places: number, hours: string | null) =>
      `${countOf(places, "place")}${hours === null ? "" : `, ${hours}`}`,
    capacity: (season: string, weekday: string, ages: string, from: string) =>
      `${season}, places partagées, ${weekday}, ${ages}, à partir de ${from}`,
    shared: (
      {
        places,
        adults,
        every,
      }: { places?: number | undefined; adults?: number | undefined; every?: 15 | 30 | 60 | undefined },
      to: string,
    ) => {
      const count = adults === undefined ? countOf(places ?? 0, "place") : countOf(adults, "adulte");
      return `${count} jusqu’à ${to}${every === undefined ? "" : `, ${EVERY_WORDS[every]}`}`;
    },
  },
} as const;
