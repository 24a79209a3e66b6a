import { formatTime, parisDateTime } from "#kernel";

/**
 * The clock time from which one may try again, rounded up to the whole minute so that it is never too early:
 * 14:41:20 UTC on a summer day gives « 16 h 42 ».
 */
export function retryTime(until: Temporal.Instant): string {
  return formatTime(
    parisDateTime(until).round({ smallestUnit: "minute", roundingMode: "ceil" }).toPlainTime(),
  );
}
