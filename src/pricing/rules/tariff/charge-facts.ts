import type { DayHours, SliceRule } from "../psu/hours.ts";
import type { ResourcesCase } from "../qf/income.ts";
import type { PenaltyEvent, When } from "./grammar.ts";

/** The « quotient familial » of a household, and the days for which it holds; both ends included. */
export interface KnownQf {
  /** Exact, as it was declared: « 699.99 ». */
  readonly value: string;
  readonly from: Temporal.PlainDate;
  readonly until?: Temporal.PlainDate;
}

/** Something out of the rules, on the day that is priced. */
export interface ChargedEvent {
  readonly on: PenaltyEvent;
  /** Which time this is, in the span in which the authority counts; 1 is the first. */
  readonly time?: number;
  /** How late, where that is what it is about. */
  readonly minutes?: number;
  /** The family already pays for it with another child. */
  readonly paidWithSibling?: boolean;
  /** Why an agent does not ask its penalty. */
  readonly waived?: string;
}

/** An absence of one day or of several, seen from the day that is priced. */
export interface Absence {
  /** « illness », « family »…; `authority` is the authority's own doing: a strike, a teacher away. */
  readonly reason: string;
  /** When its first slot began, in Paris. */
  readonly since: Temporal.PlainDateTime;
  /** Which school day of the absence this one is; 1 is the first. */
  readonly schoolDay?: number;
  readonly proofAt?: Temporal.PlainDateTime;
  readonly toldAt?: Temporal.PlainDateTime;
}

/** What the national scale of nurseries counts from: the resources of a month, or why there are none, and children. */
export interface PsuFamily {
  /** Exact: « 3000.00 ». */
  readonly monthlyIncome?: string;
  readonly unknown?: ResourcesCase;
  readonly children: number;
  readonly aeeh?: number;
}

/** A day of a contract's month, or one on which the child came without being planned. */
export interface CareDay {
  readonly day: Temporal.PlainDate;
  /** What the contract plans; left out: nothing that day. */
  readonly planned?: DayHours;
  /** When the child came and left; left out: not known, or did not come. */
  readonly real?: DayHours;
  /**
   * The day did not happen, nobody held a place (given back, or full when the contract was signed), or nobody came; left
   * out: the child came, or nobody said.
   */
  readonly absence?: Absence | "closed" | "noPlace";
}

/** A month of a contract of a nursery. */
export interface CareContract {
  /** What was agreed, from its first day to the last one that was signed. */
  readonly agreedMinutes: number;
  readonly agreedMonths: number;
  /** Which of them this is; 1 is the first. */
  readonly index: number;
  readonly slice: SliceRule;
  readonly days: readonly CareDay[];
  /** In the last month of one that ended before that day, or was changed: its months, to make up for them. */
  readonly ended?: {
    readonly lastDay: Temporal.PlainDate;
    readonly months: readonly {
      readonly firstDay: Temporal.PlainDate;
      readonly plannedMinutes: number;
      readonly psu?: PsuFamily;
    }[];
  };
}

/** All that a price may hang on. What is left out is not known; a price that needs it falls in a hole. */
export interface ChargeFacts {
  readonly date: Temporal.PlainDate;
  readonly residence?: NonNullable<When["residence"]>;
  readonly audience?: NonNullable<When["audience"]>;
  readonly scheme?: NonNullable<When["scheme"]>;
  readonly school?: NonNullable<When["school"]>;
  readonly regular?: boolean;
  /** How many days of this month were booked or attended, where that decides who is regular. */
  readonly daysThisMonth?: number;
  /** A meal brought under a PAI; left out, none was. */
  readonly ownMeal?: boolean;
  /** A category that the authority named; left out, none. */
  readonly category?: string;
  readonly rank?: number;
  readonly enrolledChildren?: number;
  readonly householdChildren?: number;
  readonly age?: number;
  /** Days of the package, of the week or of the stay. */
  readonly days?: number;
  /** Minutes of presence, or booked, whichever the authority bills. */
  readonly minutes?: number;
  readonly qf?: KnownQf;
  /** Euros a year. */
  readonly annualIncome?: string;
  /** What the scale of nurseries counts from. */
  readonly psu?: PsuFamily;
  /** The month of a contract, in place of one stay. */
  readonly contract?: CareContract;
  /** What the outing costs the authority for one, in euros. */
  readonly cost?: string;
  readonly supplements?: readonly { readonly code: string; readonly quantity: number }[];
  readonly events?: readonly ChargedEvent[];
  readonly absence?: Absence;
  /** The place was given back after the deadline: when, and until when it could be. */
  readonly cancelled?: {
    readonly at: Temporal.PlainDateTime;
    readonly until: Temporal.PlainDateTime;
    /** How many slots of its price were given back by one act; left out: one. */
    readonly slots?: number;
    /** Why an agent does not ask the penalty, where the form itself said so. */
    readonly waived?: string;
  };
  /** Which instalment this is; 1 is the first. */
  readonly instalment?: number;
  /** What an agent said that it costs, where no tariff does. */
  readonly given?: GivenPrice;
}

/** A price that an agent gave, with the reason that the family reads. */
export interface GivenPrice {
  readonly euros: string;
  readonly by: string;
  /** The day on which it was given: « 2026-12-01 ». */
  readonly on: string;
  readonly because: string;
}
