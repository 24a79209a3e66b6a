import type { Cents } from "#kernel";

import type { DayHours } from "./hours.ts";

/** Where the hours of a month come from: what was agreed, shared out over its months. Kept with the charge. */
export interface AgreedMonth {
  readonly agreedMinutes: number;
  readonly months: number;
  /** Which of them it is; 1 is the first. */
  readonly index: number;
  /** Of a usual month, in whole hours, and of the last one, which takes what is left. */
  readonly usualMinutes: number;
  readonly lastMinutes: number;
  readonly rate: Cents;
  /** Before hours are added or taken off. */
  readonly cents: Cents;
}

/** A day on which the child stayed longer than was agreed. */
export interface MoreTime {
  readonly day: string;
  /** Null: the contract plans nothing that day. */
  readonly planned: DayHours | null;
  readonly real: DayHours;
  /** What it adds, in started slices. */
  readonly minutes: number;
}
