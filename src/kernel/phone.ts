/** A French number of ten digits, in pairs. */
const IN_PAIRS = /(?<=^(?:\d\d){0,3})(\d\d)(?=(?:\d\d){1,4}$)/g;

/**
 * « 06 12 34 56 78 », held together on its line: how a French number is written and read aloud, however it was typed.
 * Another number keeps its own groups.
 */
export function formatPhone(number: string): string {
  const digits = number.replaceAll(/[\s.-]/g, "");
  const known = /^0\d{9}$/.test(digits) ? digits.replace(IN_PAIRS, "$1 ") : number.trim();
  return known.replaceAll(/\s+/g, "\u00a0");
}
