/**
 * What of a list is new and what it stands in place of, and nothing of what stays: « 75 % de plus (jusque-là, 50 % de
 * plus) », « ceci s'ajoute, hors territoire », « ceci n'y est plus, hors territoire ».
 */
export function replacedWords(before: readonly string[], after: readonly string[]): string {
  const added = after.filter((phrase) => !before.includes(phrase)).join(" ; ");
  const removed = before.filter((phrase) => !after.includes(phrase)).join(" ; ");
  if (added !== "" && removed !== "") return `${added} (jusque-là, ${removed})`;
  if (added !== "") return before.length === 0 ? added : `ceci s’ajoute, ${added}`;
  return removed === "" ? "dans un autre ordre" : `ceci n’y est plus, ${removed}`;
}
