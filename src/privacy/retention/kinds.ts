import { endedDocuments, oldHealthDocuments } from "#documents";
import { oldHealthRecords, oldPersons } from "#families";
import type { Background, Erasable } from "#identity";
import { oldMessages } from "#messaging";
import { oldJournal } from "#platform";
import { oldRequests } from "#requests";

import type { Duration } from "../rules/durations.ts";
import { householdFiles } from "./household-files.ts";

/** A kind of thing that is erased, as reports name it. */
export type KindCode =
  | "health-records"
  | "health-documents"
  | "persons"
  | "documents"
  | "requests"
  | "messages"
  | "files"
  | "journal";

/** What goes after which duration, and how. */
export interface ErasedKind {
  readonly code: KindCode;
  readonly duration: Duration;
  /** The right of an agent who may read whose it is; null where nobody is named. */
  readonly right: string | null;
  /** How many go in one transaction. */
  readonly atOnce: number;
  readonly things: (background: Pick<Background, "now">) => Erasable;
}

/** Everything that is erased, in the order of a night: a household's file last, of what is left. */
export const ERASED_KINDS: readonly ErasedKind[] = [
  {
    code: "health-records",
    duration: "health",
    right: "health.read",
    atOnce: 200,
    things: () => oldHealthRecords,
  },
  {
    code: "health-documents",
    duration: "health",
    right: "health.read",
    atOnce: 200,
    things: () => oldHealthDocuments,
  },
  { code: "persons", duration: "persons", right: "families.read", atOnce: 200, things: () => oldPersons },
  {
    code: "documents",
    duration: "documents",
    right: "families.write",
    atOnce: 200,
    things: () => endedDocuments,
  },
  { code: "requests", duration: "requests", right: "requests.write", atOnce: 100, things: () => oldRequests },
  { code: "messages", duration: "messages", right: null, atOnce: 500, things: () => oldMessages },
  { code: "files", duration: "files", right: "families.read", atOnce: 20, things: householdFiles },
  {
    code: "journal",
    duration: "journal",
    right: null,
    atOnce: Number.MAX_SAFE_INTEGER,
    things: () => oldJournal,
  },
];

/** The kind of this name; undefined where there is none. */
export const erasedKind = (code: string): ErasedKind | undefined =>
  ERASED_KINDS.find((kind) => kind.code === code);
