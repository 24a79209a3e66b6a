import { cents, formatCents } from "#kernel";

import type { AttemptPlace } from "./attempt-places.ts";

const OUTCOMES = {
  booked: "réservée",
  lost: "la place n’était plus libre",
  already: "déjà réservée par un autre paiement",
} as const;

/** « Lina, journée du mercredi 2 décembre : 12,40 €, réservée » */
export function placeWords({ label, cents: price, outcome }: AttemptPlace): string {
  const became = outcome === null ? "pas réservée" : OUTCOMES[outcome];
  return `${label} : ${formatCents(price)}, ${became}`;
}

/**
 * What was paid and not had, as the page and the e-mail of the family say it: « Vous avez payé 12,40 €, la place n'était
 * plus libre : … »; a place that costs nothing is not told.
 */
export function lostSentence(places: readonly AttemptPlace[]): string {
  const lost = places.filter((place) => place.outcome !== "booked" && place.cents > 0);
  const paid = cents(lost.reduce((sum, place) => sum + place.cents, 0));
  const why = lost.every(({ outcome }) => outcome === "already")
    ? "mais un autre paiement avait déjà payé ces places"
    : lost.every(({ outcome }) => outcome === null)
      ? "mais le montant reçu n’est pas celui qui était demandé : les places ne sont pas réservées"
      : lost.length === 1
        ? "la place n’était plus libre"
        : "ces places n’étaient plus libres";
  return `Vous avez payé ${formatCents(paid)}, ${why}. Cette somme est en votre faveur : elle règle ce que vous devez et vos prochaines factures, ou demandez-la en retour.`;
}
