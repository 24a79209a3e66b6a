/** Why a backup or a restore was not made; the sentence is the one line that the technician reads. */
export interface BackupRefusal {
  code: BackupRefusalCode;
  sentence: string;
}

export type BackupRefusalCode =
  | "file-exists"
  | "file-not-writable"
  | "unknown-authority"
  | "not-migrated"
  | "file-not-readable"
  | "not-a-backup"
  | "damaged"
  | "newer-backup"
  | "other-program"
  | "not-empty"
  | "inconsistent";

/** Thrown inside a backup or restore to leave its transaction; its caller turns it into a refusal. */
export class BackupStopped extends Error {
  readonly refusal: BackupRefusal;

  constructor(code: BackupRefusalCode, sentence: string) {
    super(sentence);
    this.refusal = { code, sentence };
  }
}
