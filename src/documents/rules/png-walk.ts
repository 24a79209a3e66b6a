import { checkedDimensions, Steps, type ImageWalk } from "./image-walk.ts";

const SIGNATURE_BYTES = 8;
const IHDR = 0x49484452;
const IEND = 0x49454e44;

/** Follows the chunks of a PNG: its dimensions in the first one, its end in the last (PNG, third edition, 5). */
export function pngWalk(): ImageWalk {
  let first = true;
  let ended = false;
  let points = 0;
  const steps = new Steps({ skip: SIGNATURE_BYTES, look: 16 });
  return {
    take(piece) {
      if (ended) return undefined;
      return steps.take(piece, (bytes) => {
        const length = bytes.getUint32(0);
        const type = bytes.getUint32(4);
        if (first) {
          if (type !== IHDR || length !== 13) return { code: "damaged", type: "png" };
          first = false;
          const [width, height] = [bytes.getUint32(8), bytes.getUint32(12)];
          points = width * height;
          const refused = checkedDimensions(width, height, "png");
          // What is left of the header, then its checksum.
          return refused ?? { skip: 13 - 8 + 4, look: 8 };
        }
        if (type === IEND) {
          ended = true;
          return undefined;
        }
        return { skip: length + 4, look: 8 };
      });
    },
    complete: () => ended,
    points: () => points,
  };
}
