/** How many children one adult may look after, by age group; null where the group asks for no ratio. */
export type Ratios = ReadonlyMap<string, number | null>;

/**
 * @rule Combien d'encadrants il faut
 *
 * Pour chaque tranche d'âge, le nombre d'enfants présents divisé par le nombre d'enfants par encadrant, arrondi à
 * l'entier supérieur ; puis la somme. Une tranche sans taux, ou un enfant d'aucune tranche, n'en demande pas.
 *
 * Example: 9 children of a group of 8 and 13 of a group of 12 ask for 2 + 2 = 4 adults.
 */
export function staffNeeded(children: ReadonlyMap<string | null, number>, ratios: Ratios): number {
  let staff = 0;
  for (const [groupId, count] of children) {
    const perAdult = groupId === null ? null : (ratios.get(groupId) ?? null);
    if (perAdult !== null) staff += Math.ceil(count / perAdult);
  }
  return staff;
}
