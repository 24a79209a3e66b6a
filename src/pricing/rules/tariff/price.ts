import type { Cents } from "#kernel";

import type { Bracket } from "../brackets.ts";
import type { Exact } from "../exact.ts";
import type { AgreedMonth, MoreTime } from "../psu/contract-facts.ts";
import type { Deduction } from "../psu/deductions.ts";
import type { Regularisation } from "../psu/contract-months.ts";
import type { PsuFacts, PsuHole } from "../psu/hourly-rate.ts";
import type { MonthHours } from "../psu/month-hours.ts";
import type { Change, Measure, PenaltyEvent, QfRule, Rounding, When } from "./grammar.ts";

/** Why a price cannot be told: which fact is missing, or where the tariff has a hole. Never a guess, never 0. */
export type Hole = { readonly kind: "hole" } & (
  | { readonly code: "noTariff" }
  | { readonly code: "missingFact"; readonly fact: string }
  | { readonly code: "noQf"; readonly why: "missing" | "outdated" }
  /** The rule says « the highest price », and the tariff has none. */
  | { readonly code: "noHighest" }
  | { readonly code: "noBracket"; readonly of: Measure; readonly value: string }
  | { readonly code: "noCase" }
  | { readonly code: "noSupplement"; readonly supplement: string }
  | { readonly code: "noInstalment"; readonly instalment: number; readonly count: number }
  | { readonly code: "noAbsenceRule"; readonly reason: string }
  | { readonly code: "belowZero"; readonly euros: string }
  /** The hourly rate of a nursery cannot be told. */
  | { readonly code: "noPsuRate"; readonly why: PsuHole["code"]; readonly day: string }
);

/** What made an amount, in plain values: kept with the charge, told to the family, computed again by whoever doubts. */
export type PriceFact =
  | { readonly fact: "amount"; readonly euros: string }
  | { readonly fact: "qf"; readonly value: string; readonly from: string; readonly until: string | null }
  | {
      readonly fact: "noQf";
      readonly why: "missing" | "outdated";
      readonly rule: QfRule;
      /** The last day on which the one that is known held. */
      readonly until: string | null;
    }
  | {
      readonly fact: "bracket";
      readonly of: Measure;
      /** Null where the highest price was taken. */
      readonly value: string | null;
      readonly bracket: Bracket;
      readonly lowered: { readonly by: number; readonly when: When } | null;
    }
  | {
      readonly fact: "share";
      readonly of: Measure;
      readonly value: string | null;
      /** What the measure counted as, where it was out of the bounds. */
      readonly countedAs: string | null;
      readonly percent: string | null;
      readonly factor: string | null;
      readonly limit: Limit | null;
    }
  | {
      readonly fact: "per";
      readonly of: Measure;
      readonly value: string;
      readonly every: number;
      readonly count: string;
      readonly limit: Limit | null;
    }
  | { readonly fact: "case"; readonly when: When }
  | { readonly fact: "regular"; readonly regular: boolean; readonly days: number; readonly from: number }
  | { readonly fact: "adjustment"; readonly name: string; readonly when: When; readonly change: Change }
  | { readonly fact: "instalment"; readonly index: number; readonly count: number; readonly whole: Cents }
  | { readonly fact: "quantity"; readonly quantity: number }
  | {
      readonly fact: "penalty";
      readonly on: PenaltyEvent;
      readonly change: Change & { readonly instead?: string; readonly everyMinutes?: number };
      readonly time: number | null;
      readonly fromTime: number | null;
      readonly minutes: number | null;
      /** What the place that was given back would have cost. */
      readonly price?: Cents;
      /** A place that was given back too late: when, and until when it could be. */
      readonly cancelled?: { readonly at: string; readonly until: string; readonly slots?: number };
      /** Why an agent does not ask it, and what it would have been. */
      readonly waived?: { readonly because: string; readonly cents: Cents };
    }
  | {
      readonly fact: "absence";
      readonly reason: string;
      readonly because: AbsenceBecause;
      readonly billed: "full" | "none" | "price";
      readonly since: string;
    }
  | { readonly fact: "psuRate"; readonly rate: Cents; readonly made: PsuFacts }
  | { readonly fact: "psuAgreed"; readonly made: AgreedMonth }
  | { readonly fact: "psuMore"; readonly time: MoreTime }
  | { readonly fact: "psuMonth"; readonly hours: MonthHours }
  | {
      readonly fact: "psuRegularisation";
      readonly lastDay: string;
      readonly made: Regularisation;
    }
  | { readonly fact: "psuTime"; readonly minutes: number; readonly rate: Cents }
  | {
      readonly fact: "psuAbsence";
      readonly day: string;
      readonly deducted: boolean;
      readonly because: Deduction["because"];
    }
  | { readonly fact: "given"; readonly by: string; readonly on: string; readonly because: string }
  | { readonly fact: "rounding"; readonly rounding: Rounding; readonly exactly: string };

/** The floor or the ceiling that was reached. */
export interface Limit {
  readonly kind: "floor" | "ceiling";
  readonly euros: string;
}

/** Which part of the rules decided on an absence. */
export type AbsenceBecause =
  | "authority"
  | "rule"
  | "firstDays"
  | "noProof"
  | "lateProof"
  | "toldLate"
  | "otherwise";

/** An amount before it is rounded, and what made it. */
export interface Amount {
  readonly kind: "amount";
  readonly exact: Exact;
  readonly facts: readonly PriceFact[];
}

/** One line of a charge. */
export interface PriceLine {
  readonly what: "unit" | "absence" | "supplement" | "penalty" | "regularisation";
  /** The name that the authority gave it; null where it has none. */
  readonly name: string | null;
  readonly cents: Cents;
  readonly facts: readonly PriceFact[];
}

/** What is to be paid: the sum of the lines, to the cent. */
export interface Price {
  readonly kind: "price";
  readonly total: Cents;
  /** The name of the tariff, and the days for which it holds. */
  readonly tariff: {
    readonly name: string | null;
    readonly firstDay: string | null;
    readonly lastDay: string | null;
  };
  readonly lines: readonly PriceLine[];
}

/** A price that falls in a hole. */
export function hole<const Why extends Omit<Hole, "kind">>(why: Why): Why & { readonly kind: "hole" } {
  return { kind: "hole", ...why };
}

/** An amount and what made it. */
export function amount(exactly: Exact, facts: readonly PriceFact[]): Amount {
  return { kind: "amount", exact: exactly, facts };
}
