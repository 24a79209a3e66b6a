import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { projectRoot } from "#platform";

const FOLDER = join(projectRoot, "examples", "rulesets");

/** The names of the example rule sets, without « .yaml »; those that must be refused lie in a folder of their own. */
export const exampleNames: readonly string[] = globSync("*.yaml", { cwd: FOLDER })
  .map((file) => file.replace(/\.yaml$/, ""))
  .toSorted();

/** The text of an example: « r15-mametz », « refused/r06-hauterives ». */
export function exampleText(name: string): string {
  return readFileSync(join(FOLDER, `${name}.yaml`), "utf8");
}
