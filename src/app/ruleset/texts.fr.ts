import { countOf, formatDayAndYear } from "#kernel";

/** What the file of the rule set is told, its sections apart. */
export const texts = {
  notYaml:
    "Cette ligne ne se lit pas comme du YAML : regardez les retraits (des espaces, jamais de tabulation), les deux-points suivis d’une espace et les guillemets.",
  sameKeyTwice: "Cette clé est écrite deux fois au même endroit : gardez-en une.",
  notARuleSet:
    "Ce fichier n’est pas un règlement : il commence par des clés comme « sites: », « activities: », « deadlines: ».",
  missing: "il manque cette clé. Ajoutez-la, docs/ruleset.md dit quoi y mettre.",
  otherKind: (kind: string) => `écrivez ici ${kind}.`,
  oneOf: (values: readonly string[]) => `écrivez l’un de ces mots : ${values.join(", ")}.`,
  noneOfTheForms: "aucune des formes possibles ne convient : docs/ruleset.md les montre.",
  unknownKind: "ce « kind » n’existe pas : docs/ruleset.md donne la liste.",
  tooSmall: (origin: string, least: number) =>
    origin === "number" || origin === "int"
      ? `écrivez un nombre au moins égal à ${least}.`
      : origin === "string"
        ? "ce texte est vide ou trop court."
        : `il en faut au moins ${least}.`,
  tooBig: (origin: string, most: number) =>
    origin === "number" || origin === "int"
      ? `écrivez un nombre au plus égal à ${most}.`
      : `${most} au plus : raccourcissez.`,
  notUnderstood: "cette valeur n’est pas comprise : docs/ruleset.md montre comment l’écrire.",
  inventedButComplete:
    "Ce qui est inventé rend la source incomplète : écrivez « source: incomplete », ou retirez « invented ».",
  incompleteOfWhat: "Dites dans « invented » ce qui manque à la source et ce que vous avez mis à la place.",
  zoneNotShipped: (zone: string) =>
    `Préau n’apporte que les vacances scolaires de la zone B : tant que celles de la zone ${zone} ne sont pas importées, aucun délai ne se calcule. Importez le calendrier de l’État sur la page « Calendrier » des agents (docs/ruleset.md, « Le calendrier scolaire »).`,
  yearNotShipped: (season: string, year: string) =>
    `L’année scolaire ${year} n’est pas dans le calendrier apporté avec Préau : les jours de la saison « ${season} » qui en sont n’auront pas de délai avant que le calendrier de l’État soit importé sur la page « Calendrier » des agents.`,
  unknownKey: (key: string) =>
    `« ${key} » n’est pas une clé connue à cet endroit : vérifiez son orthographe, ou retirez-la.`,
  calendarChanges: ({ publicHolidays, schoolZone }: { publicHolidays: string; schoolZone: string }) =>
    `Calendrier : jours fériés ${publicHolidays === "metropole" ? "de métropole" : "d’Alsace-Moselle"}, vacances de la zone ${schoolZone}.`,
  newSite: (name: string) => `Nouveau lieu : ${name}.`,
  newActivity: (name: string, units: number, seasons: number) =>
    `Nouveau service : ${name} (${countOf(units, "prestation")}, ${countOf(seasons, "saison")}).`,
  activityChanges: (activity: string, fact: Said) => `${activity} – ${factWords(fact)}`,
  fact: factWords,
  changesAtOnce: "Tout de suite, pour toutes les séances",
  nothingChanges: "Tout est déjà ainsi : ce fichier ne change rien.",
  changesFrom: (from: Temporal.PlainDate) => `Pour les séances à partir du ${formatDayAndYear(from)}`,
  leftAsTheyAre: "Le fichier ne nomme pas ceci, qui reste comme il est",
  at: (path: readonly (string | number)[], sentence: string) =>
    `${path.filter((step) => typeof step === "string").join(" › ")} : ${sentence}`,
  kinds: {
    string: "un texte (entre guillemets si c’est une heure, une date ou un nombre)",
    number: "un nombre",
    int: "un nombre entier",
    boolean: "true ou false",
    array: "une liste : [a, b], ou une ligne par élément avec un tiret",
    object: "des clés et leurs valeurs",
    other: "une valeur d’une autre forme, que docs/ruleset.md montre",
  } as Readonly<Record<string, string>>,
} as const;

interface Said {
  what: string;
  before: string | null;
  after: string | null;
}

/** « Saison 2026-2027, Repas, lundi : 30 places (jusque-là, 24 places). » */
function factWords({ what, before, after }: Said): string {
  return `${what} : ${after ?? "retiré"}${before === null ? "" : ` (jusque-là, ${before})`}.`;
}
