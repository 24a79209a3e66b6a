import { randomUUID } from "node:crypto";
import type { PlannedRecord } from "../rules/plan.ts";

/** A record of the plan with the id it has or is given. */
export interface Placed<R extends PlannedRecord<string, string>> {
  readonly id: string;
  readonly record: R;
}

/** Gives an id to every record that has none. */
export function place<R extends PlannedRecord<string, string>>(
  records: readonly R[],
): ReadonlyMap<string, Placed<R>> {
  return new Map(records.map((record) => [record.key, { id: record.id ?? randomUUID(), record }]));
}

/** The records to create, or to change. */
export function toDo<R extends PlannedRecord<string, string>>(
  placed: ReadonlyMap<string, Placed<R>>,
  action: "create" | "change",
): Placed<R>[] {
  return [...placed.values()].filter(({ record }) => record.action === action);
}

/** Their ids, as the parameter of one statement. */
export const idsOf = (placed: readonly { readonly id: string }[]): string[] => placed.map(({ id }) => id);

/** Their keys. */
export const keysOf = (placed: readonly { readonly record: { readonly key: string } }[]): string[] =>
  placed.map(({ record }) => record.key);

/** Columns of values, one parameter each. */
export function columnsOf<Field extends string>(
  placed: readonly { readonly record: { readonly values: Readonly<Record<Field, string>> } }[],
  ...fields: readonly Field[]
): string[][] {
  return fields.map((field) => placed.map(({ record }) => record.values[field]));
}
