import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

import { pack } from "tar-stream";

/** What was put into one folder of the archive. */
export interface Written {
  bytes: number;
  sha256: string;
}

/** An archive being written. */
export interface ArchiveWriter {
  /** Adds a content of unknown length, cut into pieces named `<folder>/<n>`. */
  addFolder(folder: string, content: AsyncIterable<Uint8Array>): Promise<Written>;
  addFile(name: string, content: string): Promise<void>;
  /** Makes the file whole, on disk, and gives it its name. */
  finish(): Promise<void>;
  /** Removes what was written. */
  abandon(): Promise<void>;
}

/** tar wants a length before the content, and a COPY does not say how long it will be. */
const PIECE_BYTES = 1024 * 1024;

/** A third of the time of the usual level for a twentieth more bytes: the town's pages are being served meanwhile. */
const GZIP_LEVEL = 3;

/**
 * Opens `<file>.partial`, readable by its owner alone, which gets its name once complete: a file under that name
 * is always a whole backup. The format is tar, compressed by gzip: any system lists and opens it.
 */
export async function createArchive(file: string): Promise<ArchiveWriter> {
  const partial = `${file}.partial`;
  await rm(partial, { force: true });
  await (await open(partial, "wx", 0o600)).close();
  const tar = pack();
  const written = pipeline(
    tar,
    createGzip({ level: GZIP_LEVEL }),
    createWriteStream(partial, { flush: true }),
  );
  // Reported by whichever entry waits, or by finish.
  written.catch(() => undefined);

  const addEntry = (name: string, content: Uint8Array) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const entry = tar.entry({ name, size: content.byteLength, mode: 0o600 }, (error) =>
      error ? reject(error) : resolve(),
    );
    entry.end(content);
    return Promise.race([promise, written.then(() => promise)]);
  };

  return {
    addFolder: async (folder, content) => {
      const hash = createHash("sha256");
      let bytes = 0;
      let piece = 0;
      for await (const block of inPieces(content)) {
        hash.update(block);
        bytes += block.byteLength;
        await addEntry(`${folder}/${piece++}`, block);
      }
      return { bytes, sha256: hash.digest("hex") };
    },
    addFile: (name, content) => addEntry(name, Buffer.from(content)),
    finish: async () => {
      tar.finalize();
      await written;
      await rename(partial, file);
    },
    abandon: async () => {
      tar.destroy();
      await written.catch(() => undefined);
      await rm(partial, { force: true });
    },
  };
}

async function* inPieces(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of content) {
    held.push(chunk);
    bytes += chunk.byteLength;
    if (bytes < PIECE_BYTES) continue;
    yield Buffer.concat(held);
    held = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(held);
}
