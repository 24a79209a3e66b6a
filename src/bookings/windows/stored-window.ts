import type { BookingWindow } from "../rules/window.ts";

/** A window as a statement gives it inside JSON. */
export interface StoredWindow {
  firstDay: string;
  lastDay: string;
  group: string | null;
  groupName?: string | null;
  opensAt: string;
  closesAt: string | null;
}

/** Reads the windows that a statement has gathered into JSON; null where there was none. */
export function readWindows(stored: readonly StoredWindow[] | null): readonly BookingWindow[] {
  return (stored ?? []).map(({ firstDay, lastDay, group, groupName = null, opensAt, closesAt }) => ({
    firstDay: Temporal.PlainDate.from(firstDay),
    lastDay: Temporal.PlainDate.from(lastDay),
    group,
    groupName,
    opensAt: Temporal.Instant.from(opensAt),
    closesAt: closesAt === null ? null : Temporal.Instant.from(closesAt),
  }));
}
