import type { Id } from "#kernel";

/** What was answered to « est-ce la même personne ? », and about whom it was asked. */
export interface SameAnswer {
  /** One of the known persons, or « other » for none of them; null while nobody was asked. */
  chosen: string | null;
  /** The persons whom the question named. */
  seen: readonly string[];
}

/** Whom a form is about: somebody new, somebody known, or somebody whom the agent must tell first. */
export type SamePerson<Name extends string> =
  | { kind: "new" }
  | { kind: "known"; id: Id<Name> }
  | { kind: "ask" };

/**
 * @rule Est-ce la même personne ?
 *
 * Avant de créer un enfant ou un adulte, on cherche qui porte déjà les mêmes nom et prénom (accents, tirets et
 * majuscules mis à part) et, pour un participant, la même date de naissance. S’il y a quelqu’un, un agent dit si c’est
 * la même personne : elle entre alors dans ce foyer aussi, sans être créée deux fois. Une réponse ne vaut que pour les
 * personnes montrées.
 *
 * In: those who are alike now, and the answer. Out: whom the form is about.
 */
export function samePerson<Name extends string>(
  alike: readonly Id<Name>[],
  { chosen, seen }: SameAnswer,
): SamePerson<Name> {
  const known = alike.find((id) => id === chosen);
  if (known !== undefined) return { kind: "known", id: known };
  if (alike.length === 0) return { kind: "new" };
  return chosen === "other" && alike.every((id) => seen.includes(id)) ? { kind: "new" } : { kind: "ask" };
}
