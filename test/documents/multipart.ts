const BOUNDARY = "----preau-marelle";

/** The media type of a form with files. */
export const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;

/** A form with a file, as a browser sends it: the fields, then the file. */
export function multipart(
  fields: Readonly<Record<string, string>>,
  file: { name: string; bytes: Uint8Array },
): Buffer {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="fichier"; filename="${file.name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return Buffer.concat([
    Buffer.from(parts.join("") + head),
    file.bytes,
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);
}
