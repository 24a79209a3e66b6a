/** The kinds of file that are kept; whoever reads them needs no program of our choosing. */
export type FileType = "pdf" | "jpeg" | "png";

/** What a file that is not kept turned out to be, as far as its first bytes tell. */
export type FoundType = "heic" | "archive" | "office" | "image" | "web-page" | "unknown";

/** Why the bytes of a file are not kept. */
export type FileRefusal =
  | { readonly code: "empty" }
  | { readonly code: "too-long"; readonly mostBytes: number }
  | { readonly code: "type"; readonly found: FoundType }
  /** It begins as one of ours and is cut, or broken inside. */
  | { readonly code: "damaged"; readonly type: FileType }
  /** It is one of ours and something else at once: an archive or a web page hides in it. */
  | { readonly code: "two-in-one"; readonly type: FileType }
  | { readonly code: "dimensions"; readonly width: number; readonly height: number };
