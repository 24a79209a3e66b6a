import { countOf, formatCents, formatDay, formatMonth, formatOfMonth } from "#kernel";
import { holeSentence } from "#pricing";

import { durationWords } from "../rules/contract/contract-words.ts";
import type { ContractMonth } from "./contract-price.ts";

const texts = {
  one: (month: Temporal.PlainYearMonth) => `En ${formatMonth(month)}`,
  several: (first: Temporal.PlainYearMonth, last: Temporal.PlainYearMonth) =>
    `${formatOfMonth(first).replace("d", "D")} à ${formatMonth(last)}`,
  price: (when: string, amount: string, hours: string, rate: string) =>
    `${when} : ${amount} par mois (${hours} à ${rate} de l’heure).`,
  priceOnce: (when: string, amount: string, hours: string, rate: string) =>
    `${when} : ${amount} (${hours} à ${rate} de l’heure).`,
  hours: (hours: string, months: number, last: string) =>
    `Le contrat compte ${hours}, ${months === 1 ? "facturées en une fois" : `réparties sur ${countOf(months, "mois", "mois")} en heures entières ; le dernier mois prend le reste (${last})`}.`,
  firstMonth: (day: Temporal.PlainDate) =>
    `Le premier mois, commencé le ${formatDay(day)}, compte autant d’heures que les autres.`,
  changes: "Chaque facture ajoute les heures faites en plus et retire les absences déduites, au même tarif.",
  noResources:
    "le prix suit les ressources du foyer, qui ne sont pas connues pour tous les jours du contrat. En attendant, rien n’est facturé au hasard : ces mois le seront au tarif du barème national dès que les ressources sont notées.",
};

/** The months of a contract that cost the same, one after the other. */
export interface PriceSpan {
  readonly first: ContractMonth;
  readonly last: ContractMonth;
}

/** Months that follow each other at the same price, together. */
export function priceSpans(months: readonly ContractMonth[]): readonly PriceSpan[] {
  const spans: PriceSpan[] = [];
  for (const month of months) {
    const before = spans.at(-1);
    if (before !== undefined && isSame(before.last, month))
      spans[spans.length - 1] = { ...before, last: month };
    else spans.push({ first: month, last: month });
  }
  return spans;
}

/**
 * « De décembre 2026 à juin 2027 : 221,34 € par mois (119 h à 1,86 € de l’heure). », or why nobody can tell. Where the
 * resources are not known, what happens meanwhile; what to do is said by who reads it.
 */
export function spanSentence({ first, last }: PriceSpan): string {
  const { price, minutes } = first;
  const [from, to] = [first.firstDay.toPlainYearMonth(), last.firstDay.toPlainYearMonth()];
  const once = from.equals(to);
  const when = once ? texts.one(from) : texts.several(from, to);
  if (price.kind === "price") {
    const words = once ? texts.priceOnce : texts.price;
    return words(when, formatCents(price.cents), durationWords(minutes), formatCents(price.rate));
  }
  return `${when} : ${lacksResources(first) ? texts.noResources : holeSentence(price)}`;
}

/** Whether the price waits for what the household earns. */
export const lacksResources = ({ price }: ContractMonth): boolean =>
  price.kind === "hole" && price.code === "noPsuRate" && price.why === "noResources";

/** How the hours of a month come from those of the contract, and what a bill adds. */
export function hoursSentences(months: readonly ContractMonth[]): readonly string[] {
  const minutes = months.reduce((sum, month) => sum + month.minutes, 0);
  const [first] = months;
  const begun = months.length > 1 && first !== undefined && first.firstDay.day > 1;
  return [
    texts.hours(durationWords(minutes), months.length, durationWords(months.at(-1)?.minutes ?? 0)),
    ...(begun ? [texts.firstMonth(first.firstDay)] : []),
    texts.changes,
  ];
}

function isSame(one: ContractMonth, other: ContractMonth): boolean {
  if (one.price.kind === "hole" || other.price.kind === "hole")
    return (
      one.price.kind === other.price.kind && JSON.stringify(codeOf(one)) === JSON.stringify(codeOf(other))
    );
  return (
    one.minutes === other.minutes &&
    one.price.cents === other.price.cents &&
    one.price.rate === other.price.rate
  );
}

const codeOf = ({ price }: ContractMonth) =>
  price.kind === "hole" && "why" in price
    ? [price.code, price.why]
    : price.kind === "hole"
      ? [price.code]
      : [];
