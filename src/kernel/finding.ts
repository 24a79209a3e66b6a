/** What a check has to say about one place of a file: its path of keys and indexes, and a French sentence. */
export interface Finding {
  /** `["activities", 0, "seasons", 1]`; the file is read again to find the line. */
  readonly path: readonly (string | number)[];
  /** A refusal keeps the file out; a warning is for a person to judge. */
  readonly kind: "refused" | "warning";
  /** What is wrong and what to write instead. */
  readonly sentence: string;
}
