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

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}
