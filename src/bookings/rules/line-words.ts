import { agree, formatDay } from "#kernel";

import { withCompanions } from "./companions.ts";
import { hoursWords } from "./hours.ts";
import type { Act, Hours } from "./lines.ts";
import { turnCounts } from "./outcome-count.ts";

/** What a line is about, in words. */
export interface LineFacts {
  /** « Lina » */
  readonly firstName: string;
  /** « Repas » */
  readonly unitName: string;
  readonly date: Temporal.PlainDate;
  /** Where the unit's hours are chosen. */
  readonly hours?: Hours | null | undefined;
  /** How many come with the person. */
  readonly companions?: number | null | undefined;
}

/**
 * « Lina, repas du jeudi 12 novembre », « Lina, soir du jeudi 12 novembre, 16 h 30 – 18 h », « Sophie, éveil du mardi
 * 1ᵉʳ décembre, avec 3 enfants »
 */
export function lineWords({ firstName, unitName, date, ...more }: LineFacts): string {
  return withMore(`${firstName}, ${lowerFirst(unitName)} du ${formatDay(date)}`, more);
}

/** « jeudi 12 novembre, repas », « jeudi 12 novembre, soir, 16 h 30 – 18 h », where the name is said already. */
export function dayWords({ unitName, date, ...more }: Omit<LineFacts, "firstName">): string {
  return withMore(`${formatDay(date)}, ${lowerFirst(unitName)}`, more);
}

function withMore(words: string, { hours, companions }: Pick<LineFacts, "hours" | "companions">): string {
  const timed = hours === null || hours === undefined ? words : `${words}, ${hoursWords(hours)}`;
  return withCompanions(timed, companions);
}

const ADDED: ReadonlySet<Act> = new Set(["book", "accept"]);
const REMOVED: ReadonlySet<Act> = new Set(["cancel", "decline"]);

/**
 * How many places are added and given back: « 4 repas ajoutés, 1 annulé »; « 2 places ajoutées » when the lines
 * are of several kinds; then the turns that are asked of the waiting list or given up, which are no places, and which
 * hours change. Empty when nothing changes.
 */
export function changeCount(lines: readonly { act: Act; unitName: string }[]): string {
  const count = (wanted: (act: Act) => boolean) => lines.filter((line) => wanted(line.act)).length;
  const added = count((act) => ADDED.has(act));
  const removed = count((act) => REMOVED.has(act));
  const waiting = count((act) => act === "wait");
  const left = count((act) => act === "leave");
  const changed = count((act) => act === "change");
  const noun = placeNoun(lines.map((line) => line.unitName));
  const parts = [
    ...(added === 0 ? [] : [`${added} ${agree(added, noun.one, noun.several)} ${agree(added, noun.added)}`]),
    ...(removed === 0
      ? []
      : [removedWords(removed, added > 0 ? "" : agree(removed, noun.one, noun.several), noun)]),
    ...turnCounts(waiting, left),
    ...(changed === 0 ? [] : [`${changed} ${agree(changed, "jour")} ${agree(changed, "changé")}`]),
  ];
  return parts.join(", ");
}

/** The noun for places of these units, with its agreements: « repas », else « place ». */
export function placeNoun(unitNames: readonly string[]) {
  const meals = unitNames.every((name) => name.toLocaleLowerCase("fr-FR") === "repas");
  return meals
    ? { one: "repas", several: "repas", added: "ajouté", removed: "annulé" }
    : { one: "place", several: "places", added: "ajoutée", removed: "annulée" };
}

function removedWords(count: number, noun: string, { removed }: { removed: string }): string {
  return [`${count}`, noun, agree(count, removed)].filter((word) => word !== "").join(" ");
}

/** « repas » */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase("fr-FR") + text.slice(1);
}
