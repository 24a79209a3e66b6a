import { posix } from "node:path";

import { isRule, isTest, type SourceFile, type Violation } from "./source-file.ts";

/** Names through which a file would reach the outside world, or chance. */
const OUTSIDE = new Set(["process", "fetch", "console", "crypto", "performance", "Buffer", "setTimeout"]);

/** A rule is pure: it imports the kernel and other rules, and touches neither input nor output. */
export function checkRules(files: readonly SourceFile[]): Violation[] {
  return files
    .filter((file) => isRule(file) && !isTest(file))
    .flatMap((file) => [...importsOf(file), ...namesOf(file)]);
}

function importsOf(file: SourceFile): Violation[] {
  return file.imports.flatMap(({ specifier, line }) => {
    const allowed =
      specifier === "#kernel" ||
      (specifier.startsWith(".") && isRule({ path: posix.join(posix.dirname(file.path), specifier) }));
    return allowed ? [] : [{ path: file.path, line, why: `a rule may not import ${specifier}` }];
  });
}

function namesOf(file: SourceFile): Violation[] {
  const found: Violation[] = [];
  const add = (start: number, what: string) =>
    found.push({ path: file.path, line: file.lineAt(start), why: `a rule may not use ${what}` });
  file.visit({
    Identifier: (node) => {
      if (OUTSIDE.has(node.name)) add(node.start, node.name);
    },
    MemberExpression: (node) => {
      if (node.object.type !== "Identifier" || node.property.type !== "Identifier") return;
      if (node.object.name === "Math" && node.property.name === "random") add(node.start, "Math.random");
    },
  });
  return found;
}
