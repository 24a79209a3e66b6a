import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";
import type { Hole } from "#pricing";

import type { ContractTerms } from "../rules/contract/week-pattern.ts";

/** What a month of a contract costs: its hours at the hourly rate of its first day. */
export interface MonthPrice {
  readonly kind: "price";
  /** Cents an hour. */
  readonly rate: Cents;
  readonly cents: Cents;
  /** How the hourly rate was found: it tells what the household earns. */
  readonly why: readonly string[];
}

/** A month of a contract, with its price or why nobody can tell it. */
export interface ContractMonth {
  /** Its first day of contract. */
  readonly firstDay: Temporal.PlainDate;
  readonly minutes: number;
  readonly price: MonthPrice | Hole;
}

/** What is priced: whose contract, where, from which day to which, which weeks. */
export interface PricedContract {
  readonly householdId: Id<"household">;
  readonly unitId: Id<"unit">;
  readonly terms: ContractTerms;
}

/**
 * Says what each month of a contract costs, signed or not, as the bill will count it; null where its unit bills day by
 * day. Answered above, where charges are made, and handed down by `app`: there is one computation.
 */
export type ContractPricing = (
  reads: Reads,
  contract: PricedContract,
) => Promise<readonly ContractMonth[] | null>;

/** Where nobody bills. */
export const noContractPrices: ContractPricing = () => Promise.resolve(null);
