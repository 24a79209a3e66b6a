import type { Id } from "#kernel";
import type { Change, PlannedRecord } from "./plan.ts";

/**
 * Compares a record of the files with the known one, cell by cell. An empty cell of the file says nothing
 * and changes nothing.
 * @param same whether two different writings of a cell are one value
 */
export function plannedRecord<Kind extends string, Field extends string>(
  wanted: {
    readonly key: string;
    readonly lines: readonly number[];
    readonly values: Readonly<Record<Field, string>>;
  },
  known: { readonly id: Id<Kind>; readonly values: Readonly<Record<Field, string>> } | undefined,
  same: (field: Field, before: string, after: string) => boolean = () => false,
): PlannedRecord<Kind, Field> {
  if (known === undefined) return { ...wanted, action: "create", changes: [] };
  const changes: Change<Field>[] = [];
  const values: Record<Field, string> = { ...known.values };
  for (const field in wanted.values) {
    const [before, after] = [known.values[field], wanted.values[field]];
    if (after === "" || before === after || same(field, before, after)) continue;
    changes.push({ field, before, after });
    values[field] = after;
  }
  const action = changes.length > 0 ? "change" : "unchanged";
  return { key: wanted.key, lines: wanted.lines, id: known.id, action, values, changes };
}
