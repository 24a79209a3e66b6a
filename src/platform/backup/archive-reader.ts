import { createReadStream } from "node:fs";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

import { extract } from "tar-stream";

/** One piece of a folder, or a file (whose folder is then its whole name). */
export interface ArchiveEntry {
  folder: string;
  content: AsyncIterable<Uint8Array>;
}

/** Throws when gzip finds the file cut short or altered; every byte but a few of its header is under its sum. */
export async function assertWhole(file: string): Promise<void> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(createReadStream(file), createGunzip(), nowhere);
}

/**
 * Reads an archive that is whole from its beginning. Each entry's content must be read before the next entry is
 * asked for. Throws where it is no tar.
 */
export async function* readArchive(file: string): AsyncGenerator<ArchiveEntry> {
  const tar = extract();
  createReadStream(file).pipe(createGunzip()).pipe(tar);
  for await (const entry of tar) {
    yield { folder: entry.header.name.replace(/\/\d+$/, ""), content: entry };
  }
}
