import { lineKey, type LineFactsRow } from "../../../planning/line-facts.ts";
import { choosableTimes } from "../../../rules/hours.ts";
import type { Act, Hours, Line } from "../../../rules/lines.ts";

/** Up to so many days, each has its own hours; of more, those with the same hours change together. */
const DAYS_APART = 12;

/** The hours of a line that is to be confirmed, which may still be changed. */
export interface LineHourChoice {
  /** The number of its lists on the page: days that change together have the same. */
  line: number;
  times: readonly number[];
  /** What is asked, and booked where nothing is changed. */
  usual: Hours;
  /** Whether the lists are those of this day alone. */
  ownDay: boolean;
}

/** A line to confirm with what it is about, and the choice of its hours where there is one. */
export type KnownLine = Line & LineFactsRow & { choice: LineHourChoice | null };

const TAKES_HOURS: ReadonlySet<Act> = new Set(["book", "wait", "change"]);

/**
 * Gives each line whose hours are chosen the hours that it will have, named or not by the form, and the lists to change
 * them: one for each of twelve days, one for all the evenings until 18 h of a year.
 */
export function withChoices(lines: readonly (Line & LineFactsRow)[]): readonly KnownLine[] {
  const chosen = lines.filter((line) => hoursOf(line) !== null);
  const ownDay = chosen.length <= DAYS_APART;
  const numbers = new Map<string, number>();
  return lines.map((line) => {
    const usual = hoursOf(line);
    const { hourStep, fromMinute, toMinute } = line.unitRules;
    if (usual === null || hourStep === null) return { ...line, choice: null };
    const { participantId, unitName, activityName } = line;
    const unit = [participantId, activityName, unitName, fromMinute, toMinute, hourStep];
    const alike = [...unit, usual.from, usual.to].join(" ");
    const key = ownDay ? lineKey(line) : alike;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    const times = choosableTimes({ from: fromMinute, to: toMinute }, hourStep);
    return { ...line, hours: usual, choice: { line: number, times, usual, ownDay } };
  });
}

/** The hours that a line asks: those that it names, else all those of the unit that day; null where none are chosen. */
function hoursOf({
  act,
  hours,
  unitRules: { hourStep, fromMinute, toMinute },
}: Line & LineFactsRow): Hours | null {
  if (hourStep === null || !TAKES_HOURS.has(act)) return null;
  return hours ?? { from: fromMinute, to: toMinute };
}
