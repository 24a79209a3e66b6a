import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";

import { Busboy, type BusboyFileStream } from "@fastify/busboy";

/** A file of a form while it arrives. */
export interface IncomingFile {
  /** The field of the form that it was chosen in. */
  field: string;
  /** Its name as the browser sent it: anything at all. Empty where no file was chosen. */
  name: string;
  /** Its bytes, once, in order. Throws when the sender goes away before the end. */
  content: AsyncIterable<Uint8Array>;
}

/** The files of a form, one after the other as they arrive: each is read, or let go, before the next. */
export type IncomingFiles = AsyncIterable<IncomingFile>;

/** Beyond these a form is none of ours. */
const LIMITS = {
  fieldNameSize: 100,
  fieldSize: 16 * 1024,
  fields: 100,
  files: 12,
  headerPairs: 20,
  headerSize: 8 * 1024,
};

/** What is left of a refused form is read and thrown away up to here, so that the browser reads the answer. */
const MOST_THROWN_AWAY = 64 * 1024 * 1024;
const LONGEST_THROWING_AWAY_MS = 20_000;

/**
 * A form with files (RFC 7578) that is read as it comes: first its fields, then each file as somebody asks for it.
 * Nothing is held but the piece on the way; a reader that is slow slows the sender. Fields after the first file are
 * not read: forms of ours put the file last.
 */
export class UploadForm implements IncomingFiles {
  readonly fields: Record<string, string | string[]> = {};
  readonly #arrived: Arrived[] = [];
  readonly #over = Promise.withResolvers<void>();
  #current: Arrived | undefined;
  #ended = false;
  #failure: Error | undefined;
  #wake = Promise.withResolvers<void>();
  #throwingAway = false;

  private constructor(body: Readable, contentType: string) {
    const parser = parserOf(contentType)
      .on("field", (name, value) => this.#field(name, value))
      .on("file", (field, stream, name) => this.#file(field, stream, name))
      .on("finish", () => this.#end())
      .on("error", (error) => this.#end(new UnreadableForm(error)));
    let bytes = 0;
    body.on("data", (piece: Uint8Array) => {
      bytes += piece.length;
      if (this.#throwingAway && bytes > MOST_THROWN_AWAY) this.#end(new UnreadableForm("Far too long"));
    });
    body.once("error", (error) => this.#end(new UnreadableForm(error)));
    body.once("close", () => {
      if (!body.readableEnded) this.#end(new UnreadableForm("The sender went away"));
    });
    body.pipe(parser);
  }

  /** Reads the fields, up to the first file. Throws where the bytes are no form. */
  static async begin(body: Readable, headers: IncomingHttpHeaders): Promise<UploadForm> {
    const form = new UploadForm(body, headers["content-type"] ?? "");
    while (form.#arrived.length === 0 && !form.#ended) await form.#wake.promise;
    if (form.#failure !== undefined) throw form.#failure;
    return form;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<IncomingFile, void, undefined> {
    for (;;) {
      // What was not read of the one before is let go.
      this.#current?.stream.resume();
      this.#current = this.#arrived.shift();
      if (this.#current !== undefined) yield this.#current.file;
      else if (this.#failure !== undefined) throw this.#failure;
      else if (this.#ended) return;
      else await this.#wake.promise;
    }
  }

  /** Throws the rest away, for a while; returns whether all that was sent has been read. */
  async finish(): Promise<boolean> {
    this.#throwingAway = true;
    this.#current?.stream.resume();
    for (const { stream } of this.#arrived) stream.resume();
    let given: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => (given = setTimeout(resolve, LONGEST_THROWING_AWAY_MS)));
    await Promise.race([this.#over.promise, enough]);
    clearTimeout(given);
    return this.#ended && this.#failure === undefined;
  }

  #field(name: string, value: string): void {
    const before = this.fields[name];
    this.fields[name] = before === undefined ? value : [before, value].flat();
  }

  #file(field: string, stream: BusboyFileStream, name: string | undefined): void {
    // Without a listener an interrupted file would end the program.
    stream.on("error", (error) => this.#end(new UnreadableForm(error)));
    const content = { [Symbol.asyncIterator]: () => stream.iterator({ destroyOnReturn: false }) };
    this.#arrived.push({ file: { field, name: name ?? "", content }, stream });
    if (this.#throwingAway) stream.resume();
    this.#again();
  }

  #end(failure?: Error): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#failure = failure;
    if (failure !== undefined) {
      for (const one of [this.#current, ...this.#arrived]) one?.stream.destroy(failure);
    }
    this.#over.resolve();
    this.#again();
  }

  #again(): void {
    this.#wake.resolve();
    this.#wake = Promise.withResolvers<void>();
  }
}

/** Throws where the header does not say how its parts are told apart. */
function parserOf(contentType: string): InstanceType<typeof Busboy> {
  try {
    return new Busboy({ headers: { "content-type": contentType }, limits: LIMITS });
  } catch (error) {
    throw new UnreadableForm(error);
  }
}

interface Arrived {
  file: IncomingFile;
  stream: BusboyFileStream;
}

/** No form, or not the whole of it: the sender's doing. */
class UnreadableForm extends Error {
  readonly statusCode = 400;

  constructor(cause: unknown) {
    super("A form with files did not come whole", { cause });
  }
}
