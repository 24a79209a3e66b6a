const MOST = 60;

/**
 * A value from a file made safe to print in a terminal, a log or a page: one line, no control or direction
 * character, at most 60 characters.
 */
export function printable(value: string): string {
  const safe = value.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, "·");
  const characters = Array.from(safe);
  return characters.length <= MOST ? safe : `${characters.slice(0, MOST - 1).join("")}…`;
}
