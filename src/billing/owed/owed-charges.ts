import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";
import type { Hole, PriceFact } from "#pricing";

/**
 * Who pays, in one household. An adult of two households is two payers: the other adults of a household read its
 * invoices, and those of the first may not read what is said of the second.
 */
export interface Payer {
  readonly householdId: Id<"household">;
  readonly guardianId: Id<"guardian">;
}

/** What a charge is for. */
export type ChargeKind = "unit" | "absence" | "supplement" | "penalty" | "contract" | "fee";

/** What is named, with its name as it is on that day. */
export interface Named<Name extends string> {
  readonly id: Id<Name>;
  readonly name: string;
}

/** What a charge keeps of how it was made: plain values, told in French whenever they are read. */
export interface KeptFacts {
  /** What the price was made of, for « Pourquoi ce prix ? ». */
  readonly why: readonly PriceFact[];
  /** What was given to the tariff, in the words of a case (`preau rules price`): pricing it again gives the same cents. */
  readonly priced: Readonly<Record<string, unknown>>;
  /** Whether the participant came; null where nobody said, or where it does not matter. */
  readonly attended: boolean | null;
}

/** What is owed for a source, on a day, whoever charged it or not before. */
interface Owed {
  readonly payer: Payer;
  /** Where it comes from: « booking:<id> », « presence:<id> », « contract:<id>:2026-11 », « fee:… », « penalty:… ». */
  readonly sourceKey: string;
  readonly participant: Named<"participant"> | null;
  readonly activity: Named<"activity"> | null;
  readonly unit: Named<"unit"> | null;
  readonly day: Temporal.PlainDate;
}

/** One priced fact. */
export interface OwedCharge extends Owed {
  readonly kind: ChargeKind;
  readonly cents: Cents;
  readonly facts: KeptFacts;
}

/** A fact whose price nobody can tell: never 0, never a guess. */
export interface Unpriced extends Owed {
  readonly hole: Hole;
}

/** A payer of a month, and how many bookings of it he or she pays for. */
export interface PayerOfMonth extends Payer {
  readonly bookings: number;
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
