import { refuse } from "#kernel";

/** Why the embedded PostgreSQL could not be started; the sentence is the one line that the technician reads. */
export interface EmbeddedRefusal {
  code: EmbeddedRefusalCode;
  sentence: string;
}

export type EmbeddedRefusalCode =
  | "no-binaries"
  | "no-user"
  | "folder-not-writable"
  | "folder-in-use"
  | "folder-of-another-user"
  | "not-a-cluster"
  | "other-version"
  | "server-failed"
  | "not-running";

/** A refusal as a `Result`. */
export function refused(code: EmbeddedRefusalCode, sentence: string) {
  return refuse<EmbeddedRefusal>({ code, sentence });
}
