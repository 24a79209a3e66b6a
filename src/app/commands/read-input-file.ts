import { readFile, stat } from "node:fs/promises";

import { ok, refuse, type Result } from "#kernel";

import { texts } from "./texts.fr.ts";

/** Reads a file named on the command line; a refusal is one sentence. */
export async function readInputFile(
  path: string,
  { mostMegabytes }: { mostMegabytes: number },
): Promise<Result<Uint8Array, string>> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) return refuse(texts.unreadableFile(path));
  if (found.size > mostMegabytes * 1_000_000) return refuse(texts.fileTooLarge(path, mostMegabytes));
  const bytes = await readFile(path).catch(() => undefined);
  return bytes === undefined ? refuse(texts.unreadableFile(path)) : ok(bytes);
}
