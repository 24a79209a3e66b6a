import { existsSync } from "node:fs";
import { join } from "node:path";

import { projectRoot } from "#platform";
import { expect, test } from "vitest";

import { LONGEST } from "./longest-first.ts";

test("the files that come first are where their list says: one that moves must not come last unnoticed", () => {
  expect(LONGEST.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
});
