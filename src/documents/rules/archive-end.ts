const SIGNATURE = [0x50, 0x4b, 0x05, 0x06] as const;
const LENGTH = 22;

/** How much of a file's end may hold the end of a ZIP archive: its last record and the longest comment. */
export const ARCHIVE_END_BYTES = LENGTH + 65_535;

/**
 * Whether a ZIP archive ends here, whatever comes before it: programs open an archive by its end, so that a file may
 * begin as a PDF and be an archive as well (PKWARE APPNOTE 4.3.16).
 * @param tail the last bytes of a file of `length` bytes
 */
export function endsAsArchive(tail: Uint8Array, length: number): boolean {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  for (
    let at = tail.lastIndexOf(SIGNATURE[0]);
    at >= 0;
    at = at === 0 ? -1 : tail.lastIndexOf(SIGNATURE[0], at - 1)
  ) {
    if (at + LENGTH > tail.length || !SIGNATURE.every((byte, index) => tail[at + index] === byte)) continue;
    const entries = view.getUint16(at + 10, true);
    const directory = view.getUint32(at + 12, true);
    const start = view.getUint32(at + 16, true);
    const comment = view.getUint16(at + 20, true);
    const fits = entries > 0 && directory >= 46 && directory < length && start < length;
    if (fits && at + LENGTH + comment <= tail.length) return true;
  }
  return false;
}
