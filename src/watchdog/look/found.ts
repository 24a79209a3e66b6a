import type { Id } from "#kernel";

import type { Watch } from "../rules/watch.ts";

/** One thing that a watch found this morning. */
export interface Found {
  readonly watch: Watch;
  /** What it is about, once: « <site>/2026-11-23 ». */
  readonly subject: string;
  /** What is told on one line and put to sleep together: « <site> ». */
  readonly topic: string;
  readonly siteId: Id<"site"> | null;
  readonly count: number;
  /** Plain values, read again by alarms/alarm.ts; no name and no amount of a family that changes later. */
  readonly facts: Readonly<Record<string, string | number | null>>;
}
