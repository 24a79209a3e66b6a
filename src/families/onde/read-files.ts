import { readChildrenFile } from "./parse/children-file.ts";
import { readGuardiansFile } from "./parse/guardians-file.ts";
import type { FileReading } from "./parse/open-file.ts";
import type { OndeLines } from "./rules/make-plan.ts";
import type { OndeFile } from "./rules/refusal.ts";

/** The two files of an extraction, as bytes. */
export type OndeBytes = Readonly<Record<OndeFile, Uint8Array>>;

/** The two files, read. */
export interface OndeReading {
  readonly lines: OndeLines;
  readonly readings: Readonly<Record<OndeFile, FileReading>>;
  /** A whole file is refused: nothing of either may be used. */
  readonly closed: boolean;
}

/**
 * Reads the two files of an extraction; whatever their bytes hold, it answers.
 * @param today the day of the import, in France
 */
export function readOndeFiles(bytes: OndeBytes, today: Temporal.PlainDate): OndeReading {
  const eleves = readChildrenFile(bytes.eleves, today);
  const responsables = readGuardiansFile(bytes.responsables);
  const refusals = [...eleves.refusals, ...responsables.refusals];
  return {
    lines: {
      children: eleves.children,
      unusableChildren: eleves.unusable,
      guardians: responsables.guardians,
      refusals,
    },
    readings: { eleves, responsables },
    closed: refusals.some(({ scope }) => scope === "file"),
  };
}
