import type { Id } from "#kernel";

import type { ToldIncome } from "../rules/qf/income.ts";

/**
 * Whoever tells a household's income: a family's form and an agent's today, the State's API Particulier later. Nothing
 * told (null) is normal life: not everybody has an allowance.
 */
export interface QuotientSource {
  readonly kind: "family" | "agent" | "api";
  tell(householdId: Id<"household">): Promise<ToldIncome | null>;
}

/** What a form says, whoever filled it in. */
export function formSource(kind: "family" | "agent", told: ToldIncome): QuotientSource {
  return { kind, tell: () => Promise.resolve(told) };
}
