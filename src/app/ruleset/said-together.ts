import { joinList } from "#kernel";

/**
 * Sentences that begin with the name of a service: those that go on in the same words become one, at the place of the
 * first. « Restauration scolaire – Rue et Restauration scolaire – Quend, repas : 3,40 € (jusque-là, 3,20 €). »
 */
export function saidTogether(services: readonly string[], sentences: readonly string[]): readonly string[] {
  // The longest name first: « Accueil de loisirs » also begins « Accueil de loisirs – mercredi ».
  const names = services.toSorted((a, b) => b.length - a.length);
  const said = new Map<string, string[]>();
  for (const sentence of sentences) {
    const name = names.find((one) => sentence.startsWith(one)) ?? "";
    const rest = sentence.slice(name.length);
    said.set(rest, [...(said.get(rest) ?? []), name]);
  }
  return [...said].map(([rest, of]) => `${joinList(of)}${rest}`);
}
