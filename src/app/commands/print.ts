import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/**
 * Prints a long text piece by piece, no faster than it is read. A reader that stops early (« | head ») has
 * seen enough: that is no failure.
 */
export async function print(pieces: Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), process.stdout, { end: false });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPIPE")) throw error;
  }
}
