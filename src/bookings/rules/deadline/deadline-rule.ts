import type { NotCounted } from "#kernel";

/** At what time of the closing day an act stops being in time. */
export type CutOff =
  | { readonly kind: "slotStart" }
  | { readonly kind: "time"; readonly time: Temporal.PlainTime }
  | { readonly kind: "endOfDay" };

/** N days that count before the slot (all of them, working days, school days), at a cut-off. */
export interface DaysBeforeRule {
  readonly kind: "daysBefore";
  /** 0 is the day of the slot itself, counted or not. */
  readonly days: number;
  readonly cutOff: CutOff;
  readonly notCounted: NotCounted;
}

/** Where a cut-off goes whose day does not count: to the last day before that does, to the next one, or nowhere. */
export type OnDayOff = "back" | "forward" | "stays";

/** A weekday of an earlier week, for all the slots of a week: « le jeudi de la semaine précédente à 10 h ». */
export interface WeekdayRule {
  readonly kind: "weekday";
  /** ISO weekday; Monday is 1. */
  readonly weekday: number;
  /** 1 is the week before the slot's. */
  readonly weeksBefore: number;
  readonly at: CutOff;
  readonly onDayOff: OnDayOff;
  readonly notCounted: NotCounted;
}

/** The weekday that closes each group of weekdays: « vendredi 9 h pour lundi et mardi ». */
export interface WeekdayGroupsRule {
  readonly kind: "weekdayGroups";
  readonly groups: readonly WeekdayGroup[];
  readonly onDayOff: OnDayOff;
  readonly notCounted: NotCounted;
}

/** Slots of some weekdays close on the nearest such weekday strictly before them. */
export interface WeekdayGroup {
  readonly slots: readonly number[];
  readonly weekday: number;
  readonly at: CutOff;
}

/** N clear days (neither end counted) before the first day of a period, for all of its slots. */
export interface ClearDaysRule {
  readonly kind: "clearDays";
  readonly days: number;
  /** The season of the slot, or the school holidays that it is in. */
  readonly before: "season" | "holidays";
  readonly at: CutOff;
  readonly notCounted: NotCounted;
}

/** Rolling hours before the slot starts, in the time of the clock on the wall. */
export interface HoursBeforeRule {
  readonly kind: "hoursBefore";
  readonly hours: number;
  readonly notCounted: NotCounted;
}

/** One instant for all slots, in the time of Paris. */
export interface UntilRule {
  readonly kind: "until";
  readonly at: Temporal.PlainDateTime;
}

/** Nothing closes before the slot itself. */
export interface SlotStartRule {
  readonly kind: "slotStart";
}

/** The act is not possible online: a place that is sold for good. */
export interface NeverRule {
  readonly kind: "never";
}

/** A deadline without an exception. */
export type PlainRule =
  | DaysBeforeRule
  | WeekdayRule
  | WeekdayGroupsRule
  | ClearDaysRule
  | HoursBeforeRule
  | UntilRule
  | SlotStartRule
  | NeverRule;

/** The last school day before the holidays that have just ended. */
export interface LastSchoolDayRule {
  readonly kind: "lastSchoolDay";
  readonly at: CutOff;
}

/** Another deadline for the slots of the first day, or of the first week, after school holidays. */
export interface AfterHolidays {
  readonly slots: "firstDay" | "firstWeek";
  readonly rule: PlainRule | LastSchoolDayRule;
}

/** How an authority sets a deadline. Booking, cancelling and changing hours have one each. */
export type DeadlineRule = PlainRule & { readonly afterHolidays?: AfterHolidays };

/** What a deadline needs to know of a slot. */
export interface DeadlineSlot {
  readonly date: Temporal.PlainDate;
  /** The local time at which it starts. */
  readonly startsAt: Temporal.PlainTime;
  /** The first day of the season it belongs to. */
  readonly seasonFirstDay: Temporal.PlainDate;
}
