import { makeZip } from "client-zip";

/** One file of an archive. */
export interface ArchivedFile {
  /** « documents/Justificatif de domicile.pdf » */
  readonly name: string;
  readonly content: string | AsyncIterable<Uint8Array>;
}

/**
 * A ZIP archive of these files, made as it is read: nothing is held but the piece that passes.
 * @param at the date that every file bears
 */
export function zipOf(files: AsyncIterable<ArchivedFile>, at: Temporal.Instant): AsyncIterable<Uint8Array> {
  async function* entries() {
    for await (const { name, content } of files)
      yield { name, input: content, lastModified: new Date(at.epochMilliseconds) };
  }
  return makeZip(entries());
}
