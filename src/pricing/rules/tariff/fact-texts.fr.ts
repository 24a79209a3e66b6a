import { capitalise } from "#kernel";

import type { Measure, PenaltyEvent, QfRule } from "./grammar.ts";
import type { AbsenceBecause } from "./price.ts";
import { day, euros, EVENTS, MEASURES, moment, number, REASONS } from "./words.fr.ts";

/** The words of « Pourquoi ce prix ? », one sentence for each fact. */
export const texts = {
  amount: (price: string) => `Prix : ${euros(price)}.`,
  qf: (value: string, from: string, until: string | null) =>
    `Quotient familial : ${number(value)}, valable ${until === null ? `depuis le ${day(from)}` : `du ${day(from)} au ${day(until)}`}.`,
  noQf: (until: string | null, rule: QfRule) =>
    `${until === null ? "Aucun quotient familial n’est connu pour ce jour" : `Le quotient familial valait jusqu’au ${day(until)}`} : ${qfRule(rule)}.`,
  exactly: (of: Measure, value: string) => `${capitalise(MEASURES[of])} : ${number(value)}.`,
  bracket: (of: Measure, value: string | null, span: string) =>
    value === null
      ? `Tranche la plus chère (${MEASURES[of]} : ${span}).`
      : `Tranche : ${MEASURES[of]} est ${number(value)}, donc ${span}.`,
  lowered: (by: number, when: string) =>
    `Prix de ${by === 1 ? "la tranche juste en dessous" : `${by} tranches plus bas`} (${when}).`,
  alreadyLowest: "Vous êtes déjà dans la tranche la plus basse : il n’y en a pas en dessous.",
  percentOf: (percent: string, of: Measure, value: string | null) =>
    `${number(percent)} % ${OF_MEASURE[of]}${value === null ? "" : ` (${amountOf(of, value)})`}.`,
  factorOf: (factor: string, of: Measure, value: string | null) =>
    `Coefficient ${number(factor)} sur ${MEASURES[of]}${value === null ? "" : ` (${amountOf(of, value)})`}.`,
  countedAs: (of: Measure, value: string) =>
    `Compté comme ${number(value)}${EUROS[of] ?? ""}, la borne du règlement.`,
  floor: (price: string) => `Pas moins de ${euros(price)} (prix plancher).`,
  ceiling: (price: string) => `Pas plus de ${euros(price)} (prix plafond).`,
  per: (of: Measure, value: string, every: number, count: string) =>
    of === "minutes"
      ? `${number(value)} minutes, soit ${count} × ${every} minutes${wholeParts(Number(value), every, Number(count))}.`
      : `${count} × (${MEASURES[of]} : ${number(value)}).`,
  case: (when: string) => `Situation : ${when}.`,
  regular: (regular: boolean, days: number, from: number) =>
    `${regular ? "Venue régulière" : "Venue occasionnelle"} : ${days} ${days < 2 ? "jour" : "jours"} dans le mois (régulière à partir de ${from}).`,
  plus: (price: string) =>
    price.startsWith("-") ? `${euros(price.slice(1))} de moins` : `${euros(price)} de plus`,
  times: (factor: string) => `prix multiplié par ${number(factor)}`,
  sumDue: (price: string) => euros(price),
  percentDue: (percent: string, price: string | undefined) =>
    `${number(percent)} % du prix de la séance${price === undefined ? "" : ` (${price})`}`,
  timesDue: (factor: string, price: string | undefined) =>
    `le prix de la séance${price === undefined ? "" : ` (${price})`}, multiplié par ${number(factor)}`,
  percentMore: (percent: string) =>
    percent.startsWith("-") ? `${number(percent.slice(1))} % de moins` : `${number(percent)} % de plus`,
  instead: (price: string) => `${euros(price)} au lieu du prix habituel`,
  everyMinutes: (price: string, minutes: number) =>
    `${euros(price)} par ${minutes === 60 ? "heure" : minutes === 30 ? "demi-heure" : `tranche de ${minutes} minutes`} commencée`,
  instalment: (index: number, count: number, whole: string) =>
    `Versement ${index} sur ${count} d’un forfait de ${whole}.`,
  contractEnds: (lastDay: string) =>
    `Le contrat s’est arrêté le ${day(lastDay)}, avant le jour convenu : les mensualités sont comparées aux heures prévues jusque-là.`,
  quantity: (quantity: number) => `Quantité : ${quantity}.`,
  event: (on: PenaltyEvent, time: number | null, minutes: number | null) =>
    `${EVENTS[on]}${time === null ? "" : `, ${time === 1 ? "1ʳᵉ" : `${time}ᵉ`} fois`}${minutes === null ? "" : `, ${minutes} minutes`}`,
  cancelled: ({ at, until, slots = 1 }: { at: string; until: string; slots?: number }) =>
    slots === 1
      ? `La place a été annulée le ${moment(at)}, après le ${moment(until)} : elle n’est plus due, la pénalité l’est.`
      : `Les ${slots} jours réservés ensemble ont été annulés le ${moment(at)}, après le ${moment(until)} : ils ne sont plus dus, une pénalité l’est.`,
  priced: (price: string, slots: number) => (slots === 1 ? price : `${price} pour ${slots} jours`),
  waived: (because: string, amount: string) =>
    `Cette pénalité de ${amount} n’est pas demandée : ${because.replace(/[.!?]$/, "")}.`,
  grace: (minutes: number) => `au-delà de ${minutes} minutes`,
  toTime: (time: number) => `jusqu’à la ${time === 1 ? "1ʳᵉ" : `${time}ᵉ`} fois`,
  oncePerFamily: "une fois pour la famille",
  fromTime: (time: number) => ` (à partir de la ${time}ᵉ fois)`,
  absence: (reason: string, since: string, billed: "full" | "none" | "price", because: AbsenceBecause) =>
    `Absence${REASONS[reason] === undefined ? ` (${reason})` : ` ${REASONS[reason]}`} depuis le ${day(since.slice(0, 10))} : ${BILLED[billed]}${BECAUSE[because]}.`,
  given: (by: string, on: string, because: string) =>
    `Prix fixé par ${by} le ${day(on)}, parce que le tarif n’en dit pas : ${because.replace(/[.!?]$/, "")}.`,
  rounding: (exactly: string, mode: "halfUp" | "up" | "down", to: string) =>
    `${number(exactly)}\u00a0€, arrondi ${MODES[mode]}${to === "0.01" ? "" : ` à ${Number(to) * 100} centimes`}.`,
} as const;

/** Why the parts are not the minutes: « la dernière commencée compte entière ». */
function wholeParts(minutes: number, every: number, count: number): string {
  if (count * every > minutes) return " : la dernière, commencée, compte entière";
  return count * every < minutes ? " : seules les entières comptent" : "";
}

const MODES = {
  halfUp: "au plus proche, le demi vers le haut",
  up: "vers le haut",
  down: "vers le bas",
} as const;

const BILLED = {
  full: "facturée comme une présence",
  none: "non facturée",
  price: "facturée à un prix à part",
} as const;

const BECAUSE: Readonly<Record<AbsenceBecause, string>> = {
  authority: ", parce que vous n’y êtes pour rien",
  rule: "",
  firstDays: ", parce que les premiers jours d’absence le sont",
  noProof: ", parce qu’aucun justificatif n’a été remis",
  lateProof: ", parce que le justificatif a été remis après le délai",
  toldLate: ", parce que l’absence n’a pas été dite à temps",
  otherwise: "",
};

const OF_MEASURE: Readonly<Record<Measure, string>> = {
  qf: "du quotient familial",
  monthlyIncome: "du revenu mensuel",
  annualIncome: "du revenu annuel",
  cost: "du coût réel",
  minutes: "de la durée",
  days: "du nombre de jours",
  rank: "du rang de l’enfant",
  enrolledChildren: "du nombre d’enfants inscrits",
  householdChildren: "du nombre d’enfants du foyer",
  age: "de l’âge",
};

/** How a bound of a measure of money is told. */
const EUROS: Readonly<Partial<Record<Measure, string>>> = {
  cost: " €",
  annualIncome: " € par an",
  monthlyIncome: " € par mois",
};

/** The value of a measure; an income is always known by the year. */
function amountOf(of: Measure, value: string): string {
  if (of === "monthlyIncome") return `${number(value)}\u00a0€ par an, divisés par 12`;
  return `${number(value)}${EUROS[of] ?? ""}`;
}

function qfRule(rule: QfRule): string {
  if (rule === "highest") return "le règlement applique le prix le plus haut";
  if (rule === "lastKnown") return "le règlement garde le dernier connu";
  return "qf" in rule
    ? `le règlement compte un quotient de ${number(rule.qf)}`
    : `le règlement applique ${euros(rule.price)}`;
}
