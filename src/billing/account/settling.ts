import type { SignedInVisit } from "#identity";
import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

import type { Payer } from "../rules/owed.ts";
import type { AccountReach } from "./reach.ts";

/** A payment on line whose answer is not known yet. */
export interface UnderWay extends Payer {
  /** The documents that it pays. */
  readonly invoiceIds: readonly Id<"invoice">[];
  readonly amount: Cents;
  /** Where its state is told. */
  readonly href: string;
}

/** Where a document may be paid, and by what means. */
export interface PayWays {
  readonly online: boolean;
  readonly desks: readonly PayDesk[];
}

/** A desk that takes its money, as families read it. */
export interface PayDesk {
  readonly name: string;
  /** Its address and its hours; empty where nobody wrote them. */
  readonly place: string;
  readonly hours: string;
  readonly means: readonly string[];
  /** To whose order cheques are; empty where it takes none, or where nobody wrote it. */
  readonly chequeOrder: string;
}

/** Where nothing is said of paying. */
export const NO_WAY: PayWays = { online: false, desks: [] };

/** What pages of bills ask of payments, which stands above: `app/` gives it. */
export interface Settling {
  /** Whether families may pay on line. */
  opened(reads: Reads): Promise<boolean>;
  /** Where each of these documents may be paid on a day. */
  ways(
    reads: Reads,
    invoiceIds: readonly Id<"invoice">[],
    day: Temporal.PlainDate,
  ): Promise<ReadonlyMap<Id<"invoice">, PayWays>>;
  /** The payments of the accounts within reach that somebody is making. */
  underWay(reads: Reads, reach: AccountReach): Promise<readonly UnderWay[]>;
  /** Where a payment of an account is told, by the id that posted its entry. */
  hrefOf(payment: string): string;
  /** The same for an agent; null where this one may not see it. */
  agentHrefOf(visit: SignedInVisit, payment: string): string | null;
}
