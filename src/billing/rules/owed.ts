import type { Cents, Id } from "#kernel";

/**
 * Who pays, in one household. An adult of two households is two payers: the other adults of a household read its
 * invoices, and those of the first may not read what is said of the second.
 */
export interface Payer {
  readonly householdId: Id<"household">;
  readonly guardianId: Id<"guardian">;
}

/** What a charge is for. */
export type ChargeKind =
  | "unit"
  | "absence"
  | "supplement"
  | "penalty"
  | "contract"
  | "regularisation"
  | "fee";

/** What is named, with its name as it is on that day. */
export interface Named<Name extends string> {
  readonly id: Id<Name>;
  readonly name: string;
}

/** What is owed for a source, on a day, whoever charged it or not before. */
export interface Owed {
  readonly payer: Payer;
  /** Where it comes from: « booking:<id> », « presence:<id> », « contract:<id>:2026-11 », « fee:… », « penalty:… ». */
  readonly sourceKey: string;
  readonly participant: Named<"participant"> | null;
  readonly activity: Named<"activity"> | null;
  readonly unit: Named<"unit"> | null;
  readonly day: Temporal.PlainDate;
}

/** One priced fact. */
export interface PricedSource<Facts> extends Owed {
  readonly kind: ChargeKind;
  readonly cents: Cents;
  readonly facts: Facts;
}

/** A payer of a month, and how many bookings of it he or she pays for. */
export interface PayerOfMonth extends Payer {
  readonly bookings: number;
}
