/** How an authority treats what families tell of their income, from a day on. */
export interface QfSetting {
  readonly validFrom: Temporal.PlainDate;
  /** From when a new one counts: the day it came, the next month, the next year. */
  readonly effect: "day" | "month" | "year";
  /** The month whose first day begins the year: 1 for January, 9 for the school year. */
  readonly yearStartMonth: number;
  /** It counts from the situation that it tells, even when it comes later. */
  readonly retroactive: boolean;
  /** A household without one that holds does not wait for the next month or year. */
  readonly firstAtOnce: boolean;
  /** The day of the year after which one counts no more; null: never. */
  readonly expires: { readonly month: number; readonly day: number } | null;
  /** Nearer than this to that day, it lives until the same day of the next year. */
  readonly expiresLeastDays: number;
  /** How long before its end a family is warned. */
  readonly warnDays: number;
  /** What a family declares counts only once an agent has accepted it. */
  readonly verify: boolean;
}
