import { countOf, formatDayAndYear } from "#kernel";

/** Words of the page on which agents say which alerts families have before choosing. */
export const texts = {
  title: "Alertes des familles",
  lead: "Chaque adulte choisit ses alertes sur l’espace. Voici celles qu’il a tant qu’il n’a pas choisi, et quand elles partent. Un choix déjà fait n’est jamais changé.",
  back: "Revenir à l’offre",
  versions: "Réglages, du plus ancien au plus récent",
  since: "À partir du",
  always: "depuis toujours",
  day: formatDayAndYear,
  unasked: "Sans choix de l’adulte",
  week: "Semaine vide",
  deadline: "Délai qui ferme",
  /** « Semaine vide : le dimanche à 18 h… » */
  told: (alert: string, sentence: string) =>
    `${alert} : ${sentence.charAt(0).toLocaleLowerCase("fr-FR")}${sentence.slice(1)}`,
  form: "Changer les réglages",
  kinds: "Alertes de qui n’a pas choisi",
  placeOffered: "Une place lui est proposée",
  emptyWeek: "Une semaine est vide",
  deadlineTonight: "Un délai ferme et quelque chose n’est pas comme d’habitude",
  weekDays: "Une semaine vide est dite au plus tard",
  weekDay: (days: number) => (days === 1 ? "le dimanche" : `${days} jours avant le lundi`),
  weekHours: "Heures laissées avant le premier délai de cette semaine",
  deadlineHours: "Un délai est dit à midi s’il ferme plus de tant d’heures après midi",
  deadlineHint: "Sinon, la veille à 18 h. 12 : toujours la veille.",
  noCount: (least: number, most: number) => `Écrivez un nombre de ${least} à ${most}.`,
  submit: "Voir ce qui va changer",
  check: "Ce qui va changer",
  from: (day: Temporal.PlainDate) => `À partir du ${formatDayAndYear(day)}`,
  nothing: "Tout est déjà ainsi : rien ne changerait.",
  concerned: (guardians: number) =>
    guardians === 0
      ? "Tous les adultes qui ont une adresse ont déjà choisi."
      : `${countOf(guardians, "adulte n’a pas tout choisi", "adultes n’ont pas tout choisi")} et ${guardians > 1 ? "suivent" : "suit"} ces réglages.`,
  save: "Enregistrer",
  change: "Changer quelque chose",
  saved: "C’est enregistré.",
} as const;
