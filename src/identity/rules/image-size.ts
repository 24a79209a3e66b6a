/** A logo's type and its size in pixels. */
export interface ImageFacts {
  type: "image/png" | "image/webp";
  width: number;
  height: number;
}

/** How many first bytes of a file `imageFacts` looks at. */
export const IMAGE_HEADER_BYTES = 32;

/**
 * Recognises a PNG or a WebP by its first bytes, never by its name, and reads its size; undefined for anything
 * else. SVG is refused on purpose: it may hold scripts. Sources: PNG (ISO 15948) 5.2 and 11.2.2, RFC 9649.
 */
export function imageFacts(bytes: Uint8Array): ImageFacts | undefined {
  if (bytes.length < IMAGE_HEADER_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const facts = pngFacts(view) ?? webpFacts(view);
  return facts !== undefined && facts.width > 0 && facts.height > 0 ? facts : undefined;
}

function pngFacts(view: DataView): ImageFacts | undefined {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return undefined;
  if (ascii(view, 12) !== "IHDR") return undefined;
  return { type: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
}

function webpFacts(view: DataView): ImageFacts | undefined {
  if (ascii(view, 0) !== "RIFF" || ascii(view, 8) !== "WEBP") return undefined;
  const type = "image/webp";
  switch (ascii(view, 12)) {
    case "VP8 ":
      return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case "VP8L": {
      const bits = view.getUint32(21, true);
      return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case "VP8X":
      return { type, width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    default:
      return undefined;
  }
}

function ascii(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
}

function uint24(view: DataView, at: number): number {
  return view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16);
}
