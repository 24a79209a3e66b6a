import { formatCents, formatDayAndYear, formatTime, formatDecimal } from "#kernel";

import type { Bracket } from "../brackets.ts";
import { exact } from "../exact.ts";
import type { Decimal, Measure, PenaltyEvent } from "./grammar.ts";
import { HALF_UP_AT_LINE, roundCents } from "./rounding.ts";

/** « 699,99 »; what is no plain number stays as it is. */
export const number = formatDecimal;

/** « 3,20 € »: an amount of whole cents, as the rules write it. */
export const euros = (amount: Decimal): string => formatCents(roundCents(exact(amount), HALF_UP_AT_LINE));

/** « 12 janvier 2027 » of a day as it is kept. */
export const day = (iso: string): string => formatDayAndYear(Temporal.PlainDate.from(iso));

/** « lundi 9 novembre 2026 à 8 h 12 » of a moment as it is kept. */
export const moment = (iso: string): string => {
  const at = Temporal.PlainDateTime.from(iso);
  return `${formatDayAndYear(at.toPlainDate())} à ${formatTime(at.toPlainTime())}`;
};

/** The name of a measure, with its article. */
export const MEASURES: Readonly<Record<Measure, string>> = {
  qf: "le quotient familial",
  monthlyIncome: "le revenu mensuel",
  annualIncome: "le revenu annuel",
  cost: "le coût réel",
  minutes: "la durée",
  days: "le nombre de jours",
  rank: "le rang de l’enfant",
  enrolledChildren: "le nombre d’enfants inscrits",
  householdChildren: "le nombre d’enfants du foyer",
  age: "l’âge",
};

/** « de 651 à 750 », « moins de 450 », « 700 ou plus ». */
export function spanPhrase({ from, above, to, below }: Bracket): string {
  if (from !== undefined && from === to) return number(from);
  const low = above === undefined ? from : above;
  const high = to === undefined ? below : to;
  if (low === undefined && high === undefined) return "toutes les valeurs";
  if (low === undefined) return to === undefined ? `moins de ${number(below ?? 0)}` : `jusqu’à ${number(to)}`;
  if (high === undefined) return above === undefined ? `${number(low)} ou plus` : `plus de ${number(low)}`;
  const start = above === undefined ? `de ${number(low)}` : `plus de ${number(low)}`;
  return to === undefined ? `${start} à moins de ${number(high)}` : `${start} à ${number(high)}`;
}

/** What happened out of the rules. */
export const EVENTS: Readonly<Record<PenaltyEvent, string>> = {
  unbooked: "Venue sans réservation",
  lateBooking: "Réservation hors délai",
  lateCancellation: "Annulation hors délai",
  latePickUp: "Départ en retard",
};

/** Why somebody did not come, after « Absence ». */
export const REASONS: Readonly<Record<string, string>> = {
  illness: "pour maladie",
  family: "pour raison familiale",
  hospital: "pour hospitalisation",
  eviction: "pour éviction médicale",
  other: "pour un autre motif",
  none: "sans motif noté",
  authority: "du fait de la collectivité",
};
