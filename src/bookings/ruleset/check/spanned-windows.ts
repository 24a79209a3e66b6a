import type { BookingSections } from "../sections.ts";

/** A window with the days that it opens, first and last included. */
export interface SpannedWindow {
  /** Its place in the section. */
  readonly index: number;
  readonly group: string | undefined;
  readonly opensAt: string;
  readonly closesAt: string | undefined;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** The windows of one season of an activity, in the order of the file; without days of its own, one holds the season. */
export function windowsInSeason(
  windows: NonNullable<BookingSections["windows"]>,
  activity: string,
  season: { readonly name: string; readonly firstDay: string; readonly lastDay: string },
): readonly SpannedWindow[] {
  return windows.flatMap((window, index) => {
    if (window.season !== season.name || !window.activities.includes(activity)) return [];
    const { group, opensAt, closesAt, firstDay, lastDay } = window;
    return [
      {
        index,
        group,
        opensAt,
        closesAt,
        firstDay: firstDay ?? season.firstDay,
        lastDay: lastDay ?? season.lastDay,
      },
    ];
  });
}
