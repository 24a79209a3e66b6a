import { z } from "zod";

/** A file that a form sent, whole, and the name that it had on the sender's machine: neither is believed. */
export class UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;

  constructor(name: string, bytes: Uint8Array) {
    this.name = name;
    this.bytes = bytes;
  }
}

/** Parts beyond these belong to no form of ours. */
const MOST_PARTS = 20;

/** A body that is not what its header says; answered as any other that cannot be read. */
class UnreadableForm extends Error {
  readonly statusCode = 400;
}

/**
 * The fields of a form that carries files (`multipart/form-data`): texts as texts, files as `UploadedFile`, a field that
 * comes twice as a list. The body is whole and was measured before it comes here.
 */
export async function readMultipart(body: Buffer, contentType: string): Promise<Record<string, unknown>> {
  const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined || partsOf(body, mark) > MOST_PARTS) throw new UnreadableForm("No form of ours");
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": contentType } })
    .formData()
    .catch((error: unknown) => {
      throw new UnreadableForm("Not a form", { cause: error });
    });
  // Without a prototype: a field may be called « __proto__ ».
  const fields: Record<string, unknown> = Object.create(null);
  for (const name of new Set(form.keys())) {
    const sent = await Promise.all(
      form
        .getAll(name)
        .map(async (value) =>
          typeof value === "string" ? value : new UploadedFile(value.name, await value.bytes()),
        ),
    );
    fields[name] = sent.length === 1 ? sent[0] : sent;
  }
  return fields;
}

function partsOf(body: Buffer, mark: string): number {
  let parts = 0;
  for (let at = body.indexOf(`--${mark}`); at >= 0 && parts <= MOST_PARTS + 1; parts++)
    at = body.indexOf(`--${mark}`, at + mark.length + 2);
  return parts;
}

/** A file of a form; a browser that was given none sends an empty one without a name. */
export function formFile(missing: string) {
  return z
    .custom<UploadedFile>((value) => value instanceof UploadedFile, missing)
    .refine(({ bytes }) => bytes.length > 0, missing);
}
