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
  /** What the outing costs the authority for one, in euros. */
  readonly cost?: string;
  readonly supplements?: readonly { readonly code: string; readonly quantity: number }[];
  readonly events?: readonly ChargedEvent[];
  readonly absence?: Absence;
  /** Which instalment this is; 1 is the first. */
  readonly instalment?: number;
}
