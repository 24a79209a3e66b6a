import { countOf, formatCents, formatTime, cents as centsOf, type Cents } from "#kernel";

import { RESOURCES_CASES } from "../qf/qf-sentences.fr.ts";
import { day, euros, number } from "../tariff/words.fr.ts";
import type { AgreedMonth, MoreTime } from "./contract-facts.ts";
import type { Deduction } from "./deductions.ts";
import type { PsuHole, PsuRate } from "./hourly-rate.ts";
import type { DayHours } from "./hours.ts";
import type { MonthHours } from "./month-hours.ts";
import type { Regularisation } from "./contract-months.ts";

const LIMITS = { floor: "le plancher", ceiling: "le plafond" } as const;

/** « Pourquoi ce tarif horaire ? », in the order in which it was made. */
export function explainRate({ cents, facts }: PsuRate): readonly string[] {
  const { euros: known, unknown, limit, children, aeeh, percent, exactly, evidence } = facts;
  const resources =
    known === null
      ? `${RESOURCES_CASES[unknown ?? "notGiven"]} : compté ${limit === null ? "" : LIMITS[limit.kind]}`
      : `Ressources du foyer : ${euros(known)} par mois`;
  return [
    limit === null
      ? `${resources}.`
      : `${resources}, soit ${euros(limit.euros)} (${LIMITS[limit.kind]} au ${day(facts.day)}).`,
    aeeh === 0
      ? `${countOf(children, "enfant à charge", "enfants à charge")} : taux d’effort ${number(percent)} %.`
      : `${countOf(children, "enfant à charge", "enfants à charge")}, et ${aeeh} de plus pour l’AEEH : taux d’effort ${number(percent)} %.`,
    `${euros(limit?.euros ?? known ?? "0")} × ${number(percent)} % = ${number(exactly)}\u00a0€, arrondi à ${formatCents(cents)} de l’heure.`,
    ...(evidence === "G"
      ? ["Un des chiffres nationaux de ce calcul reste à confirmer auprès de la CAF."]
      : []),
  ];
}

/** What to settle before a rate can be told. */
export function psuHoleSentence({ code, day: on }: PsuHole): string {
  switch (code) {
    case "noRates":
      return `Les taux d’effort du ${day(on)} ne sont pas connus.`;
    case "noRateForChildren":
      return "Aucun taux d’effort n’est prévu pour ce nombre d’enfants à charge.";
    case "noFloor":
      return `Le plancher de ressources du ${day(on)} n’est pas connu : un administrateur l’écrit dans le réglage des quotients.`;
    case "noCeiling":
      return `Le plafond de ressources du ${day(on)} n’est pas connu : un administrateur l’écrit dans le réglage des quotients.`;
    case "noResources":
      return "Les ressources du foyer ne sont pas connues pour ces jours : déclarez-les pour connaître le tarif.";
  }
}

const BECAUSE: Readonly<Record<Deduction["because"], string>> = {
  authority: "déduit, l’accueil était fermé",
  medical: "déduit dès le premier jour (hospitalisation ou éviction)",
  waiting: "à payer malgré l’absence (jour de carence)",
  afterWaiting: "déduit, après la carence",
  noProof: "à payer malgré l’absence (le certificat manque)",
  noPlace: "personne n’était attendu (jour rendu, ou sans place), la mensualité reste due",
  other: "à payer malgré l’absence (ce motif ne se déduit pas)",
};

/** « lundi 9 novembre 2026 : déduit, après la carence. » */
export function deductionSentence({ day: on, because }: Deduction): string {
  return `${day(on.toString())} : ${BECAUSE[because]}.`;
}

/** « 119 h », « 1 053 h 30 ». */
function hours(minutes: number): string {
  const whole = `${Math.floor(minutes / 60).toLocaleString("fr-FR")}\u00a0h`;
  return minutes % 60 === 0 ? whole : `${whole}\u00a0${String(minutes % 60).padStart(2, "0")}`;
}

/**
 * « Contrat : 1 053 h 30 sur 12 mois, en heures entières : 87 h par mois, le dernier mois 96 h 30. Ce mois est le 4ᵉ sur
 * 12 : 87 h à 1,01 € de l’heure, soit 87,87 €. »
 */
export function agreedSentence(made: AgreedMonth): string {
  const { agreedMinutes, months, index, usualMinutes, lastMinutes, rate, cents } = made;
  const minutes = index === months ? lastMinutes : usualMinutes;
  const price = `${hours(minutes)} à ${formatCents(rate)} de l’heure, soit ${formatCents(cents)}`;
  if (months === 1) return `Contrat d’un seul mois : ${price}.`;
  const last = lastMinutes === usualMinutes ? "" : `, le dernier mois ${hours(lastMinutes)}`;
  const shared = `${hours(agreedMinutes)} sur ${months} mois, en heures entières : ${hours(usualMinutes)} par mois${last}`;
  return `Contrat : ${shared}. Ce mois est le ${index === 1 ? "1ᵉʳ" : `${index}ᵉ`} sur ${months} : ${price}.`;
}

/** « En plus, le 4 novembre 2026 : prévu de 9 h à 17 h, noté de 9 h à 17 h 07 : une demi-heure. » */
export function moreSentence({ day: on, planned, real, minutes }: MoreTime): string {
  const agreed = planned === null ? "jour non prévu au contrat" : `prévu ${spanOf(planned)}`;
  const more = minutes === 30 ? "une demi-heure" : hours(minutes);
  return `En plus, le ${day(on)} : ${agreed}, compté ${spanOf(real)} : ${more}.`;
}

const spanOf = ({ from, to }: DayHours) => `de ${clock(from)} à ${clock(to)}`;
const clock = (minute: number) =>
  minute >= 1440 ? "24\u00a0h" : formatTime(new Temporal.PlainTime(Math.floor(minute / 60), minute % 60));

/** « 2 h 30 à 1,86 € de l’heure. » */
export function timeSentence(minutes: number, rate: Cents): string {
  return `${hours(minutes)} à ${formatCents(rate)} de l’heure.`;
}

const GRANTS = {
  full: "jusqu’à 107 %, l’aide de la CAF à la structure est entière",
  decreasing: "entre 107 % et 120 %, l’aide de la CAF à la structure baisse",
  lowest: "à partir de 120 %, l’aide de la CAF à la structure est au plus bas",
} as const;

/** Hours billed and carried out, side by side. */
export function monthSentences(month: MonthHours): readonly string[] {
  const { contractMinutes, complementaryMinutes, deductedMinutes, billedMinutes, carriedOutMinutes } = month;
  const { unnotedDays = 0 } = month;
  return [
    `Heures facturées : ${hours(contractMinutes)} de contrat, plus ${hours(complementaryMinutes)} complémentaires, moins ${hours(deductedMinutes)} déduites, soit ${hours(billedMinutes)}.`,
    unnotedDays === 0
      ? `Heures réalisées : ${hours(carriedOutMinutes)}.`
      : `Heures réalisées, notées au moment du calcul : ${hours(carriedOutMinutes)}. ${countOf(unnotedDays, "jour prévu n’était pas encore noté", "jours prévus n’étaient pas encore notés")}.`,
    ...(month.billingRate === null || month.grant === null
      ? []
      : [
          `Taux de facturation de ce mois : ${number(month.billingRate / 10)} % (${GRANTS[month.grant]}). Votre prix n’en dépend pas.`,
        ]),
  ];
}

/** What the end of a contract costs or gives back. */
export function regularisationSentence({ plannedMinutes, billedMinutes, cents }: Regularisation): string {
  const compared = `${hours(plannedMinutes)} prévues jusqu’à la fin, ${hours(billedMinutes)} dans les mensualités`;
  if (cents === 0) return `${compared} : rien de plus à payer.`;
  const amount = formatCents(centsOf(Math.abs(cents)));
  return cents > 0 ? `${compared} : ${amount} restent dus.` : `${compared} : ${amount} vous sont rendus.`;
}
