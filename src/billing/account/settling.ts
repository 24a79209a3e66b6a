import type { SignedInVisit } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** A payment on line whose answer is not known yet. */
export interface UnderWay {
  readonly invoiceId: Id<"invoice">;
  /** Where its state is told. */
  readonly href: string;
}

/** What pages of bills ask of payments, which stands above: `app/` gives it. */
export interface Settling {
  /** Whether families may pay on line. */
  opened(reads: Reads): Promise<boolean>;
  /** The documents of these households that somebody is paying. */
  underWay(reads: Reads, householdIds: readonly Id<"household">[]): Promise<readonly UnderWay[]>;
  /** Where a payment of an account is told, by the id that posted its entry. */
  hrefOf(payment: string): string;
  /** The same for an agent; null where this one may not see it. */
  agentHrefOf(visit: SignedInVisit, payment: string): string | null;
}
