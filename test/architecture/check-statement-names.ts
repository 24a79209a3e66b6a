import { isTest, type SourceFile, type Violation } from "./source-file.ts";

/** Methods of the database handles whose first argument names the statement. */
const METHODS = new Set(["rows", "row", "run"]);

/** A prepared statement's name stands for one text in the whole program: pg refuses a second one. */
export function checkStatementNames(files: readonly SourceFile[]): Violation[] {
  const named = new Map<string, string>();
  const found: Violation[] = [];
  for (const file of files) {
    if (isTest(file)) continue;
    file.visit({
      CallExpression: ({ callee, arguments: [name, sql], start }) => {
        if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return;
        if (!METHODS.has(callee.property.name) || sql === undefined) return;
        if (name?.type !== "Literal" || typeof name.value !== "string") return;
        const place = `${file.path}:${file.lineAt(start)}`;
        const elsewhere = named.get(name.value);
        named.set(name.value, place);
        if (elsewhere === undefined) return;
        found.push({
          path: file.path,
          line: file.lineAt(start),
          why: `${name.value} is named at ${elsewhere} too`,
        });
      },
    });
  }
  return found;
}
