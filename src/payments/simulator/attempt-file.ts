import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import { attemptSchema, type SimulatedAttempt } from "./attempt.ts";

/** Where operations outlive the simulator. */
export interface AttemptFile {
  read(): SimulatedAttempt[];
  add(attempt: SimulatedAttempt): void;
  replace(attempts: readonly SimulatedAttempt[]): void;
}

/** Nothing is kept. */
export const NO_FILE: AttemptFile = { read: () => [], add: () => undefined, replace: () => undefined };

/**
 * One line for each change, the last one of an operation being what it became: the real service does not forget a
 * payment because a process was restarted, and neither may its stand-in. A line cut by a kill is passed over.
 */
export function attemptFile(path: string): AttemptFile {
  mkdirSync(dirname(path), { recursive: true });
  const replace = (attempts: readonly SimulatedAttempt[]) => {
    writeFileSync(`${path}.new`, attempts.map(lineOf).join(""));
    renameSync(`${path}.new`, path);
  };
  return {
    read: () => {
      const attempts = existsSync(path) ? lastOfEach(readFileSync(path, "utf8")) : [];
      replace(attempts);
      return attempts;
    },
    add: (attempt) => appendFileSync(path, lineOf(attempt)),
    replace,
  };
}

function lineOf(attempt: SimulatedAttempt): string {
  return `${JSON.stringify(attempt)}\n`;
}

function lastOfEach(text: string): SimulatedAttempt[] {
  const known = new Map<string, SimulatedAttempt>();
  for (const line of text.split("\n")) {
    const read = attemptSchema.safeParse(jsonOf(line));
    if (read.success) known.set(read.data.idOp, read.data);
  }
  return [...known.values()];
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
