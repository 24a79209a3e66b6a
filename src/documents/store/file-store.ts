/** A file of the store, as the sweep sees it. */
export interface StoredFile {
  readonly fileId: string;
  /** How long ago it was written, by the clock of whoever keeps it. */
  readonly ageMs: number;
}

/** Where sealed files are kept. Knows no person, no name and no key. */
export interface FileStore {
  /** Keeps a file; when this returns, it survives. Throws what `content` throws, and then keeps nothing. */
  write(place: FilePlace, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** The file, which holds nothing open until it is read; throws where there is none, then at the latest. */
  read(place: FilePlace): Promise<AsyncIterable<Uint8Array>>;
  /** Takes a file away; one that is gone already is no fault. */
  remove(place: FilePlace): Promise<void>;
  /** The files of an authority, in no order. */
  list(authorityId: string): AsyncIterable<StoredFile>;
  /** Takes away what was being written longer ago than this when the program was killed; how many there were. */
  clearUnfinished(authorityId: string, olderThanMs: number): Promise<number>;
}

/** Which file: its authority and its id. */
export interface FilePlace {
  readonly authorityId: string;
  readonly fileId: string;
}

/** The disk, or who keeps the files, has no room left. */
export class StoreFull extends Error {
  constructor(cause: unknown) {
    super("The store of documents is full", { cause });
  }
}
