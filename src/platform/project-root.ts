import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder that holds db/, dist/ and reference/: the nearest one above this file with a package.json.
 * The same from src/ (tests) and from dist/preau.js (the built program).
 */
export const projectRoot: string = nearest(dirname(fileURLToPath(import.meta.url)));

function nearest(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("No package.json above the program");
  return nearest(parent);
}
