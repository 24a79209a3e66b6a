import { posix } from "node:path";

import type { SourceFile, Violation } from "./source-file.ts";

/** No file imports itself through others, not even for a type. One violation for each cycle. */
export function checkCycles(files: readonly SourceFile[]): Violation[] {
  const known = new Map(files.map((file) => [file.path, file]));
  const settled = new Set<string>();
  const trail: string[] = [];
  const found: Violation[] = [];

  const follow = (path: string) => {
    if (settled.has(path)) return;
    const start = trail.indexOf(path);
    if (start !== -1) {
      const cycle = [...trail.slice(start), path];
      found.push({ path, line: 1, why: `import cycle: ${cycle.join(" → ")}` });
      return;
    }
    trail.push(path);
    for (const target of targetsOf(known.get(path), known)) follow(target);
    trail.pop();
    settled.add(path);
  };
  for (const { path } of files) follow(path);
  return found;
}

function targetsOf(file: SourceFile | undefined, known: ReadonlyMap<string, SourceFile>): string[] {
  return (file?.imports ?? []).flatMap(({ specifier }) => {
    const target = specifier.startsWith("#")
      ? `src/${specifier.slice(1)}/index.ts`
      : posix.join(posix.dirname(file?.path ?? ""), specifier);
    return known.has(target) ? [target] : [];
  });
}
