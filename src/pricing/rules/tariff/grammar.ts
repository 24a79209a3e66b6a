import type { Bracket } from "../brackets.ts";
import type { Care } from "../psu/psu-tables.ts";

/** An amount of euros, or a number, as the file writes it between quotes: « 3.19 », « 0.0027 ». */
export type Decimal = string;

/** What a price may be counted from. Children and ages are whole numbers; money is in euros. */
export type Measure =
  | "qf"
  | "monthlyIncome"
  | "annualIncome"
  | "cost"
  | "minutes"
  | "days"
  | "rank"
  | "enrolledChildren"
  | "householdChildren"
  | "age";

/** How a price is told. The forms nest: the price of a bracket or of a case is a price in its turn. */
export type PriceForm = Decimal | BracketsForm | ShareForm | PerForm | CasesForm | PsuForm;

/** A price for each span of a measure, the « quotient familial » unless said otherwise. */
export interface BracketsForm {
  readonly kind: "brackets";
  readonly of?: Measure;
  readonly brackets: readonly PricedBracket[];
  /** The price of a bracket below one's own, for some. */
  readonly lower?: { readonly by?: number; readonly when: When };
}

/** A span and its price. */
export type PricedBracket = Bracket & { readonly price: PriceForm };

/** A part of a measure, between a floor and a ceiling. */
export interface ShareForm {
  readonly kind: "share";
  readonly of?: Measure;
  /** « 0.55 » is 0,55 %; or else the factor. */
  readonly percent?: Decimal;
  /** « 0.0027 » is 0,0027 of the measure. */
  readonly factor?: Decimal;
  /** A measure below counts as this. */
  readonly least?: number;
  /** A measure above counts as this. */
  readonly most?: number;
  readonly floor?: Decimal;
  readonly ceiling?: Decimal;
}

/** A price times a count: each half-hour that has begun, each day. */
export interface PerForm {
  readonly kind: "per";
  readonly of: Measure;
  /** How much of the measure is counted as one: 30 minutes. */
  readonly every?: number;
  /** Parts that have begun (as usual), or only those that are complete. */
  readonly count?: "started" | "complete";
  readonly price: PriceForm;
  readonly floor?: Decimal;
  readonly ceiling?: Decimal;
}

/** A price for each situation; a case without `when` is for all the others. */
export interface CasesForm {
  readonly kind: "cases";
  readonly cases: readonly PriceCase[];
}

/**
 * The national scale of nurseries: a contract by the month, other time by the half-hour that has begun. It is the whole
 * price of an entry, never a part of another form.
 */
export interface PsuForm {
  readonly kind: "psu";
  /** Together, as usual, or at a childminder's. */
  readonly care?: Care;
}

/** A situation and its price. */
export interface PriceCase {
  readonly when?: When;
  readonly price: PriceForm;
}

/** A span of whole numbers, both ends included. */
export interface Range {
  readonly from?: number;
  readonly to?: number;
}

/** The days of the week as the file names them. */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/** For whom and when: all that is written must hold. */
export interface When {
  readonly residence?: "resident" | "outside";
  readonly audience?: "child" | "adult";
  readonly scheme?: "caf" | "msa" | "other";
  readonly school?: "preschool" | "elementary" | "other";
  readonly regular?: boolean;
  readonly ownMeal?: boolean;
  readonly booked?: boolean;
  readonly category?: string;
  readonly weekdays?: readonly Weekday[];
  readonly rank?: Range;
  readonly enrolledChildren?: Range;
  readonly householdChildren?: Range;
  readonly age?: Range;
  readonly days?: Range;
}

/** What is done without a « quotient familial » that holds. */
export type QfRule = "highest" | "lastKnown" | { readonly qf: number } | { readonly price: Decimal };

/** Where an amount is brought to whole cents, or to five or ten. */
export interface Rounding {
  readonly mode: "halfUp" | "up" | "down";
  readonly to: "0.01" | "0.05" | "0.10";
  /** The whole line, or already the price of each part that is counted. */
  readonly at: "line" | "unit";
}

/** One of: euros more (or less), a factor, a percentage more (or less). */
export interface Change {
  readonly plus?: Decimal;
  readonly times?: Decimal;
  readonly percent?: Decimal;
}

/** What is added to a price, or taken off, for some. */
export interface Adjustment extends Change {
  readonly name: string;
  readonly when: When;
}

/** What comes on top where it is taken: an outing, a snack, a shuttle. */
export interface Supplement {
  readonly code: string;
  readonly name: string;
  readonly price: PriceForm;
}

/** What a unit, a card or a file costs, from a day to a day. */
export interface TariffTerms {
  readonly name?: string;
  readonly price: PriceForm;
  readonly adjustments?: readonly Adjustment[];
  readonly supplements?: readonly Supplement[];
  /** Somebody is regular from this many days in the month on; without it, it is said beforehand. */
  readonly regular?: { readonly fromDaysAMonth: number };
  readonly instalments?: number;
  readonly missingQf?: Exclude<QfRule, "lastKnown">;
  readonly outdatedQf?: QfRule;
  readonly rounding?: Partial<Rounding>;
}

/** What happened out of the rules. */
export type PenaltyEvent = "unbooked" | "lateBooking" | "lateCancellation" | "latePickUp";

/** What an event costs; `instead` is what the slot costs then, in place of its price. */
export interface PenaltyRule extends Change {
  readonly on: PenaltyEvent;
  readonly name?: string;
  readonly instead?: Decimal;
  /** `plus` for each such number of minutes that has begun. */
  readonly everyMinutes?: number;
  readonly graceMinutes?: number;
  /** From the n-th time on, and up to it; without them, every time. */
  readonly fromTime?: number;
  readonly toTime?: number;
  /** Once for the family, however many of its children are concerned. */
  readonly per?: "child" | "family";
  readonly when?: When;
}

/** What a booked slot costs where nobody came. A rule without reasons is for all the absences left. */
export interface AbsenceRule {
  readonly reasons?: readonly string[];
  readonly when?: When;
  /** The proof comes within so many hours of the first slot missed, or by so many days after its day. */
  readonly proof?: { readonly withinHours?: number; readonly withinDays?: number };
  /** Told on the first day of the absence by this time, or before that day. */
  readonly toldBy?: string;
  /** The first days of the absence are billed in full, whatever comes after. */
  readonly billedFirstDays?: number;
  readonly counted?: "calendar" | "school";
  readonly billed: "full" | "none" | { readonly price: PriceForm };
}
