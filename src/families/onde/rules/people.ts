import { nameKey } from "../../rules/name-key.ts";
import type { ChildLine, GuardianFacts } from "./lines.ts";

/** Stable identity of a child across extractions: `onde:` and the normalised names and birth date. */
export function childKey(child: Pick<ChildLine, "lastName" | "firstName" | "birthDate">): string {
  return `onde:${nameKey(child.lastName)}/${nameKey(child.firstName)}/${child.birthDate}`;
}

/** Identity of a name among adults. Two adults may bear it: see `guardianKey`. */
export function personKey(person: { readonly lastName: string; readonly firstName: string }): string {
  return `${nameKey(person.lastName)}/${nameKey(person.firstName)}`;
}

/**
 * Stable identity of an adult: the name and one of the children. Homonyms do not share a child, and a move
 * or a new telephone changes nothing to it.
 */
export function guardianKey(person: Pick<GuardianFacts, "lastName" | "firstName">, ofChild: string): string {
  return `onde:${personKey(person)}@${ofChild.slice("onde:".length)}`;
}

/** A child of the files, once: the line is right and stands for one child. */
export interface FileChild extends ChildLine {
  readonly key: string;
}

/** An adult of the files, once, whatever the number of lines. */
export interface FileGuardian {
  /** By the child whose key comes first. */
  readonly key: string;
  readonly lines: readonly number[];
  readonly facts: GuardianFacts;
  /** Normalised address, empty when unknown. */
  readonly place: string;
  /** Keys of the children, sorted. */
  readonly children: readonly string[];
}

/** Adults of one address with children in common, and these children. */
export interface FileHousehold {
  readonly key: string;
  /** Normalised address, empty when unknown. */
  readonly place: string;
  /** Keys of the adults, sorted. */
  readonly guardians: readonly string[];
  /** Keys of the children, sorted. */
  readonly children: readonly string[];
}
