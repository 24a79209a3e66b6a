import { createHash, type Hash } from "node:crypto";
import { access, constants, open } from "node:fs/promises";
import { text } from "node:stream/consumers";

import { assertWhole, readArchive } from "./archive-reader.ts";
import { folderOf, JOBS_FOLDER, MANIFEST_ENTRY, manifestSchema, type Manifest } from "./manifest.ts";
import { BackupStopped } from "./refusal.ts";
import { texts } from "./texts.fr.ts";

/**
 * Reads a whole archive once and compares every content with the manifest, before anything is written anywhere.
 * Throws `BackupStopped` for a file that is missing, cut short or altered, or that is no backup.
 */
export async function checkArchive(file: string): Promise<Manifest> {
  await access(file, constants.R_OK).catch((error: NodeJS.ErrnoException) => {
    throw new BackupStopped("file-not-readable", texts.notReadable(file, error.code ?? ""));
  });
  if (!(await looksLikeGzip(file))) throw new BackupStopped("not-a-backup", texts.notABackup(file));
  await assertWhole(file).catch(() => {
    throw new BackupStopped("damaged", texts.damaged(file, texts.truncated));
  });
  const found = new Map<string, { bytes: number; hash: Hash }>();
  let manifestText: string | undefined;
  try {
    for await (const { folder, content } of readArchive(file)) {
      if (folder === MANIFEST_ENTRY) manifestText = await text(content);
      else await digest(found, folder, content);
    }
  } catch {
    throw new BackupStopped("not-a-backup", texts.notABackup(file));
  }
  const manifest = parseManifest(file, manifestText, found.size > 0);
  compare(file, manifest, found);
  return manifest;
}

async function looksLikeGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.readUInt16BE() === 0x1f8b;
  } finally {
    await handle.close();
  }
}

async function digest(
  found: Map<string, { bytes: number; hash: Hash }>,
  folder: string,
  content: AsyncIterable<Uint8Array>,
): Promise<void> {
  const entry = found.get(folder) ?? { bytes: 0, hash: createHash("sha256") };
  for await (const chunk of content) {
    entry.hash.update(chunk);
    entry.bytes += chunk.byteLength;
  }
  found.set(folder, entry);
}

function parseManifest(file: string, manifestText: string | undefined, hasContent: boolean): Manifest {
  if (manifestText === undefined) {
    throw hasContent
      ? new BackupStopped("damaged", texts.damaged(file, texts.truncated))
      : new BackupStopped("not-a-backup", texts.notABackup(file));
  }
  try {
    return manifestSchema.parse(JSON.parse(manifestText));
  } catch {
    throw new BackupStopped("damaged", texts.damaged(file, MANIFEST_ENTRY));
  }
}

function compare(file: string, manifest: Manifest, found: Map<string, { bytes: number; hash: Hash }>): void {
  const expected = new Map([
    ...manifest.tables.map((table) => [folderOf(table), table] as const),
    [JOBS_FOLDER, manifest.jobs] as const,
  ]);
  const empty = createHash("sha256").digest("hex");
  for (const [folder, { bytes, sha256 }] of expected) {
    const entry = found.get(folder);
    const same = (entry?.bytes ?? 0) === bytes && (entry?.hash.digest("hex") ?? empty) === sha256;
    if (!same) throw new BackupStopped("damaged", texts.damaged(file, folder));
  }
  const stranger = [...found.keys()].find((folder) => !expected.has(folder));
  if (stranger !== undefined) throw new BackupStopped("damaged", texts.damaged(file, stranger));
}
