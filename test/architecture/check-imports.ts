import { posix } from "node:path";

import { folderOf, isBelow, isKnownFolder } from "./folders.ts";
import { isTest, type SourceFile, type Violation } from "./source-file.ts";

/** A folder imports only folders below it, and only through their door; inside, files are named. */
export function checkImports(files: readonly SourceFile[]): Violation[] {
  return files.flatMap((file) => {
    const folder = folderOf(file.path);
    if (folder === undefined || !isKnownFolder(folder)) {
      return [{ path: file.path, line: 1, why: `${file.path} is in no folder of the list` }];
    }
    return file.imports.flatMap(({ specifier, line }) => {
      const why = fault(file, folder, specifier);
      return why === undefined ? [] : [{ path: file.path, line, why }];
    });
  });
}

function fault(file: SourceFile, folder: string, specifier: string): string | undefined {
  if (specifier.startsWith(".")) return faultOfRelative(file, folder, specifier);
  if (!specifier.startsWith("#")) return undefined;
  const target = specifier.slice(1);
  if (target === "test") return isTest(file) ? undefined : "only a test imports #test";
  if (!isKnownFolder(target)) return `${specifier} is no door`;
  if (target === folder) return `inside ${folder}, import the file and not the door`;
  return isBelow(target, folder) ? undefined : `${folder} may not import ${target}, which is above it`;
}

function faultOfRelative(file: SourceFile, folder: string, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(file.path), specifier);
  if (folderOf(target) === folder) return undefined;
  if (isTest(file) && target.startsWith("test/")) return undefined;
  return `${specifier} goes past a door: import #${folderOf(target) ?? "…"}`;
}
