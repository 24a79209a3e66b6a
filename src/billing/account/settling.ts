import type { SignedInVisit } from "#identity";
import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

import type { Payer } from "../rules/owed.ts";

/** A payment on line whose answer is not known yet. */
export interface UnderWay extends Payer {
  /** The documents that it pays. */
  readonly invoiceIds: readonly Id<"invoice">[];
  readonly amount: Cents;
  /** Where its state is told. */
  readonly href: string;
}

/** What pages of bills ask of payments, which stands above: `app/` gives it. */
export interface Settling {
  /** Whether families may pay on line. */
  opened(reads: Reads): Promise<boolean>;
  /** The payments of these households' accounts that somebody is making. */
  underWay(reads: Reads, householdIds: readonly Id<"household">[]): Promise<readonly UnderWay[]>;
  /** Where a payment of an account is told, by the id that posted its entry. */
  hrefOf(payment: string): string;
  /** The same for an agent; null where this one may not see it. */
  agentHrefOf(visit: SignedInVisit, payment: string): string | null;
}
