import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { readRules, type Rule } from "./read-rules.ts";

const root = join(import.meta.dirname, "..", "..");

/** Where the generated document lies. */
export const documentPath = join(root, "docs", "rules.md");

/** Every rule of the sources, in the order of the paths. */
export function allRules(): readonly Rule[] {
  return globSync("src/**/*.{ts,tsx}", { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !path.includes(".test."))
    .toSorted()
    .flatMap((path) => readRules(path, readFileSync(join(root, path), "utf8")));
}
