import { isTest, type SourceFile, type Violation } from "./source-file.ts";

/** Files below app/ that may read the clock, and why. It grows only by decision. */
const MAY_READ_THE_CLOCK: readonly string[] = [];

/** The clock is an argument: only the composition root reads it. */
export function checkClock(
  files: readonly SourceFile[],
  allowed: readonly string[] = MAY_READ_THE_CLOCK,
): Violation[] {
  return files
    .filter((file) => !isTest(file) && !file.path.startsWith("src/app/") && !allowed.includes(file.path))
    .flatMap(readingsOf);
}

function readingsOf(file: SourceFile): Violation[] {
  const found: Violation[] = [];
  const add = (start: number, what: string) =>
    found.push({ path: file.path, line: file.lineAt(start), why: `${what}: the clock is an argument` });
  file.visit({
    NewExpression: ({ callee, arguments: given, start }) => {
      if (callee.type === "Identifier" && callee.name === "Date" && given.length === 0)
        add(start, "new Date()");
    },
    CallExpression: ({ callee, start }) => {
      if (callee.type === "Identifier" && callee.name === "Date") add(start, "Date()");
    },
    MemberExpression: ({ object, property, start }) => {
      if (object.type !== "Identifier" || property.type !== "Identifier") return;
      const name = `${object.name}.${property.name}`;
      if (name === "Temporal.Now" || name === "Date.now") add(start, name);
    },
  });
  return found;
}
