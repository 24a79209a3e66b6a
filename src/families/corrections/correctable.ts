import type { Id } from "#kernel";
import { hashedId, type Reads, type Writes } from "#platform";

import type { Alike } from "../members/alike.ts";

/** What an agent corrects: a household's address, an adult, a child. */
export type Corrected = "household" | "guardian" | "participant";

/** A record of a household's file, cell by cell, and how it is read and written. */
export interface Correctable<Field extends string> {
  kind: Corrected;
  fields: readonly Field[];
  /** The cells as they are, where the record is of this household today; undefined for any other. */
  read(reads: Reads, where: OfHousehold): Promise<Record<Field, string> | undefined>;
  /** Locks the record until the end of the transaction: two agents correct it one after the other. */
  lock(writes: Writes, where: OfHousehold): Promise<void>;
  write(writes: Writes, where: OfHousehold, cells: CellsBeforeAfter<Field>): Promise<void>;
  /** What the fields alone cannot say: a child needs a birth date, not to come. */
  refuses?(
    reads: Reads,
    where: OfHousehold,
    after: Readonly<Record<Field, string>>,
    today: Temporal.PlainDate,
  ): Promise<CellRefusal | undefined>;
  /** Others who are called as this one would be: perhaps the same person, known twice. */
  alike?(
    reads: Reads,
    where: OfHousehold,
    after: Readonly<Record<Field, string>>,
  ): Promise<readonly Alike<string>[]>;
}

/** Why a cell may not say this. */
export interface CellRefusal {
  code: "no-birth-date" | "not-born";
}

/** Which record of which household; for the household itself both are the same. */
export interface OfHousehold {
  householdId: Id<"household">;
  recordId: string;
  /** For what is said year by year: « 2026-2027 ». */
  schoolYear?: string;
}

/** The cells of a record before and after a correction. */
export interface CellsBeforeAfter<Field extends string> {
  before: Readonly<Record<Field, string>>;
  after: Readonly<Record<Field, string>>;
}

/** A cell that changes. */
export interface CellChange<Field extends string> {
  field: Field;
  before: string;
  after: string;
}

/** The cells that change, in the order of the form. */
export function changesOf<Field extends string>(
  fields: readonly Field[],
  { before, after }: CellsBeforeAfter<Field>,
): readonly CellChange<Field>[] {
  return fields.flatMap((field) =>
    before[field] === after[field] ? [] : [{ field, before: before[field], after: after[field] }],
  );
}

/** What a page showed: a form sent from it says so, and is refused once the record says something else. */
export function seenOf<Field extends string>(
  fields: readonly Field[],
  cells: Readonly<Record<Field, string>>,
): Id<"seen"> {
  return hashedId<"seen">(JSON.stringify(fields.map((field) => cells[field])));
}
