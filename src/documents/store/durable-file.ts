import { randomUUID } from "node:crypto";
import { link, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/** How a file that is written takes its place. */
interface Placing {
  /** Who may read it. */
  readonly mode: number;
  /** `create`: one that stands already stays, and what was written is let go. */
  readonly how: "create" | "replace";
}

/** What is being written, and was not when the program was killed: the sweep takes these away. */
export const UNFINISHED = /\.part$/;

/**
 * Writes a file so that it survives a kill and a power cut once this returns: beside its place, its bytes down to the
 * disk, moved into place at once, and its folder down to the disk. Where the content throws or the disk is full, nothing
 * is left.
 */
export async function writeDurably(
  path: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { mode, how }: Placing,
): Promise<void> {
  const folder = dirname(path);
  const created = await mkdir(folder, { recursive: true, mode: 0o700 });
  const part = join(folder, `${randomUUID()}.part`);
  try {
    await writeAll(part, content, mode);
    if (how === "replace") await rename(part, path);
    else await link(part, path).catch(unlessItStands);
  } finally {
    await rm(part, { force: true });
  }
  await syncFolder(folder);
  // A new folder is a line of the one above it.
  if (created !== undefined) await syncFolders(dirname(folder), dirname(created));
}

/** Writes a new file, down to the disk. */
export async function writeAll(
  part: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  mode: number,
): Promise<void> {
  await using file = await open(part, "wx", mode);
  for await (const bytes of content) {
    for (let at = 0; at < bytes.length;) at += (await file.write(bytes, at)).bytesWritten;
  }
  await file.sync();
}

function unlessItStands(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
}

/** Windows has no folder to open: there the rename itself is what counts. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  await using opened = await open(folder, "r");
  await opened.sync();
}

async function syncFolders(lowest: string, highest: string): Promise<void> {
  await syncFolder(lowest);
  if (lowest.length > highest.length) await syncFolders(dirname(lowest), highest);
}
