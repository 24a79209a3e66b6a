import { formatDayAndYear, formatTime } from "#kernel";

import type { Received } from "./receipt.ts";

/** « le mercredi 25 novembre 2026 à 9 h 04 »: as the service told it, or the day on which it was known. */
export function whenPaid({ day, paidAt }: Pick<Received, "day" | "paidAt">): string {
  if (paidAt === null) return `le ${formatDayAndYear(day)}`;
  const at = Temporal.PlainDateTime.from(paidAt);
  return `le ${formatDayAndYear(at.toPlainDate())} à ${formatTime(at.toPlainTime())}`;
}
