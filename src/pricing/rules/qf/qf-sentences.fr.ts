import { cents, countOf, formatCents } from "#kernel";

import { day as dayWords, number } from "../tariff/words.fr.ts";
import type { Effect } from "./effective-from.ts";
import { qfText, type ResourcesCase, type Scheme, type ToldIncome } from "./income.ts";
import type { QfSetting } from "./qf-setting.ts";

const inWords = (date: Temporal.PlainDate) => dayWords(date.toString());

/** « 699,99 » */
export const qfWords = (hundredths: number): string => number(qfText(hundredths));

/** Names of the schemes. */
export const SCHEMES: Readonly<Record<Scheme, string>> = {
  caf: "CAF",
  msa: "MSA",
  other: "Autre régime, ou aucune allocation",
};

/** Why there are no resources to be told. */
export const RESOURCES_CASES: Readonly<Record<ResourcesCase, string>> = {
  nil: "Aucune ressource",
  placed: "Enfant confié à l’aide sociale à l’enfance",
  noProof: "Ni allocation ni fiche de paie",
  notGiven: "Ressources non communiquées",
};

/** « 2 450,00 € par mois », or why there are none. */
export function resourcesWords(resourcesCents: number | null, resourcesCase: ResourcesCase | null): string {
  if (resourcesCase !== null) return RESOURCES_CASES[resourcesCase];
  return resourcesCents === null ? "Non connues" : `${formatCents(cents(resourcesCents))} par mois`;
}

/** Where nothing was ever told. */
export const NOTHING_KNOWN = "Rien n’est connu";

/** « 2 enfants à charge, dont 1 avec AEEH » */
export function childrenWords({
  dependentChildren,
  aeehChildren,
}: Pick<ToldIncome, "dependentChildren" | "aeehChildren">): string {
  const dependent = countOf(dependentChildren ?? 0, "enfant à charge", "enfants à charge");
  return aeehChildren === null || aeehChildren === 0
    ? dependent
    : `${dependent}, dont ${aeehChildren} avec AEEH`;
}

const BECAUSE: Readonly<Record<Effect["because"] | "chosen", string>> = {
  first: "votre foyer n’en avait aucun de valable : il n’attend pas",
  day: "il compte dès le jour où nous le recevons",
  month: "un changement compte à partir du mois suivant, sans effet sur les jours passés",
  year: "un changement compte à partir de l’année suivante, sans effet sur les jours passés",
  chosen: "un agent a choisi ce jour",
  situation: "il suit la date de votre situation",
};

/** « Il compte à partir du 1er décembre 2026 : … » */
export function effectSentence({
  firstDay,
  because,
}: {
  firstDay: Temporal.PlainDate;
  because: Effect["because"] | "chosen";
}): string {
  return `Il compte à partir du ${inWords(firstDay)} : ${BECAUSE[because]}.`;
}

/** « Il vaut jusqu’au 31 janvier 2027. » */
export function lastDaySentence(lastDay: Temporal.PlainDate | null): string {
  return lastDay === null ? "Il n’a pas de date de fin." : `Il vaut jusqu’au ${inWords(lastDay)}.`;
}

/** « du 1er janvier 2026 au 31 janvier 2027 », « depuis le 1er janvier 2026 ». */
export function spanWords(firstDay: Temporal.PlainDate, until: Temporal.PlainDate | null): string {
  return until === null ? `à partir du ${inWords(firstDay)}` : `du ${inWords(firstDay)} au ${inWords(until)}`;
}

const EFFECTS: Readonly<Record<QfSetting["effect"], string>> = {
  day: "du jour où nous le recevons",
  month: "du mois suivant",
  year: "de l’année suivante",
};

/** What the authority chose, for whoever is about to declare. */
export function settingSentence({ effect, retroactive, firstAtOnce }: QfSetting): string {
  const first = firstAtOnce ? " Un foyer qui n’en a aucun de valable n’attend pas." : "";
  return retroactive
    ? `Un nouveau quotient compte dès votre changement de situation.${first}`
    : `Un nouveau quotient compte à partir ${EFFECTS[effect]} ; les jours passés gardent leur prix.${first}`;
}
