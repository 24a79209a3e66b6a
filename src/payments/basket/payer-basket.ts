import { basketLines, type BasketLine } from "#bookings";
import type { Payer } from "#billing";
import type { GuardianVisit } from "#identity";
import { cents, type Cents } from "#kernel";
import type { Reads } from "#platform";

import { reaches } from "../advances/open-advance.ts";

/** The held places of one payer, sorted by what can be done with them. */
export interface Basket {
  readonly payer: Payer;
  /** What is paid together now, the free ones too. */
  readonly payable: readonly BasketLine[];
  readonly total: Cents;
  /** Those whose payment is under way. */
  readonly awaiting: readonly BasketLine[];
  /** Those whose price nobody can tell here. */
  readonly unpriced: readonly BasketLine[];
}

/** The baskets within the reach of a family, payer by payer. */
export async function familyBaskets(
  reads: Reads,
  { actor, now }: Pick<GuardianVisit, "actor" | "now">,
): Promise<readonly Basket[]> {
  const lines = await basketLines(reads, actor.guardian, now);
  const own = lines.filter((line) => reaches(actor, line));
  const byPayer = Map.groupBy(own, ({ householdId, guardianId }) => `${householdId} ${guardianId}`);
  return [...byPayer.values()].flatMap((of) => {
    const [first] = of;
    return first === undefined ? [] : [sorted(first, of)];
  });
}

function sorted({ householdId, guardianId }: Payer, lines: readonly BasketLine[]): Basket {
  const waiting = lines.filter(({ awaits }) => awaits === null);
  const payable = waiting.filter((line) => line.cents !== null);
  return {
    payer: { householdId, guardianId },
    payable,
    total: cents(payable.reduce((sum, line) => sum + (line.cents ?? 0), 0)),
    awaiting: lines.filter(({ awaits }) => awaits !== null),
    unpriced: waiting.filter((line) => line.cents === null),
  };
}

/** The basket of one payer, as an agent at a desk has it: whatever the payer may see of it on line. */
export async function basketOf(reads: Reads, payer: Payer, now: Temporal.Instant): Promise<Basket> {
  const lines = await basketLines(reads, { householdIds: [payer.householdId], withheldIds: [] }, now);
  return sorted(
    payer,
    lines.filter((line) => isSamePayer(line, payer)),
  );
}

/** Whether two things are of one account. */
export const isSamePayer = (one: Payer, other: Payer) =>
  one.householdId === other.householdId && one.guardianId === other.guardianId;
