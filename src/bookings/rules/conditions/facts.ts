import type { FileItem } from "./condition.ts";
import type { ShutSeason } from "./nothing-to-book.ts";
import type { Span } from "./span.ts";

/** Where somebody goes to school in a school year, « 2026-2027 ». */
export interface Schooling {
  readonly schoolYear: string;
  readonly school: string;
  readonly level: string;
  readonly className: string;
}

/** A document of the household, or of the person: what it is, and its last day; null where it has none. */
export interface KeptDocument {
  readonly kind: string;
  readonly until: Temporal.PlainDate | null;
}

/** What access conditions are judged upon: one person of one household, one season of one activity, one day. */
export interface EnrolmentFacts {
  readonly today: Temporal.PlainDate;
  readonly season: Span;
  /** Where nothing is left to book for somebody who is not enrolled yet. */
  readonly shut: ShutSeason | null;
  readonly activity: { readonly code: string; readonly audience: "children" | "adults" | "everyone" };
  readonly person: {
    readonly firstName: string;
    readonly kind: "child" | "adult";
    readonly birthDate: Temporal.PlainDate | null;
    readonly schoolings: readonly Schooling[];
  };
  readonly household: {
    /** Null while the authority has not named its communes. */
    readonly resident: boolean | null;
    /** Empty where the file has no address. */
    readonly commune: string;
    readonly has: Readonly<Record<FileItem, boolean>>;
  };
  /** What was sent for the person or for the household. */
  readonly documents: readonly KeptDocument[];
  /** The codes of the activities in which another participant of the household is enrolled, today or later. */
  readonly siblingActivities: ReadonlySet<string>;
  /** « Accueil de loisirs – Rue », by code. */
  readonly activityNames: ReadonlyMap<string, string>;
  readonly regular: boolean;
  /** The priority groups that an agent has given by hand. */
  readonly given: readonly string[];
  /** The priority groups that are known so far. */
  readonly groups: readonly string[];
  /** How the groups are called: « les habitants », by group. */
  readonly groupNames: ReadonlyMap<string, string>;
}
