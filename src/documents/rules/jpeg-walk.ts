import { checkedDimensions, Steps, type ImageWalk, type Step } from "./image-walk.ts";

const SOI_BYTES = 2;
const SOS = 0xda;
const EOI = 0xd9;
/** Markers C0 to CF begin a frame, but for these: tables and a reserved one. */
const NO_FRAME = [0xc4, 0xc8, 0xcc];
/** « FF », a marker and two bytes of length. */
const MARKER_BYTES = 4;
/** Precision, height and width. */
const FRAME_BYTES = 5;

/**
 * Follows the segments of a JPEG to its picture, then looks for its end (ITU T.81, annex B). Thumbnails lie inside a
 * segment and are stepped over with it. What a telephone adds after the end (a short film) is not the picture's.
 */
export function jpegWalk(): ImageWalk {
  /** What is left of the frame that is being looked at; undefined between segments. */
  let frame: number | undefined;
  let framed = false;
  let inScan = false;
  let lastWasFf = false;
  let ended = false;
  let points = 0;
  const steps = new Steps({ skip: SOI_BYTES, look: MARKER_BYTES });

  function readStep(bytes: DataView): ReturnType<Parameters<Steps["take"]>[1]> {
    if (frame !== undefined) {
      const next: Step = { skip: frame - FRAME_BYTES, look: MARKER_BYTES };
      frame = undefined;
      framed = true;
      const [width, height] = [bytes.getUint16(3), bytes.getUint16(1)];
      points = width * height;
      return checkedDimensions(width, height, "jpeg") ?? next;
    }
    const marker = bytes.getUint8(1);
    const inside = bytes.getUint16(2) - 2;
    if (bytes.getUint8(0) !== 0xff || inside < 0) return { code: "damaged", type: "jpeg" };
    if (marker === SOS) {
      inScan = true;
      return framed ? undefined : { code: "damaged", type: "jpeg" };
    }
    if (marker < 0xc0 || marker > 0xcf || NO_FRAME.includes(marker))
      return { skip: inside, look: MARKER_BYTES };
    if (inside < FRAME_BYTES) return { code: "damaged", type: "jpeg" };
    frame = inside;
    return { skip: 0, look: FRAME_BYTES };
  }

  function lookForEnd(piece: Uint8Array): void {
    ended = lastWasFf && piece[0] === EOI;
    for (let at = piece.indexOf(0xff); at >= 0 && !ended; at = piece.indexOf(0xff, at + 1)) {
      ended = piece[at + 1] === EOI;
    }
    if (piece.length > 0) lastWasFf = piece.at(-1) === 0xff;
  }

  return {
    take(piece) {
      if (ended) return undefined;
      if (inScan) {
        lookForEnd(piece);
        return undefined;
      }
      const refused = steps.take(piece, readStep);
      if (refused === undefined && inScan) lookForEnd(steps.rest);
      return refused;
    },
    complete: () => ended,
    points: () => points,
  };
}
