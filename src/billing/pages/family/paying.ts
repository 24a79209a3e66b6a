import type { Id } from "#kernel";
import type { Reads } from "#platform";

import type { AccountReach } from "../../account/reach.ts";
import type { Settling, UnderWay } from "../../account/settling.ts";
import type { Payer } from "../../rules/owed.ts";

/** What a page of bills says of paying on line. */
export interface Paying {
  readonly opened: boolean;
  readonly underWay: readonly UnderWay[];
  readonly hrefOf: Settling["hrefOf"];
}

/** Reads what payments says of the accounts within reach. */
export async function readPaying(reads: Reads, settling: Settling, reach: AccountReach): Promise<Paying> {
  return {
    opened: await settling.opened(reads),
    underWay: await settling.underWay(reads, reach),
    hrefOf: settling.hrefOf,
  };
}

/** Where what an account owes, or one document of it, is paid. */
export function payHref({ householdId, guardianId }: Payer, invoice?: Id<"invoice">): string {
  const one = invoice === undefined ? "" : `&facture=${invoice}`;
  return `/regler?foyer=${householdId}&payeur=${guardianId}${one}`;
}
