import type { Id } from "#kernel";
import type { Refusal } from "./refusal.ts";

/** One cell that would change. `before` is empty when nothing was known. */
export interface Change<Field extends string> {
  readonly field: Field;
  readonly before: string;
  readonly after: string;
}

export type ChildField =
  | "lastName"
  | "usageName"
  | "firstName"
  | "birthDate"
  | "schoolName"
  | "level"
  | "className";
export type GuardianField =
  | "civility"
  | "lastName"
  | "firstName"
  | "email"
  | "phoneHome"
  | "phoneWork"
  | "phoneMobile";
export type HouseholdField = "label" | "street" | "postcode" | "commune";

/**
 * What the import would do with one record. `values` is the record as it would stand; `changes` is empty
 * when it is new (all of it is) and when nothing changes.
 */
export interface PlannedRecord<Kind extends string, Field extends string> {
  readonly action: "create" | "change" | "unchanged";
  readonly key: string;
  /** Of the record that the espace holds; absent when new. */
  readonly id?: Id<Kind>;
  /** Lines of the file that speak of it. */
  readonly lines: readonly number[];
  readonly values: Readonly<Record<Field, string>>;
  readonly changes: readonly Change<Field>[];
  /** Cells that an agent corrected and the file says otherwise: `before` stays, `after` is only told. */
  readonly kept: readonly Change<Field>[];
  /** Corrected cells that the file says too by now: the register leads them again. */
  readonly settled: readonly Field[];
}

export type PlannedChild = PlannedRecord<"participant", ChildField>;
export type PlannedGuardian = PlannedRecord<"guardian", GuardianField>;

/** A household, and who would join it. */
export interface PlannedHousehold extends PlannedRecord<"household", HouseholdField> {
  /** Keys of adults to add. */
  readonly newGuardians: readonly string[];
  /** Keys of children to add, with the colour (1 to 8) of each. */
  readonly newChildren: readonly { readonly key: string; readonly colour: number }[];
  /** Keys of those whom the file puts in the household and an agent took out of it: they stay out. */
  readonly keptOut: readonly string[];
}

/** A known child of this school that the file does not name. Never deleted: an agent decides. */
export interface Leaver {
  readonly id: Id<"participant">;
  readonly lastName: string;
  readonly firstName: string;
  readonly birthDate: string;
  readonly schoolName: string;
}

/** The whole plan. Records are in order of their keys, refusals in order of files and lines. */
export interface OndePlan {
  readonly schoolYear: string;
  readonly children: readonly PlannedChild[];
  readonly guardians: readonly PlannedGuardian[];
  readonly households: readonly PlannedHousehold[];
  readonly leavers: readonly Leaver[];
  readonly refusals: readonly Refusal[];
}

/** Whether the plan would write anything. */
export function writesNothing(plan: OndePlan): boolean {
  const still = ({ action, settled }: PlannedRecord<string, string>): boolean =>
    action === "unchanged" && settled.length === 0;
  return (
    plan.children.every(still) &&
    plan.guardians.every(still) &&
    plan.households.every((one) => still(one) && one.newGuardians.length + one.newChildren.length === 0)
  );
}
