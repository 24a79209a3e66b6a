import { crc32, deflateSync } from "node:zlib";

/** A PDF of one empty page, with `more` bytes of a comment that nothing draws. */
export function pdf(more = 0): Buffer {
  return Buffer.concat([
    Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"),
    Buffer.from(
      "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R>>endobj\n%",
    ),
    Buffer.alloc(more, "x"),
    Buffer.from("\ntrailer<</Root 1 0 R>>\n%%EOF\n"),
  ]);
}

/** The segments of a JPEG that says to have these dimensions; its picture is nothing that anybody could draw. */
export function jpeg(width = 640, height = 480): Buffer {
  const frame = Buffer.from("ffc0001108000000000301220002110103110100".slice(0, 38), "hex");
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([
    Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex"),
    Buffer.from("ffdd00040000", "hex"),
    frame,
    Buffer.from("ffda000c03010002110311003f00", "hex"),
    Buffer.from("1234ff0056ffd0789a", "hex"),
    Buffer.from("ffd9", "hex"),
  ]);
}

/** A grey PNG that says to have these dimensions, and holds as much where that is little. */
export function png(width = 2, height = 3): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const points = width * height < 1_000_000 ? Buffer.alloc((width + 1) * height) : Buffer.alloc(10);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(points)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A real photograph, 64 points wide and 32 high, red in its upper left corner. */
const PHOTOGRAPH = [
  "/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABh",
  "Y3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
  "AAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAAB",
  "UAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAA",
  "AAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9Y",
  "WVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM",
  "ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcg",
  "LikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09P",
  "T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAgAEADASIAAhEBAxEB/8QAGQABAAIDAAAAAAAAAAAAAAAAAAMF",
  "AQYH/8QAIhAAAgICAgICAwAAAAAAAAAAAAECAwQREiEFMRNBImHR/8QAGAEBAAMBAAAAAAAAAAAAAAAAAAEDBAX/xAAhEQEAAAIL",
  "AAAAAAAAAAAAAAAAAhIBERQVIUFhYqHh8f/aAAwDAQACEQMRAD8A1MHegZrPq7d8bOegAGlxAAAAAAAAFd5/ItxPD3XUWTqnFwSn",
  "CClJJzSek09vTf0yPwOXblQy1PIsvhVdwrnbX8dmuMW+UdLT239LrRY5GPVlUum+PKDabW2u0016/aRiGNTXk25MIattUYzkm/y4",
  "7116337/AIWURQyS1Y+IzSgArSAAD//Z",
].join("");

/** A photograph that a program can draw; `turned` as a telephone held upright keeps it (EXIF orientation 6). */
export function photograph({ turned = false } = {}): Buffer {
  const bytes = Buffer.from(PHOTOGRAPH, "base64");
  if (!turned) return bytes;
  const exif = Buffer.from("4d4d002a00000008000101120003000000010006000000000000", "hex");
  const segment = Buffer.concat([Buffer.from("Exif\0\0"), exif]);
  const head = Buffer.from("ffe10000", "hex");
  head.writeUInt16BE(segment.length + 2, 2);
  return Buffer.concat([bytes.subarray(0, 2), head, segment, bytes.subarray(2)]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}
