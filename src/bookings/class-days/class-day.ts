import type { Id } from "#kernel";

/** A class of a school in a school year, as the school register names them. */
export interface SchoolClass {
  schoolYear: string;
  schoolName: string;
  className: string;
}

/** Away: the class is not there, its places are cancelled. Teacher absent: children may come, families may cancel. */
export type ClassDayKind = "away" | "teacher_absent";

/** What an agent took back: who, and what families read. */
export interface Withdrawn {
  by: string;
  because: string;
}

/** What an agent said once for a whole class; both days included. */
export interface ClassDay extends SchoolClass {
  id: Id<"classDay">;
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
  kind: ClassDayKind;
  /** What families read: « sortie au parc du Marquenterre ». */
  message: string;
  by: string;
  /** Of which activities it speaks; null is all of them. */
  activityIds: readonly Id<"activity">[] | null;
  withdrawn: Withdrawn | null;
}

/** What is said, before it is known who says it and of what. */
export type SaidOfClass = Omit<ClassDay, "id" | "by" | "message" | "activityIds" | "withdrawn">;
