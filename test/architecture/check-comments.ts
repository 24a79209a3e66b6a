import type { Violation } from "./source-file.ts";

const UNFINISHED = /\b(TODO|FIXME|XXX|HACK)\b/;

/** What is left to do is an issue, not a comment. */
export function checkComments(files: readonly { path: string; text: string }[]): Violation[] {
  return files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) => {
      const word = UNFINISHED.exec(line)?.[0];
      return word === undefined ? [] : [{ path, line: index + 1, why: `${word}: write an issue` }];
    }),
  );
}
