import { readFileSync } from "node:fs";
import { join } from "node:path";

import { projectRoot } from "#platform";

import { foldPassword } from "../rules/password.ts";

let known: ReadonlySet<string> | undefined;

/** The passwords of reference/common-passwords.txt, one a line, as the rule compares them; read once. */
export function commonPasswords(): ReadonlySet<string> {
  known ??= new Set(
    readFileSync(join(projectRoot, "reference", "common-passwords.txt"), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map(foldPassword),
  );
  return known;
}
