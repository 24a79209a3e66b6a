import { readOndeFiles } from "../../../src/families/onde/read-files.ts";
import { makePlan } from "../../../src/families/onde/rules/make-plan.ts";
import type { OndePlan } from "../../../src/families/onde/rules/plan.ts";
import type { Snapshot } from "../../../src/families/onde/rules/snapshot.ts";

/** An espace that holds nothing yet. */
export const EMPTY: Snapshot = { children: [], guardians: [], households: [] };

/** The plan of two files, read on 10 September 2026, for « École de Rue » unless told otherwise. */
export function planOf(
  files: { readonly eleves: Uint8Array; readonly responsables: Uint8Array },
  snapshot: Snapshot = EMPTY,
  schoolName = "École de Rue",
): OndePlan {
  const { lines } = readOndeFiles(files, Temporal.PlainDate.from("2026-09-10"));
  return makePlan(lines, snapshot, { schoolYear: "2026-2027", schoolName });
}

/** Refusals as « file line scope code », in order. */
export const refusalsOf = (plan: OndePlan): string[] =>
  plan.refusals.map(({ file, line, scope, reason }) => `${file} ${line} ${scope} ${reason.code}`);

/** Households as « ADULTS : children », for a reader. */
export function householdsOf(plan: OndePlan): string[] {
  const names = new Map(
    [...plan.children, ...plan.guardians].map(({ key, values }) => [
      key,
      `${values.firstName} ${values.lastName}`,
    ]),
  );
  const nameOf = (key: string): string => names.get(key) ?? key;
  return plan.households
    .map(({ values, newGuardians, newChildren }) => {
      const adults = newGuardians.map(nameOf).toSorted().join(", ");
      return `${values.commune}: ${adults} / ${newChildren
        .map(({ key }) => nameOf(key))
        .toSorted()
        .join(", ")}`;
    })
    .toSorted();
}
