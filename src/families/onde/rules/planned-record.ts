import type { Id } from "#kernel";
import type { Change, PlannedRecord } from "./plan.ts";
import type { Corrected } from "./snapshot.ts";

/**
 * Compares a record of the files with the known one, cell by cell. An empty cell of the file says nothing
 * and changes nothing; a cell that an agent corrected stays as it is.
 * @param same whether two different writings of a cell are one value
 */
export function plannedRecord<Kind extends string, Field extends string>(
  wanted: {
    readonly key: string;
    readonly lines: readonly number[];
    readonly values: Readonly<Record<Field, string>>;
  },
  known:
    | {
        readonly id: Id<Kind>;
        readonly values: Readonly<Record<Field, string>>;
        readonly corrected?: Corrected;
      }
    | undefined,
  same: (field: Field, before: string, after: string) => boolean = () => false,
): PlannedRecord<Kind, Field> {
  if (known === undefined) return { ...wanted, action: "create", changes: [], kept: [], settled: [] };
  const changes: Change<Field>[] = [];
  const kept: Change<Field>[] = [];
  const settled: Field[] = [];
  const values: Record<Field, string> = { ...known.values };
  for (const field in wanted.values) {
    const [before, after] = [known.values[field], wanted.values[field]];
    if (after === "") continue;
    const corrected = known.corrected?.has(field) ?? false;
    if (before === after || same(field, before, after)) {
      if (corrected) settled.push(field);
      continue;
    }
    if (corrected) {
      kept.push({ field, before, after });
      continue;
    }
    changes.push({ field, before, after });
    values[field] = after;
  }
  const action = changes.length > 0 ? "change" : "unchanged";
  return { key: wanted.key, lines: wanted.lines, id: known.id, action, values, changes, kept, settled };
}
