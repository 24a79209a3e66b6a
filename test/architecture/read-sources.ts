import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { type SourceFile, sourceFile } from "./source-file.ts";

const root = join(import.meta.dirname, "..", "..");

/** Every .ts and .tsx file under src/, parsed. */
export function readSources(): SourceFile[] {
  return pathsUnder("src", /\.tsx?$/).map((path) => sourceFile(path, read(path)));
}

/** Paths of the files under `folder` whose name fits, from the root, in order. */
export function pathsUnder(folder: string, name: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"),
    )
    .toSorted();
}

/** The text of a file, by its path from the root. */
export function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}
