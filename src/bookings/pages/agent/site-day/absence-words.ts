import { formatMoment, formatTime, parisDateTime } from "#kernel";

import type { Expected } from "./day-list.ts";
import { texts } from "./texts.fr.ts";

/** « Malade, prévenu à 7 h 40 », with the day where it was said before; empty where the child is expected. */
export function absenceWords(
  { saidAbsentAt, saidSick }: Pick<Expected, "saidAbsentAt" | "saidSick">,
  date: Temporal.PlainDate,
): string {
  if (saidAbsentAt === null) return "";
  const local = parisDateTime(saidAbsentAt);
  const moment = local.toPlainDate().equals(date)
    ? `à ${formatTime(local.toPlainTime())}`
    : `le ${formatMoment(local.toPlainDate(), local.toPlainTime())}`;
  return saidSick ? texts.sick(moment) : texts.notComing(moment);
}
