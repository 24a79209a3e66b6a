import type { Reads } from "#platform";
import type { Hole, PriceFact } from "#pricing";

import type { ChargeKind, Named, Owed, Payer, PayerOfMonth, PricedSource } from "../rules/owed.ts";

/** What a charge keeps of how it was made: plain values, told in French whenever they are read. */
export interface KeptFacts {
  /** What the price was made of, for « Pourquoi ce prix ? ». */
  readonly why: readonly PriceFact[];
  /** What was given to the tariff, in the words of a case (`preau rules price`): pricing it again gives the same cents. */
  readonly priced: Readonly<Record<string, unknown>>;
  /** Whether the participant came; null where nobody said, or where it does not matter. */
  readonly attended: boolean | null;
  /** When the family said that nobody would come, after the deadline: « 2026-12-03T14:00 », in Paris. */
  readonly toldAt?: string;
  /** Of a price that counts minutes: when the participant came and left, in local minutes, as it was noted. */
  readonly stay?: { readonly from: number; readonly to: number };
  /** Where an agent gave the price: why the tariff has none. */
  readonly hole?: Hole;
}

/** One priced fact, with what it keeps. */
export type OwedCharge = PricedSource<KeptFacts>;

/** A fact whose price nobody can tell: never 0, never a guess. */
export interface Unpriced extends Owed, Pick<KeptFacts, "priced" | "attended"> {
  readonly hole: Hole;
  /** What it would be charged as. */
  readonly kind: ChargeKind;
}

/** A day of an activity for which nobody said who came. */
export interface UnpointedDay {
  readonly activity: Named<"activity">;
  readonly day: Temporal.PlainDate;
  readonly bookings: number;
}

/**
 * What a month owes, from bookings, attendance, the rule set and quotients. Asked again of the same facts, it answers
 * the same. Billing subtracts what it charged already.
 */
export interface OwedCharges {
  /** How many payers the month has, about: for the progress that an agent sees. */
  countPayers(reads: Reads, month: Temporal.PlainYearMonth): Promise<number>;
  /** The next payers of the month, in the order of household and guardian, `count` at most. */
  payersAfter(
    reads: Reads,
    month: Temporal.PlainYearMonth,
    after: Payer | null,
    count: number,
  ): Promise<readonly PayerOfMonth[]>;
  /** All that these payers owe for the month, each source once: the payer of a source is the one of its day. */
  owedBy(
    reads: Reads,
    month: Temporal.PlainYearMonth,
    payers: readonly Payer[],
  ): Promise<{ readonly charges: readonly OwedCharge[]; readonly unpriced: readonly Unpriced[] }>;
  /** The days of the month that nobody pointed, and on which somebody was expected. */
  unpointed(reads: Reads, month: Temporal.PlainYearMonth): Promise<readonly UnpointedDay[]>;
}
