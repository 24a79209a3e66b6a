import type { FamilyReach } from "#identity";
import type { Reads } from "#platform";

/** What is served on a day, as the planning says it beside the day. */
export interface DayMenu {
  readonly date: Temporal.PlainDate;
  /** « Lasagnes, pomme » */
  readonly words: string;
  /** What a child cannot eat of it, in words. */
  readonly warnings: readonly string[];
}

/** The menus of a family's services from a day to another, both included: told by the folder that writes menus. */
export type MenusOfDays = (
  reads: Reads,
  reach: FamilyReach,
  days: readonly [Temporal.PlainDate, Temporal.PlainDate],
) => Promise<readonly DayMenu[]>;

/** Where nobody writes menus. */
export const noMenus: MenusOfDays = () => Promise.resolve([]);
