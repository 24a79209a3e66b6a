import { agree, countOf } from "#kernel";

import type { Outcome } from "./lines.ts";
import { outcomeWords } from "./outcome-sentence.ts";

/** What the count needs of a decided line. */
export interface CountedLine {
  readonly outcome: Outcome;
  /** « Repas » */
  readonly unitName: string;
}

/**
 * What became of a form, in one line: « 4 repas réservés, 1 annulé, 2 refusés »; « 3 places réservées » where the
 * lines are not all meals. A turn on a waiting list is no place: « 1 demande sur liste d’attente » comes after, by
 * itself. Lines that changed nothing are not counted; empty when there is nothing else.
 */
export function outcomeCount(lines: readonly CountedLine[]): string {
  const noun = nounOf(lines);
  const count = (wanted: (line: CountedLine) => boolean) => lines.filter(wanted).length;
  const counts = [
    { n: count(({ outcome }) => outcome === "booked"), verb: "réservé" },
    { n: count(({ outcome }) => outcome === "held"), verb: "gardé" },
    { n: count(({ outcome }) => outcome === "changed"), verb: "changé" },
    { n: count(({ outcome }) => outcome === "cancelled"), verb: "annulé" },
    // An offer that is left was never booked: nothing is cancelled.
    { n: count(({ outcome }) => outcome === "declined"), verb: "laissé" },
    { n: count(({ outcome }) => outcomeWords(outcome, null).kind === "refused"), verb: "refusé" },
  ].filter(({ n }) => n > 0);
  const places = counts.map(({ n, verb }, index) => {
    const counted = index === 0 ? countOf(n, noun.one, noun.several) : `${n}`;
    return `${counted} ${agree(n, noun.feminine ? `${verb}e` : verb)}`;
  });
  const waiting = count(({ outcome }) => outcome === "waiting");
  const left = count(({ outcome }) => outcome === "left");
  return [...places, ...turnCounts(waiting, left)].join(", ");
}

/**
 * « 1 demande sur liste d’attente », « 2 demandes retirées »: each only where there is one.
 * @param leftWord what is said of those that are given up, where it is not done yet: « à retirer »
 */
export function turnCounts(
  asked: number,
  left: number,
  leftWord = agree(left, "retirée"),
): readonly string[] {
  return [
    ...(asked === 0 ? [] : [`${countOf(asked, "demande")} sur liste d’attente`]),
    ...(left === 0 ? [] : [`${countOf(left, "demande")} ${leftWord}`]),
  ];
}

/** « 2 repas annulés » */
export function cancelledCount(lines: readonly { readonly unitName: string }[]): string {
  return outcomeCount(lines.map(({ unitName }) => ({ outcome: "cancelled", unitName })));
}

function nounOf(lines: readonly { readonly unitName: string }[]) {
  const meals = lines.every(({ unitName }) => unitName.toLocaleLowerCase("fr-FR") === "repas");
  return meals
    ? { one: "repas", several: "repas", feminine: false }
    : { one: "place", several: "places", feminine: true };
}
