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

/**
 * How many places are added and given back: « 4 repas ajoutés, 1 annulé »; « 2 places ajoutées » when the lines
 * are of several kinds; then the turns that are asked of the waiting list or given up, which are no places, and which
 * hours change. Empty when nothing changes.
 */
export function changeCount(lines: readonly CountedChange[]): string {
  return countWords(lines, (verb, count) => agree(count, verb.done));
}

/** The same of what is only asked: « 4 repas à ajouter, 1 à annuler », on a page before which nothing is done. */
export function askedCount(lines: readonly CountedChange[]): string {
  return countWords(lines, (verb) => `à ${verb.todo}`);
}

interface CountedChange {
  readonly act: Act;
  readonly unitName: string;
}

/** What happens to a place: once it is done, in agreement with the noun, and as it is to be done. */
interface Verb {
  readonly done: string;
  readonly todo: string;
}

function countWords(lines: readonly CountedChange[], say: (verb: Verb, count: number) => string): string {
  const count = (wanted: (act: Act) => boolean) => lines.filter((line) => wanted(line.act)).length;
  const added = count((act) => ADDED.has(act));
  const removed = count((act) => act === "cancel");
  const waiting = count((act) => act === "wait");
  const left = count((act) => act === "leave");
  const changed = count((act) => act === "change");
  const noun = placeNoun(lines.map((line) => line.unitName));
  const counts = [
    { n: added, verb: { done: noun.added, todo: "ajouter" } },
    { n: removed, verb: { done: noun.removed, todo: "annuler" } },
    { n: count((act) => act === "decline"), verb: { done: noun.declined, todo: "laisser" } },
  ].filter(({ n }) => n > 0);
  const places = counts.map(({ n, verb }, index) =>
    [`${n}`, ...(index === 0 ? [agree(n, noun.one, noun.several)] : []), say(verb, n)].join(" "),
  );
  const turns = turnCounts(waiting, left, say({ done: "retirée", todo: "retirer" }, left));
  const days = `${changed} ${agree(changed, "jour")} ${say({ done: "changé", todo: "changer" }, changed)}`;
  return [...places, ...turns, ...(changed === 0 ? [] : [days])].join(", ");
}

/** The noun for places of these units, with its agreements: « repas », else « place ». */
export function placeNoun(unitNames: readonly string[]) {
  const meals = unitNames.every((name) => name.toLocaleLowerCase("fr-FR") === "repas");
  return meals
    ? { one: "repas", several: "repas", added: "ajouté", removed: "annulé", declined: "laissé" }
    : { one: "place", several: "places", added: "ajoutée", removed: "annulée", declined: "laissée" };
}

/** « repas » */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase("fr-FR") + text.slice(1);
}
