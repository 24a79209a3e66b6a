import { formatShortDate } from "#kernel";

import type { DayInTheWay } from "../../../enrolments/save-enrolment.ts";
import { texts } from "./texts.fr.ts";

/** Days that are told one by one; the others are counted. */
const TOLD_DAYS = 6;

/** « Repas du 12 novembre, Repas du 13 novembre, et 2 autres ». */
export function daysInTheWayWords(inTheWay: readonly DayInTheWay[]): string {
  const days = inTheWay.map(({ date, unitName }) => `${unitName} du ${formatShortDate(date)}`);
  const more = days.length - TOLD_DAYS;
  return [...days.slice(0, TOLD_DAYS), ...(more > 0 ? [texts.end.more(more)] : [])].join(", ");
}
