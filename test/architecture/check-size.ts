import type { Violation } from "./source-file.ts";

/** The longest a file may be. */
const LONGEST = 300;

/** Files that are longer, with their number of lines: each may only shrink, and leaves the list at 300. */
const LONGER: Readonly<Record<string, number>> = {
  "src/bookings/submit/submit-bookings.db.test.ts": 356,
};

/** No file is longer than a reader can hold; those that are do not grow. */
export function checkSize(
  files: readonly { path: string; text: string }[],
  longer: Readonly<Record<string, number>> = LONGER,
): Violation[] {
  const found: Violation[] = [];
  const add = (path: string, why: string) => found.push({ path, line: 1, why });
  const listed = new Set(Object.keys(longer));
  for (const { path, text } of files) {
    const lines = lineCount(text);
    const limit = longer[path] ?? LONGEST;
    if (lines > limit) add(path, `${lines} lines: cut it along its meaning (at most ${limit})`);
    if (listed.delete(path) && lines < limit) {
      add(path, `${lines} lines now: ${lines <= LONGEST ? "take it off the list" : "write it in the list"}`);
    }
  }
  for (const path of listed) add(path, "is on the list of long files and does not exist");
  return found;
}

/** Lines of each file, shortest first: its median and its 90th percentile are goals of the project. */
export function sizes(files: readonly { text: string }[]): { median: number; p90: number } {
  const counts = files.map(({ text }) => lineCount(text)).toSorted((a, b) => a - b);
  const at = (share: number) => counts[Math.floor((counts.length - 1) * share)] ?? 0;
  return { median: at(0.5), p90: at(0.9) };
}

function lineCount(text: string): number {
  return text.replace(/\n$/, "").split("\n").length;
}
