import { countOf } from "#kernel";

/** Words of the pages of menus. */
export const texts = {
  title: "Menus",
  week: (days: string) => `Semaine ${days}`,
  previous: "Semaine précédente",
  next: "Semaine suivante",
  family: {
    lead: "Ce qui est servi à vos enfants, avec les quatorze allergènes à déclarer.",
    none: "Aucun menu cette semaine",
    noneMore: "Les menus paraissent ici dès que la cuisine les a écrits.",
    careful: "Les avertissements viennent de la fiche sanitaire. Ils ne remplacent ni le PAI ni la cuisine.",
    back: "Planning",
  },
  agent: {
    lead: "Un plat par ligne : « Lasagnes (gluten, lait, œufs) végé bio ». « (aucun) » dit qu’il n’y a pas d’allergène ; sans parenthèses, les familles lisent « non précisés ».",
    service: "Service",
    show: "Afficher",
    none: "Aucun de vos services ne sert de repas",
    noneMore: "L’administrateur coche « Avec repas » sur la prestation, dans Offre.",
    also: "Servir le même menu aussi à",
    submit: "Enregistrer la semaine",
    saved: "La semaine est enregistrée. Les familles la lisent sur leur planning.",
    dish: (line: number, message: string) => `Ligne ${line} : ${message}`,
    most: (most: number) => `${most} plats au plus par jour.`,
    shown: "Comme les familles le lisent",
    unsaid: (count: number) => `${countOf(count, "plat")} sans allergènes précisés.`,
  },
  file: {
    title: "Reprendre un fichier",
    lead: "Un fichier CSV, colonnes séparées par des points-virgules : date;service;plat;allergenes;vegetarien;bio. Une ligne par plat.",
    text: "Contenu du fichier",
    check: "Vérifier",
    checkTitle: "Vérifier le fichier de menus",
    refusals: (count: number) => `${countOf(count, "ligne")} à corriger`,
    line: "Ligne",
    why: "Pourquoi",
    nothing: "Aucun jour de ce fichier ne peut être repris.",
    days: (days: number, dishes: number) =>
      `${countOf(days, "jour")} à reprendre, ${countOf(dishes, "plat")}. Ces jours remplacent ceux qui étaient écrits.`,
    columns: { service: "Service", date: "Jour", dishes: "Plats" },
    save: "Enregistrer ces jours",
    saved: "Les jours du fichier sont enregistrés.",
    empty: "Collez le contenu du fichier.",
    back: "Menus",
  },
} as const;
