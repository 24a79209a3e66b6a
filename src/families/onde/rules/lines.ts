import type { PostalAddress } from "./address-key.ts";

/** One child of the children's file, read and checked. */
export interface ChildLine {
  readonly line: number;
  readonly lastName: string;
  readonly usageName: string;
  readonly firstName: string;
  /** ISO date. */
  readonly birthDate: string;
  readonly level: string;
  readonly className: string;
  /** The class's identifier in newer files, else empty. */
  readonly classId: string;
}

/** A refused line of the children's file whose names could still be read: an adult may mean this child. */
export type UnusableChildLine = Pick<
  ChildLine,
  "line" | "lastName" | "usageName" | "firstName" | "level" | "className" | "classId"
>;

/** A child as an adult's line names it; `column` is the heading under which the first name stands. */
export interface ChildMention {
  readonly column: string;
  readonly lastName: string;
  readonly usageName: string;
  readonly firstName: string;
  readonly className: string;
}

/** What the register says of an adult, whatever the number of lines. Empty text: not said. */
export interface GuardianFacts {
  readonly civility: "" | "M." | "Mme";
  readonly lastName: string;
  readonly usageName: string;
  readonly firstName: string;
  readonly address: PostalAddress;
  readonly email: string;
  readonly phoneHome: string;
  readonly phoneWork: string;
  readonly phoneMobile: string;
}

/** One line of the adults' file, read and checked. */
export interface GuardianLine extends GuardianFacts {
  readonly line: number;
  readonly children: readonly ChildMention[];
}
