/** The two files of an extraction. */
export type OndeFile = "eleves" | "responsables";

/**
 * What a refusal takes away: the whole file; one line; one child mentioned on an adult's line, whose other
 * children go on; or one cell, whose line goes on without it.
 */
export type RefusalScope = "file" | "line" | "child" | "cell";

/** Why something in the files is not taken. Closed: each code has its sentence in `report/texts.fr.ts`. */
export type RefusalReason =
  // the file
  | { readonly code: "file_empty" }
  | { readonly code: "file_not_text"; readonly looksLike: "tableur" | "archive" | "utf-16" }
  | { readonly code: "file_without_lines" }
  | { readonly code: "files_swapped" }
  | { readonly code: "column_missing"; readonly found: readonly string[] }
  | { readonly code: "column_twice" }
  // the line as text
  | { readonly code: "quotes_broken" }
  | { readonly code: "too_many_cells"; readonly expected: number; readonly cells: number }
  | { readonly code: "encoding_broken" }
  | { readonly code: "control_character" }
  | { readonly code: "value_too_long"; readonly most: number }
  | { readonly code: "value_missing" }
  | { readonly code: "date_unreadable" }
  | { readonly code: "date_out_of_range" }
  | { readonly code: "postcode_malformed" }
  | { readonly code: "no_child_mentioned" }
  // a cell that may be left out
  | { readonly code: "email_malformed" }
  | { readonly code: "phone_malformed" }
  | { readonly code: "civility_unknown" }
  // lines put side by side; `lines` are those of the file named in the code's comment
  /** Same names and birth date twice; lines of the children's file. */
  | { readonly code: "child_twice"; readonly lines: readonly number[] }
  /** Several children answer to the names and class; lines of the children's file. */
  | { readonly code: "child_ambiguous"; readonly lines: readonly number[] }
  | { readonly code: "child_not_found" }
  /** The names are known, in another class; lines of the children's file. */
  | {
      readonly code: "child_class_differs";
      readonly lines: readonly number[];
      readonly classes: readonly string[];
    }
  /** The one child meant stands on a refused line; lines of the children's file. */
  | { readonly code: "child_line_refused"; readonly lines: readonly number[] }
  /** One adult on several lines that contradict each other; lines of the adults' file. */
  | {
      readonly code: "guardian_contradictory";
      readonly lines: readonly number[];
      readonly values: readonly string[];
    }
  /** A new child whom no accepted adult's line names; refused lines of the adults' file that do. */
  | { readonly code: "child_without_guardian"; readonly lines: readonly number[] }
  // the files beside what the espace already holds
  | { readonly code: "known_child_ambiguous"; readonly candidates: number }
  /** A new child almost the same as one of its household that the file does not name: a corrected name or date. */
  | { readonly code: "known_child_resembles"; readonly known: string }
  | { readonly code: "known_guardian_ambiguous"; readonly candidates: number }
  | { readonly code: "known_household_ambiguous"; readonly candidates: number }
  /** Adults of one known household now at different addresses: who stays is not the import's to say. */
  | { readonly code: "known_household_split" };

/** One refusal, where it stands and what was written there. */
export interface Refusal {
  readonly file: OndeFile;
  readonly scope: RefusalScope;
  /** Line of the file, 1 for the header; absent when the whole file is refused. */
  readonly line?: number;
  /** Heading of the column as the file writes it. */
  readonly column?: string;
  /** What the cell holds, unsafe to print as it is: see `printable`. */
  readonly value?: string;
  readonly reason: RefusalReason;
}

/** Orders refusals as the files stand: children first, then by line and column. */
export function inFileOrder(a: Refusal, b: Refusal): number {
  if (a.file !== b.file) return a.file === "eleves" ? -1 : 1;
  if (a.line !== b.line) return (a.line ?? 0) - (b.line ?? 0);
  const [x, y] = [a, b].map(({ column, reason, value }) => `${column ?? ""} ${reason.code} ${value ?? ""}`);
  return x === y ? 0 : (x ?? "") < (y ?? "") ? -1 : 1;
}
