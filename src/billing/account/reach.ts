import type { GuardianVisit } from "#identity";
import type { Id } from "#kernel";

import type { Payer } from "../rules/owed.ts";

/** Whose accounts somebody may read. */
export interface AccountReach {
  readonly householdIds: readonly Id<"household">[];
  /** Null: those of every adult of these households. */
  readonly onlyGuardian: Id<"guardian"> | null;
  /** Whoever reads: his or her own accounts are read in every household, left or not. Null: an agent. */
  readonly ownGuardian: Id<"guardian"> | null;
  /** The children of whom nothing is told. */
  readonly withheldIds: readonly Id<"participant">[];
}

/**
 * @rule Qui lit les factures d'une famille
 *
 * Les responsables d'un foyer lisent les factures de ce foyer, quel qu'en soit le payeur, et jamais celles de l'autre
 * foyer d'un enfant. Qui n'a pas d'autorité sur un enfant du foyer ne lit que ses propres factures, sans le nom de cet
 * enfant. Qui a quitté un foyer lit et paie toujours ce qui y est à son nom, et plus rien des autres.
 *
 * Exemple : Marc est payeur chez lui et chez son ancienne compagne. Chaque foyer lit la facture que Marc y paie ; aucun
 * ne lit celle de l'autre. Claire quitte le foyer de Marc en devant 31,60 € : elle les lit et les paie depuis son
 * nouveau foyer, et ne voit plus la facture de Marc.
 */
export function accountReach({ guardian }: Pick<GuardianVisit["actor"], "guardian">): AccountReach {
  const { id, householdIds, withheldIds } = guardian;
  return { householdIds, withheldIds, onlyGuardian: withheldIds.length > 0 ? id : null, ownGuardian: id };
}

/** Every account of a household, or one adult's: what an agent reads. */
export function accountsOf(
  householdId: Id<"household">,
  onlyGuardian: Id<"guardian"> | null = null,
): AccountReach {
  return { householdIds: [householdId], onlyGuardian, ownGuardian: null, withheldIds: [] };
}

/** Whether this account is within reach, where no statement says so by itself. */
export function isWithin(
  { householdIds, onlyGuardian, ownGuardian }: AccountReach,
  { householdId, guardianId }: Payer,
): boolean {
  if (guardianId === ownGuardian) return true;
  return householdIds.includes(householdId) && (onlyGuardian === null || onlyGuardian === guardianId);
}
