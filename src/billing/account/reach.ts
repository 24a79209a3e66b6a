import type { GuardianVisit } from "#identity";
import type { Id } from "#kernel";

/** Whose accounts somebody may read. */
export interface AccountReach {
  readonly householdIds: readonly Id<"household">[];
  /** Null: those of every adult of these households. */
  readonly onlyGuardian: Id<"guardian"> | null;
  /** The children of whom nothing is told. */
  readonly withheldIds: readonly Id<"participant">[];
}

/**
 * @rule Qui lit les factures d'une famille
 *
 * Les responsables d'un foyer lisent les factures de ce foyer, quel qu'en soit le payeur, et jamais celles de l'autre
 * foyer d'un enfant. Qui n'a pas d'autorité sur un enfant du foyer ne lit que ses propres factures, sans le nom de cet
 * enfant.
 *
 * Exemple : Marc est payeur chez lui et chez son ancienne compagne. Chaque foyer lit la facture que Marc y paie ; aucun
 * ne lit celle de l'autre.
 */
export function accountReach({ guardian }: Pick<GuardianVisit["actor"], "guardian">): AccountReach {
  const { id, householdIds, withheldIds } = guardian;
  return { householdIds, withheldIds, onlyGuardian: withheldIds.length > 0 ? id : null };
}
