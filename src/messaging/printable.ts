/** A server's answer as it may be stored: without control characters, and no longer than is worth reading. */
export function printable(answer: string): string {
  return answer
    .toWellFormed()
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, 500);
}
