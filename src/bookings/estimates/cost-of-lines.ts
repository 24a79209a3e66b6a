import { cents, type Cents, type Id } from "#kernel";
import type { Reads } from "#platform";
import { withoutIncome, type Estimate } from "#pricing";

import { lineKey, type LineFacts, type LineFactsRow } from "../planning/line-facts.ts";
import type { Act, Hours, Line, Outcome } from "../rules/lines.ts";
import { estimatesFor, type EstimateOf } from "./estimate-places.ts";

/** A line of a form, asked or decided. */
export type CostLine = LineFactsRow & { readonly did: Act | Outcome; readonly hours?: Hours | undefined };

/** Places of one person in one unit that cost the same. */
export interface CostPart {
  readonly householdId: Id<"household">;
  readonly firstName: string;
  readonly unitName: string;
  /** Whether they are added or given back. */
  readonly sign: 1 | -1;
  readonly count: number;
  readonly each: Estimate;
}

/** A day of a nursery contract that is given back: its month costs what it costs. */
export function isGivenBackOfContract({ sign, each }: Pick<CostPart, "sign" | "each">): boolean {
  return sign < 0 && each.kind === "estimate" && each.byContract === true;
}

/** What a form costs as far as is known today. */
export interface CostOfLines {
  /** With what late cancellations cost, where the family pays it; null where something of it cannot be told. */
  readonly total: Cents | null;
  readonly parts: readonly CostPart[];
  /** What other hours change in the price of places that are kept. */
  readonly differences: readonly CostDifference[];
  /** What giving places back after their deadline costs, for one person in one unit. */
  readonly late: readonly CostIfLate[];
  /** Hours change the price of places that are kept: by how much is not known. */
  readonly hoursChange: boolean;
}

/** « Lina, soir : + 0,80 € »: days of one person in one unit whose hours change. */
export interface CostDifference {
  readonly firstName: string;
  readonly unitName: string;
  readonly days: number;
  readonly cents: Cents;
}

/** « Lina, repas : annulation hors délai… »: what the rules say of places that are given back too late. */
export interface CostIfLate {
  readonly firstName: string;
  readonly unitName: string;
  readonly count: number;
  /** Of all of them; null where it hangs on how many times it was. */
  readonly cents: Cents | null;
  /** « Si la famille a prévenu trop tard » where an agent has still to say who it comes from. */
  readonly charged: "yes" | "if-family";
  readonly sentences: readonly string[];
}

/** When a form is sent that may give places back after their deadline, and whether the family pays for that. */
export interface SentLate {
  readonly now: Temporal.Instant;
  readonly charged: CostIfLate["charged"];
  /** Once it was sent: those of which the penalty is asked, by `lineKey`. */
  readonly only?: ReadonlySet<string>;
}

/** The lines of a form that are the family's, with what they ask. */
export function askedLines(lines: readonly Line[], facts: LineFacts): readonly CostLine[] {
  return lines.flatMap((line) => {
    const known = facts.get(lineKey(line));
    return known === undefined ? [] : [{ ...known, did: line.act, hours: line.hours }];
  });
}

const SIGNS: Readonly<Partial<Record<Act | Outcome, 1 | -1>>> = {
  book: 1,
  accept: 1,
  booked: 1,
  held: 1,
  cancel: -1,
  cancelled: -1,
};

/**
 * What the lines of a form cost, or give back: one statement, whatever their number. Undefined where nothing of them has
 * a price, or where the authority has no tariff.
 * @param sent when the form is sent: what a late cancellation costs is said then; null where nothing is said of it
 */
export async function costOfLines(
  reads: Reads,
  lines: readonly CostLine[],
  sent: SentLate | null = null,
): Promise<CostOfLines | undefined> {
  const changed = lines.filter(({ did }) => did === "change" || did === "changed");
  const signed = lines.flatMap((line) => {
    const sign = SIGNS[line.did];
    return sign === undefined ? [] : [{ line, sign }];
  });
  if (signed.length === 0 && changed.length === 0) return undefined;
  const households = [...signed.map(({ line }) => line), ...changed].map(({ householdId }) => householdId);
  const estimate = await estimatesFor(reads, [...new Set(households)]);
  if (estimate === undefined) return undefined;
  const booked = [...Map.groupBy(signed, ({ line, sign }) => `${sign} ${bookedTogether(line)}`).values()];
  const priced = booked.flatMap((together) => {
    const [first] = together.toSorted((a, b) => Temporal.PlainDate.compare(a.line.date, b.line.date));
    if (first === undefined) return [];
    const { line, sign } = first;
    const { fromMinute, toMinute } = line.unitRules;
    const { from, to } = line.hours ?? { from: fromMinute, to: toMinute };
    const each = estimate({ ...line, minutes: to - from, days: together.length });
    const perDay = each.kind === "estimate" && each.every === "slot";
    return [{ line, sign, each, count: perDay ? together.length : 1 }];
  });
  const alike = Map.groupBy(priced, ({ line, sign, each }) =>
    [
      line.householdId,
      line.participantId,
      line.activityId,
      line.unitCode,
      sign,
      each.kind === "hole" ? each.code : each.cents,
    ].join(),
  );
  const parts = [...alike.values()].flatMap((same): CostPart[] => {
    const [first] = same;
    if (first === undefined) return [];
    const { line, sign, each } = first;
    const count = same.reduce((sum, one) => sum + one.count, 0);
    const { householdId, firstName, unitName } = line;
    return [{ householdId, firstName, unitName, sign, count, each }];
  });
  const told = changed.map((line) => ({ line, cents: differenceOf(line, estimate) }));
  const differences = differencesOf(told);
  const hoursChange = told.some(({ cents }) => cents === null);
  const late = sent === null ? [] : lateOf(lines, estimate, sent);
  if (parts.length === 0 && differences.length === 0 && late.length === 0) return undefined;
  return { total: totalOf(parts, differences, late), parts, differences, late, hoursChange };
}

/** What the places that are given back after their deadline cost, once for a person and a unit. */
function lateOf(
  lines: readonly CostLine[],
  estimate: EstimateOf,
  { now, charged, only }: SentLate,
): readonly CostIfLate[] {
  const late = lines.filter((line) => isGivenBackLate(line, now) && only?.has(lineKey(line)) !== false);
  const alike = Map.groupBy(late, ({ participantId, activityId, unitCode }) =>
    [participantId, activityId, unitCode].join(),
  );
  return [...alike.values()].flatMap((same): CostIfLate[] => {
    const told = [...Map.groupBy(same, bookedTogether).values()].flatMap((together) => {
      const [line] = together.toSorted((a, b) => Temporal.PlainDate.compare(a.date, b.date));
      if (line === undefined) return [];
      const { fromMinute, toMinute } = line.unitRules;
      const { from, to } = line.before?.hours ?? { from: fromMinute, to: toMinute };
      return [estimate.ifCancelledLate({ ...line, minutes: to - from, days: together.length }, now)];
    });
    const sentences = [...new Set(told.flatMap((one) => one.sentences))];
    const [first] = same;
    if (first === undefined || sentences.length === 0) return [];
    const known = told.flatMap((one) => (one.cents === null ? [] : [one.cents]));
    const sum = known.length < told.length ? null : cents(known.reduce((total, one) => total + one, 0));
    const { firstName, unitName } = first;
    return [{ firstName, unitName, count: told.length, cents: sum, charged, sentences }];
  });
}

/** Whether a line gives a place back after its deadline. */
export function isGivenBackLate(
  { did, cancelUntil }: Pick<CostLine, "did" | "cancelUntil">,
  now: Temporal.Instant,
): boolean {
  return (did === "cancel" || did === "cancelled") && Temporal.Instant.compare(now, cancelUntil) > 0;
}

/** The days of a package are one place; the others stand alone. */
function bookedTogether({ participantId, slotId, unitCode, activityId, unitRules, date }: CostLine): string {
  if (unitRules.bookedBy === "slot") return `${participantId} ${slotId}`;
  const week = unitRules.bookedBy === "week" ? date.subtract({ days: date.dayOfWeek - 1 }).toString() : "";
  return `${participantId} ${activityId} ${unitCode} ${week}`;
}

/** What other hours add to the price of a day, or take off it; null where it is not known. */
function differenceOf(line: CostLine, estimate: EstimateOf): Cents | null {
  const { hours, before } = line;
  if (hours === undefined || before === null || before.hours === null) return null;
  const of = ({ from, to }: Hours) => estimate({ ...line, minutes: to - from, days: 1 });
  const [now, was] = [of(hours), of(before.hours)];
  // More than the contract plans is paid apart, by the time that is noted.
  if (now.kind === "estimate" && now.byContract) return null;
  if (now.kind === "hole" || was.kind === "hole" || now.every !== "slot" || was.every !== "slot") return null;
  return cents(now.cents - was.cents);
}

/** Those that change something, by person and unit. */
function differencesOf(told: readonly { line: CostLine; cents: Cents | null }[]): readonly CostDifference[] {
  const known = told.flatMap(({ line, cents: own }) => (own === null ? [] : [{ line, own }]));
  const alike = Map.groupBy(known, ({ line }) => `${line.participantId} ${line.activityId} ${line.unitCode}`);
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { firstName, unitName } = first.line;
    const sum = cents(same.reduce((total, { own }) => total + own, 0));
    return [{ firstName, unitName, days: same.length, cents: sum }];
  });
}

function totalOf(
  parts: readonly CostPart[],
  differences: readonly CostDifference[],
  late: readonly CostIfLate[],
): Cents | null {
  let total = late.reduce((sum, one) => sum + (one.charged === "yes" ? (one.cents ?? 0) : 0), 0);
  total += differences.reduce((sum, one) => sum + one.cents, 0);
  for (const { sign, count, each } of parts) {
    // What is paid by the month is not the price of a place.
    if (each.kind === "hole" || each.every === "month") return null;
    total += sign * count * each.cents;
  }
  return cents(total);
}

/** The same, for whoever belongs to these households only: what another one earns is not told, its price is. */
export function costFor(
  cost: CostOfLines | undefined,
  households: readonly Id<"household">[],
): CostOfLines | undefined {
  return (
    cost && {
      ...cost,
      parts: cost.parts.map((part) =>
        households.includes(part.householdId) ? part : { ...part, each: withoutIncome(part.each) },
      ),
    }
  );
}
