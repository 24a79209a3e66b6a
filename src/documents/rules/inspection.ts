import { ok, refuse, type Result } from "#kernel";

import { ARCHIVE_END_BYTES, endsAsArchive } from "./archive-end.ts";
import type { FileRefusal, FileType } from "./file-refusal.ts";
import { asText, fileTypeOf, foundTypeOf, holdsWebPage } from "./file-type.ts";
import { joined, type ImageWalk } from "./image-walk.ts";
import { jpegWalk } from "./jpeg-walk.ts";
import { pngWalk } from "./png-walk.ts";

/** As far as programs look for the mark of a PDF, and browsers for that of a page. */
const HEAD_BYTES = 1024;

/**
 * @rule Quels fichiers sont gardés
 *
 * PDF, JPEG et PNG, reconnus à leur contenu et jamais à leur nom. Un fichier vide, trop lourd, coupé, qui est aussi une
 * archive ou une page web, ou une image de plus de 20 000 points de côté (« 30 000 × 30 000 ») n’est pas gardé.
 *
 * Follows a file as it arrives, in pieces of any size; holds its beginning and its last 64 kB, never the whole.
 */
export class Inspection {
  readonly #mostBytes: number;
  #head = new Uint8Array();
  /** The last pieces, as they came: at least as many bytes as an archive may end in. */
  readonly #tail: Uint8Array[] = [];
  #tailLength = 0;
  #length = 0;
  #type: FileType | undefined;
  #walk: ImageWalk | undefined;

  constructor({ mostBytes }: { mostBytes: number }) {
    this.#mostBytes = mostBytes;
  }

  /** Takes the next bytes; a refusal is final. */
  take(piece: Uint8Array): FileRefusal | undefined {
    this.#length += piece.length;
    if (this.#length > this.#mostBytes) return { code: "too-long", mostBytes: this.#mostBytes };
    this.#keepTail(piece);
    if (this.#type !== undefined) return this.#walk?.take(piece);
    this.#head = joined([this.#head, piece]);
    return this.#head.length < HEAD_BYTES ? undefined : this.#begin();
  }

  /** What the file is, now that all of it has come. */
  end(): Result<FileType, FileRefusal> {
    if (this.#length === 0) return refuse({ code: "empty" });
    const refused = this.#type === undefined ? this.#begin() : undefined;
    if (refused !== undefined) return refuse(refused);
    const type = this.#type;
    if (type === undefined) return refuse({ code: "type", found: "unknown" });
    const tail = joined(this.#tail);
    const complete = this.#walk?.complete() ?? asText(tail.slice(-2048)).includes("%%EOF");
    if (!complete) return refuse({ code: "damaged", type });
    const isImage = type !== "pdf";
    if (endsAsArchive(tail, this.#length) || (isImage && holdsWebPage(tail)))
      return refuse({ code: "two-in-one", type });
    return ok(type);
  }

  #keepTail(piece: Uint8Array): void {
    if (piece.length === 0) return;
    this.#tail.push(piece);
    this.#tailLength += piece.length;
    for (;;) {
      const first = this.#tail[0]?.length ?? 0;
      if (first === 0 || this.#tailLength - first < ARCHIVE_END_BYTES) return;
      this.#tail.shift();
      this.#tailLength -= first;
    }
  }

  /** Decides by the first bytes. */
  #begin(): FileRefusal | undefined {
    const head = this.#head.slice(0, HEAD_BYTES);
    const type = fileTypeOf(head);
    if (type === undefined) return { code: "type", found: foundTypeOf(head) };
    this.#type = type;
    const alsoPdf = type !== "pdf" && asText(head).includes("%PDF-");
    if (alsoPdf || holdsWebPage(head)) return { code: "two-in-one", type };
    if (type !== "pdf") this.#walk = type === "jpeg" ? jpegWalk() : pngWalk();
    return this.#walk?.take(this.#head);
  }
}
