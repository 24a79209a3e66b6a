import { formHouseholds } from "./form-households.ts";
import { joinLines } from "./join-lines.ts";
import type { ChildLine, GuardianLine, UnusableChildLine } from "./lines.ts";
import { mergeGuardians } from "./merge-guardians.ts";
import { leavers } from "./leavers.ts";
import { placeHouseholds } from "./place-households.ts";
import type { OndePlan } from "./plan.ts";
import { plannedHouseholds } from "./planned-households.ts";
import { plannedChild, plannedGuardian } from "./planned-people.ts";
import { recogniseChildren } from "./recognise-children.ts";
import { recogniseGuardians } from "./recognise-guardians.ts";
import { type Refusal, inFileOrder } from "./refusal.ts";
import { resemblingChildren } from "./resembling-children.ts";
import { singleChildren } from "./single-children.ts";
import { indexSnapshot, type Snapshot } from "./snapshot.ts";
import { withoutGuardian, withoutChild } from "./left-alone.ts";

/** The two files, read. */
export interface OndeLines {
  readonly children: readonly ChildLine[];
  readonly unusableChildren: readonly UnusableChildLine[];
  readonly guardians: readonly GuardianLine[];
  /** Refused while reading. */
  readonly refusals: readonly Refusal[];
}

/** What the files do not say. */
export interface ImportContext {
  /** « 2026-2027 ». */
  readonly schoolYear: string;
  /** Name of the school, empty when the agent gives none. */
  readonly schoolName: string;
}

const sorted = <T extends { readonly key: string }>(records: readonly T[]): T[] =>
  records.toSorted((a, b) => (a.key < b.key ? -1 : 1));

/**
 * Says what the files would create, change, leave and refuse, given what the espace holds. Planning again
 * once the plan is applied gives nothing to write; the order of the lines does not matter; nothing is ever
 * deleted; a refused line blocks no other, except those that are about it.
 */
export function makePlan(files: OndeLines, snapshot: Snapshot, context: ImportContext): OndePlan {
  const known = indexSnapshot(snapshot);
  const single = singleChildren(files.children);
  const children = recogniseChildren(single.children, known);
  const accepted = new Set(children.children.map(({ line }) => line));
  const refusedLines = files.children.filter(({ line }) => !accepted.has(line));
  const joining = joinLines(files.guardians, children.children, [...files.unusableChildren, ...refusedLines]);
  const merging = mergeGuardians(joining.joined);
  const adults = recogniseGuardians(merging.guardians, known, children.knownByKey);

  const childByKey = new Map(children.children.map((child) => [child.key, child]));
  const guardianByKey = new Map(adults.guardians.map((guardian) => [guardian.key, guardian]));
  const placing = placeHouseholds(
    formHouseholds(adults.guardians, childByKey),
    guardianByKey,
    adults.knownByKey,
    known,
  );
  const resembling = resemblingChildren(placing.placed, childByKey, children.knownByKey, known);
  const orphans = withoutGuardian(children.children, children.knownByKey, placing.placed, [
    ...joining.joined,
    ...joining.givenUp,
  ]);
  for (const key of [...resembling.refused, ...orphans.refused]) childByKey.delete(key);

  const placedGuardians = new Set(placing.placed.flatMap(({ household }) => household.guardians));
  const candidates = adults.guardians.filter(({ key }) => placedGuardians.has(key));
  const childless = withoutChild(candidates, adults.knownByKey, childByKey, children.children);
  for (const key of [...guardianByKey.keys()]) {
    if (!placedGuardians.has(key) || childless.refused.has(key)) guardianByKey.delete(key);
  }

  const cast = {
    childByKey,
    guardianByKey,
    knownChildren: children.knownByKey,
    knownGuardians: adults.knownByKey,
  };
  return {
    schoolYear: context.schoolYear,
    children: sorted([...childByKey.values()]).map((child) =>
      plannedChild(child, children.knownByKey.get(child.key), context.schoolName),
    ),
    guardians: sorted([...guardianByKey.values()]).map((guardian) =>
      plannedGuardian(guardian, adults.knownByKey.get(guardian.key)),
    ),
    households: plannedHouseholds(placing.placed, cast),
    leavers: leavers(snapshot.children, children.knownByKey, context),
    refusals: [
      ...files.refusals,
      ...single.refusals,
      ...children.refusals,
      ...joining.refusals,
      ...merging.refusals,
      ...adults.refusals,
      ...placing.refusals,
      ...resembling.refusals,
      ...orphans.refusals,
      ...childless.refusals,
    ].toSorted(inFileOrder),
  };
}

/** The plan of files that cannot be read: their refusals, and nothing to do. */
export function unread(files: OndeLines, context: ImportContext): OndePlan {
  const refusals = files.refusals.toSorted(inFileOrder);
  return {
    schoolYear: context.schoolYear,
    children: [],
    guardians: [],
    households: [],
    leavers: [],
    refusals,
  };
}
