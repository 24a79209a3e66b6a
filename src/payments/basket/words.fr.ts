import type { PaidOutcome } from "#bookings";
import { cents, formatCents, type Cents } from "#kernel";

import type { AttemptPlace } from "./attempt-places.ts";

const OUTCOMES: Record<PaidOutcome, string> = {
  booked: "réservée",
  lost: "la place n’était plus libre",
  already: "elle était déjà réservée",
  cancelled: "annulée entre-temps",
  closed: "ce jour a été fermé",
  too_late: "le délai de réservation était passé",
  barred: "elle ne pouvait plus être réservée",
};

/** What is said of all of them at once, of one place and of several. */
const WHY: Record<PaidOutcome | "unsaid" | "several", readonly [one: string, several: string]> = {
  booked: ["", ""],
  lost: ["la place n’était plus libre", "ces places n’étaient plus libres"],
  already: ["mais cette place était déjà réservée", "mais ces places étaient déjà réservées"],
  cancelled: [
    "mais cette place avait été annulée entre-temps",
    "mais ces places avaient été annulées entre-temps",
  ],
  closed: ["mais ce jour a été fermé entre-temps", "mais ces jours ont été fermés entre-temps"],
  too_late: [
    "mais la réponse de PayFiP est arrivée après le délai de réservation de cette place",
    "mais la réponse de PayFiP est arrivée après le délai de réservation de ces places",
  ],
  barred: [
    "mais cette place ne pouvait plus être réservée",
    "mais ces places ne pouvaient plus être réservées",
  ],
  unsaid: [
    "mais le montant reçu n’est pas celui qui était demandé : la place n’est pas réservée",
    "mais le montant reçu n’est pas celui qui était demandé : les places ne sont pas réservées",
  ],
  several: ["", "mais ces places n’ont pas pu être réservées"],
};

/** « Lina, journée du mercredi 2 décembre : 12,40 €, réservée », « …, sortie du samedi 5 décembre : gratuit, réservée » */
export function placeWords({ label, cents: price, outcome }: AttemptPlace): string {
  const became = outcome === null ? "pas réservée" : OUTCOMES[outcome];
  return `${label} : ${priceWords(price)}, ${became}`;
}

/** « 12,40 € », « gratuit » */
export const priceWords = (price: Cents): string => (price === 0 ? "gratuit" : formatCents(price));

/** « La réponse de PayFiP est arrivée après l’heure … »; null where nothing was booked again. */
export function lateSentence(places: readonly AttemptPlace[]): string | null {
  const late = places.filter(({ bookedLate }) => bookedLate);
  if (late.length === 0) return null;
  const became =
    late.length === 1
      ? "Une place avait été rendue : elle était encore libre, elle est réservée."
      : `${late.length} places avaient été rendues : elles étaient encore libres, elles sont réservées.`;
  return `La réponse de PayFiP est arrivée après l’heure jusqu’à laquelle vos places étaient gardées. ${became}`;
}

/**
 * What was paid and not had, as the page and the e-mail of the family say it: « Vous avez payé 12,40 €, la place n'était
 * plus libre : … »; a place that costs nothing is not told.
 * @param favour what is in the payer's favour now: money that settled what was owed is not there to be given back
 */
export function lostSentence(places: readonly AttemptPlace[], favour: Cents): string {
  const lost = places.filter((place) => place.outcome !== "booked" && place.cents > 0);
  const paid = cents(lost.reduce((sum, place) => sum + place.cents, 0));
  const reasons = new Set(lost.map(({ outcome }) => outcome ?? "unsaid"));
  const [reason] = reasons;
  const words = WHY[reasons.size === 1 && reason !== undefined ? reason : "several"];
  const why = words[lost.length === 1 ? 0 : 1];
  return `Vous avez payé ${formatCents(paid)}, ${why}. ${whereItIs(paid, favour)}`;
}

function whereItIs(paid: Cents, favour: Cents): string {
  if (favour <= 0) return "Cette somme a réglé ce que vous deviez : il n’en reste rien en votre faveur.";
  if (favour < paid)
    return `Cette somme a réglé ce que vous deviez ; ${formatCents(favour)} sont en votre faveur pour vos prochaines factures, ou demandez-les en retour.`;
  return "Cette somme est en votre faveur : elle règle vos prochaines factures, ou demandez-la en retour.";
}
