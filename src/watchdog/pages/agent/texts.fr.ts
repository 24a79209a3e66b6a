import { countOf, formatDay, formatMoment, parisDateTime } from "#kernel";

import { watchWords } from "../../alarms/texts.fr.ts";
import type { Topic } from "../../alarms/topic.ts";
import type { Watch } from "../../rules/watch.ts";

const sumOf = (topics: readonly Topic[], of: "alarms" | "count") =>
  topics.reduce((sum, topic) => sum + topic[of], 0);

const summaryLine = (watch: Watch, topics: readonly Topic[]): string => {
  switch (watch) {
    case "unpointed":
      return `${countOf(sumOf(topics, "alarms"), "jour")} à pointer dans ${countOf(topics.length, "lieu", "lieux")}.`;
    case "unissued":
      return `${countOf(topics.length, "mois", "mois")} à facturer.`;
    case "unbilled":
      return `${countOf(sumOf(topics, "count"), "présence")} sans facturation.`;
    case "jump":
      return `${countOf(topics.length, "foyer")} dont le total saute.`;
    case "quotient":
      return `${countOf(sumOf(topics, "count"), "foyer")} dont le quotient prend fin ou a pris fin.`;
  }
};

const moment = (at: Temporal.Instant) => {
  const local = parisDateTime(at);
  return formatMoment(local.toPlainDate(), local.toPlainTime());
};

export const texts = {
  title: "À surveiller",
  lead: "Chaque matin, l’espace cherche ce que personne n’a vu. Ce qui est réglé disparaît le lendemain matin.",
  looked: (at: Temporal.Instant) => `Dernier passage\u00a0: ${moment(at)}.`,
  due: "Le passage de ce matin n’est pas encore fait : il se fait dans la minute. Ce qui suit date du passage d’avant.",
  neverLooked: "Le premier passage a lieu demain matin.",
  none: "Rien à surveiller",
  noneMore: "Rien n’a été trouvé lors du dernier passage.",
  restAsleep: "Tout ce qui a été trouvé est en sommeil.",
  watch: (watch: Watch, topics: readonly Topic[]) => `${watchWords[watch]} (${topics.length})`,
  what: "Quoi",
  since: "Vu depuis",
  sinceDay: (at: Temporal.Instant) => formatDay(parisDateTime(at).toPlainDate()),
  settle: "À faire",
  sleep: "Mettre en sommeil",
  sleepHeader: "Sommeil",
  aboutTopic: (sentence: string) => `\u00a0: ${sentence}`,
  more: (count: number) =>
    `Et ${countOf(count, "autre")}. Réglez d’abord ceux-ci\u00a0: les suivants s’affichent à mesure.`,
  asleep: "En sommeil",
  until: "Jusqu’au",
  why: "Pourquoi",
  wake: "Réveiller",
  rule: "Choisir ce qui est surveillé",
  letter: {
    title: "Lettre du matin",
    on: "Vous recevez une lettre par courriel les matins où quelque chose est nouveau pour vous.",
    off: "Vous pouvez recevoir une lettre par courriel les matins où quelque chose est nouveau pour vous. Elle dit des nombres et des lieux, jamais le nom d’une famille.",
    choose: "Recevoir la lettre du matin",
    stop: "Ne plus la recevoir",
    chosen: "Vous recevrez la lettre du matin.",
    stopped: "Vous ne recevrez plus la lettre du matin.",
  },
  done: {
    sommeil: "L’alerte est en sommeil.",
    reveil: "L’alerte est de nouveau affichée.",
  },
  summary: {
    title: "À surveiller",
    line: summaryLine,
    seeAll: "Voir lesquels",
    about: (watch: Watch) => `\u00a0: ${watchWords[watch]}`,
    all: "Tout voir, et mettre en sommeil",
  },
  silence: {
    title: "Mettre en sommeil",
    lead: "L’alerte ne sera plus affichée ni écrite à personne jusqu’à ce jour. Elle revient ensuite d’elle-même, si elle est encore là. Le journal garde qui l’a mise en sommeil, et pourquoi.",
    until: "Jusqu’au",
    untilHint: "Ce jour compris, un an au plus.",
    reason: "Pourquoi",
    reasonHint: "Par exemple\u00a0: « la feuille de présence arrive par courrier lundi ».",
    submit: "Mettre en sommeil",
    badDays: "Choisissez un jour entre aujourd’hui et dans un an.",
    noReason: "Dites pourquoi en une phrase.",
    back: "À surveiller",
  },
  setting: {
    title: "Ce qui est surveillé",
    lead: "Chaque matin, l’espace cherche ce que personne n’a vu, avec ces seuils. Laissez un seuil vide pour arrêter cette veille.",
    from: "À partir du",
    past: "Choisissez aujourd’hui ou un jour à venir\u00a0: les jours passés gardent leurs seuils.",
    unpointed: "Un jour est à pointer au bout de combien de jours",
    unpointedHint: "De 0 à 60. Avec 3, le lundi est signalé le jeudi.",
    unissued: "Un mois est en retard à partir de quel jour du mois suivant",
    unissuedHint: "De 1 à 28. Avec 10, octobre est signalé à partir du 10 novembre.",
    unbilled: "Signaler les présences d’un mois facturé qui n’ont pas de prix",
    percent: "Un total saute à partir de quel pourcentage",
    percentHint: "De 1 à 999. Avec 100, un total doublé. L’écart en euros doit être atteint aussi.",
    euros: "Et à partir de quel écart, en euros",
    eurosHint: "De 0 à 10\u00a0000. Avec 50, un écart de 30,00\u00a0€ n’est pas signalé.",
    both: "Remplissez le pourcentage et l’écart, ou laissez les deux vides.",
    quotient: "Un quotient est signalé combien de jours avant sa fin",
    quotientHint: "De 0 à 180.",
    number: (least: number, most: number) =>
      `Écrivez un nombre entier de ${least.toLocaleString("fr-FR")} à ${most.toLocaleString("fr-FR")}, ou laissez vide.`,
    save: "Enregistrer",
    saved: "Les seuils sont enregistrés.",
  },
};
