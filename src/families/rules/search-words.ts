import { foldText } from "#kernel";

/** What was typed, as PostgreSQL looks for names of which each word is a beginning; empty without letter or digit. */
export function searchWords(typed: string): string {
  return foldText(typed)
    .split(" ")
    .filter(Boolean)
    .map((word) => `${word}:*`)
    .join(" & ");
}
