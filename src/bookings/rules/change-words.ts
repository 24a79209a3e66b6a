import { companionsWords } from "./companions.ts";
import { hoursWords } from "./hours.ts";
import { dayWords } from "./line-words.ts";
import type { BeforeChange, Hours } from "./lines.ts";

/**
 * A booking that changes, with what it was: « mardi 1ᵉʳ décembre, éveil, sans enfant (avant : 3) », « lundi 16 novembre,
 * soir, 16 h 30 – 17 h (avant : 16 h 30 – 18 h) ». What stays the same is said without it.
 */
export function changeWords(
  line: {
    readonly unitName: string;
    readonly date: Temporal.PlainDate;
    readonly hours?: Hours | null | undefined;
    readonly companions?: number | undefined;
  },
  before: BeforeChange | null,
): string {
  if (before === null) return dayWords(line);
  const { hours = null, companions = before.companions } = line;
  const words = [dayWords({ unitName: line.unitName, date: line.date })];
  if (hours !== null) {
    const same = before.hours === null || (before.hours.from === hours.from && before.hours.to === hours.to);
    words.push(
      same || before.hours === null ? hoursWords(hours) : was(hoursWords(hours), hoursWords(before.hours)),
    );
  }
  if (companions !== before.companions) {
    words.push(
      was(
        companions === 0 ? "sans enfant" : companionsWords(companions),
        before.companions === 0 ? "aucun" : `${before.companions}`,
      ),
    );
  } else if (companions > 0) words.push(companionsWords(companions));
  return words.join(", ");
}

const was = (now: string, before: string) => `${now} (avant\u00a0: ${before})`;
