import type { FileRefusal } from "./file-refusal.ts";

/** Photographs of today's telephones have up to 200 million points; a page that opens one needs four bytes for each. */
const MOST_POINTS = 201_000_000;
const LONGEST_SIDE = 20_000;

/** Follows the parts of an image as its bytes arrive. */
export interface ImageWalk {
  /** Takes the next bytes; a refusal is final. */
  take(piece: Uint8Array): FileRefusal | undefined;
  /** Whether the image has been seen to its end. */
  complete(): boolean;
  /** How many points it says it has; 0 until its dimensions have come. */
  points(): number;
}

/** What a walk wants next: so many bytes to look at, after so many that say nothing to it. */
export interface Step {
  readonly skip: number;
  readonly look: number;
}

/**
 * Brings the bytes that arrive in any pieces to the steps of a format: skips what a part says it holds, then hands over
 * the bytes that were asked for.
 */
export class Steps {
  #skip: number;
  #look: number;
  #seen = new Uint8Array();
  /** What came after the last step in the same piece. */
  rest: Uint8Array = new Uint8Array();

  constructor({ skip, look }: Step) {
    this.#skip = skip;
    this.#look = look;
  }

  /** @param read looks at the bytes asked for; answers what it wants next, a refusal, or undefined when it is done */
  take(
    piece: Uint8Array,
    read: (bytes: DataView) => Step | FileRefusal | undefined,
  ): FileRefusal | undefined {
    let rest = piece;
    for (;;) {
      const skipped = Math.min(this.#skip, rest.length);
      this.#skip -= skipped;
      rest = rest.subarray(skipped);
      const missing = this.#look - this.#seen.length;
      if (this.#skip > 0 || rest.length < missing) break;
      const bytes = joined([this.#seen, rest.subarray(0, missing)]);
      rest = rest.subarray(missing);
      this.#seen = new Uint8Array();
      const next = read(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      this.rest = rest;
      if (next === undefined || "code" in next) return next;
      this.#skip = next.skip;
      this.#look = next.look;
    }
    this.#seen = joined([this.#seen, rest]);
    return undefined;
  }
}

/** Refuses an image that no page could open, or without any point. */
export function checkedDimensions(
  width: number,
  height: number,
  type: "jpeg" | "png",
): FileRefusal | undefined {
  if (width === 0 || height === 0) return { code: "damaged", type };
  const fits = Math.max(width, height) <= LONGEST_SIDE && width * height <= MOST_POINTS;
  return fits ? undefined : { code: "dimensions", width, height };
}

/** One after the other. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
