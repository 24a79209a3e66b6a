import type { z } from "zod";

import type { deadlineRuleFormat } from "../../deadlines/rule-format.ts";
import type { DeadlineAct } from "../../rules/deadline-sentence.ts";

/** A rule as the file writes it. */
export type WrittenRule = z.input<typeof deadlineRuleFormat>;

/** What a deadline speaks of in one activity: null is every unit, every season. */
export interface Scope {
  readonly unit: string | null;
  readonly season: string | null;
}

/** The deadline of one act for one scope. */
export interface ScopedDeadline extends Scope {
  readonly act: DeadlineAct;
  readonly rule: WrittenRule;
}

/** All the deadlines of one activity on one day, one for each act and scope. */
export type DeadlineTable = readonly ScopedDeadline[];

/** Which rule decides: unit and season, unit, season, activity; changing hours follows cancelling where nothing is said. */
export function decides(
  table: DeadlineTable,
  act: DeadlineAct,
  { unit, season }: Scope,
): WrittenRule | undefined {
  const of = (u: string | null, s: string | null) =>
    table.find((one) => one.act === act && one.unit === u && one.season === s)?.rule;
  const rule = of(unit, season) ?? of(unit, null) ?? of(null, season) ?? of(null, null);
  return rule ?? (act === "change" ? decides(table, "cancel", { unit, season }) : undefined);
}

/**
 * What must be written so that `wanted` decides everywhere that `current` does, the most general first. A rule that is
 * no longer wanted cannot be taken away from a dated table: what decides in its place is written over it.
 */
export function tableChanges(current: DeadlineTable, wanted: DeadlineTable): DeadlineTable {
  const changes: ScopedDeadline[] = [];
  let table = current;
  for (const act of ACTS) {
    for (const scope of scopesOf([...current, ...wanted])) {
      const rule = decides(wanted, act, scope);
      if (rule === undefined || sameRule(rule, decides(table, act, scope))) continue;
      const change = { ...scope, act, rule };
      changes.push(change);
      table = [...table.filter((one) => !(one.act === act && sameScope(one, scope))), change];
    }
  }
  return changes;
}

/** The table with one rule for some acts of some scopes; null takes theirs away, and what is more general decides. */
export function withRule(
  table: DeadlineTable,
  scopes: readonly Scope[],
  acts: readonly DeadlineAct[],
  rule: WrittenRule | null,
): DeadlineTable {
  const others = table.filter(
    (one) => !(acts.includes(one.act) && scopes.some((scope) => sameScope(one, scope))),
  );
  if (rule === null) return others;
  return [...others, ...scopes.flatMap((scope) => acts.map((act) => ({ ...scope, act, rule })))];
}

/** The table without the rules that change nothing: what a person would have written. */
export function withoutRepeats(table: DeadlineTable): DeadlineTable {
  const scopes = scopesOf(table);
  let kept = table;
  for (const one of table.toSorted(
    (a, b) => rank(b) - rank(a) || ACTS.indexOf(b.act) - ACTS.indexOf(a.act),
  )) {
    const less = kept.filter((other) => other !== one);
    const same = ACTS.every((act) =>
      scopes.every((scope) => sameRule(decides(less, act, scope), decides(kept, act, scope))),
    );
    if (same) kept = less;
  }
  return kept;
}

/** What a deadline may close, in the order of the file. */
export const ACTS: readonly DeadlineAct[] = ["book", "cancel", "change"];

/** Every scope that a table can tell apart, the most general first. */
function scopesOf(table: DeadlineTable): readonly Scope[] {
  const units = [...new Set([null, ...table.map(({ unit }) => unit)])];
  const seasons = [...new Set([null, ...table.map(({ season }) => season)])];
  return units
    .flatMap((unit) => seasons.map((season) => ({ unit, season })))
    .toSorted((a, b) => rank(a) - rank(b));
}

const rank = ({ unit, season }: Scope) => (unit === null ? 0 : 2) + (season === null ? 0 : 1);

const sameScope = (a: Scope, b: Scope) => a.unit === b.unit && a.season === b.season;

/** Written by one hand, in one order: compared as texts. */
function sameRule(a: WrittenRule | undefined, b: WrittenRule | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
