import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder where the run keeps the demonstration that its files are given copies of. */
    demonstrations: string;
  }
}

/** Makes that folder, empty; it goes with the run. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "preau-demonstrations-"));
  project.provide("demonstrations", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
