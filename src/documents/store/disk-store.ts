import { createReadStream } from "node:fs";
import { access, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

import { UNFINISHED, writeDurably } from "./durable-file.ts";
import { StoreFull, type FilePlace, type FileStore } from "./file-store.ts";

/** No room, no more of one's share, or a file longer than the system allows. */
const FULL = ["ENOSPC", "EDQUOT", "EFBIG"];

/** Files on this machine's disk: `folder/AUTHORITY/3f/3f2c….sealed`, in folders that stay small. */
export function diskStore(folder: string): FileStore {
  const pathOf = ({ authorityId, fileId }: FilePlace) =>
    join(folder, authorityId, fileId.slice(0, 2), `${fileId}.sealed`);

  return {
    async write(place, content) {
      try {
        await writeDurably(pathOf(place), content, { mode: 0o600, how: "replace" });
      } catch (error) {
        throw isFull(error) ? new StoreFull(error) : error;
      }
    },
    async read(place) {
      const path = pathOf(place);
      await access(path);
      return bytesOf(path);
    },
    remove: (place) => rm(pathOf(place), { force: true }),
    async *list(authorityId) {
      for await (const { name, ageMs } of filesOf(join(folder, authorityId))) {
        const fileId = /^([0-9a-f-]{36})\.sealed$/.exec(name)?.[1];
        if (fileId !== undefined) yield { fileId, ageMs };
      }
    },
    async clearUnfinished(authorityId, olderThanMs) {
      let cleared = 0;
      for await (const { name, path, ageMs } of filesOf(join(folder, authorityId))) {
        if (!UNFINISHED.test(name) || ageMs < olderThanMs) continue;
        await rm(path, { force: true });
        cleared += 1;
      }
      return cleared;
    },
  };
}

/** Opened when it is read, and closed with it: a browser may be gone before it reads a byte. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  for await (const bytes of createReadStream(path)) yield bytes;
}

/** Whether the disk of this machine has no room left. */
export function isFull(error: unknown): boolean {
  return (
    error instanceof Error && "code" in error && typeof error.code === "string" && FULL.includes(error.code)
  );
}

/** Every file below, with its age by the disk's own clock. */
async function* filesOf(folder: string): AsyncGenerator<{ name: string; path: string; ageMs: number }> {
  const now = performance.timeOrigin + performance.now();
  for (const inner of await namesIn(folder)) {
    for (const name of await namesIn(join(folder, inner))) {
      const path = join(folder, inner, name);
      const found = await stat(path).catch(() => undefined);
      if (found?.isFile() === true) yield { name, path, ageMs: now - found.mtimeMs };
    }
  }
}

/** What a folder holds; nothing where it was not made yet. A disk that cannot be read is no empty one. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
