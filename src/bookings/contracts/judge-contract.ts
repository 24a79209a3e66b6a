import { createHash } from "node:crypto";

import type { Id } from "#kernel";
import type { Writes } from "#platform";

import { contractDays, type ContractDay } from "../rules/contract/contract-days.ts";
import type { ContractTerms } from "../rules/contract/week-pattern.ts";
import type { Hours, Outcome } from "../rules/lines.ts";
import { submitWithin, type SubmitVisit } from "../submit/submit-bookings.ts";
import { careSlots, fullHours, type CarePlace } from "./contract-queries.ts";

/** One day of a contract and what became, or would become, of it. */
export interface JudgedDay {
  date: Temporal.PlainDate;
  hours: Hours | null;
  /** What the family had before. */
  heldHours: Hours | null;
  closedBecause: string | null;
  outcome: Outcome | Exclude<ContractDay["kind"], "ask" | "closed">;
  /** Where it is full: which shared places are; none where the whole day is. */
  full: readonly Hours[];
}

/** What holds from `from` on, and what held before; the unit and the child. */
export interface ContractChange {
  place: CarePlace;
  after: ContractTerms | null;
  before: ContractTerms | null;
  from: Temporal.PlainDate;
}

/** The days that a change touches, each with its line. */
export async function daysOf(
  writes: Writes,
  { place, after, before, from }: ContractChange,
): Promise<readonly ContractDay[]> {
  const ends = [after?.lastDay, before?.lastDay].filter((day) => day !== undefined);
  const last = ends.toSorted(Temporal.PlainDate.compare).at(-1) ?? from;
  const slots = await careSlots(writes, place, { first: from, last });
  return contractDays(place.participantId, { after, before }, slots, place.hours.step);
}

/**
 * Sends the lines of a contract as one submission, past the deadlines, with the contract as the reason; what became of
 * every day. Null: something else was sent under this key.
 */
export async function sendDays(
  writes: Writes,
  visit: Omit<SubmitVisit, "database">,
  form: {
    key: Id<"submission">;
    place: CarePlace;
    days: readonly ContractDay[];
    reason: string;
    overCapacity: boolean;
  },
): Promise<readonly JudgedDay[] | null> {
  const { key, place, days, reason, overCapacity } = form;
  const lines = days.flatMap((day) => (day.kind === "ask" ? [day.line] : []));
  const outcomes = new Map<string, Outcome>();
  if (lines.length > 0) {
    const households = [place.householdId];
    const by = { households, withheld: [], byAgent: true, reason, freely: true, overCapacity, late: null };
    const sent = await submitWithin(writes, visit, { key, lines }, by);
    if (!sent.ok) return null;
    for (const { slotId, outcome } of sent.value.lines) outcomes.set(slotId, outcome);
  }
  return days.map(({ slot, hours, kind }) => ({
    date: slot.date,
    hours,
    heldHours: slot.heldHours,
    closedBecause: slot.closedBecause,
    outcome: kind === "ask" ? (outcomes.get(slot.slotId) ?? "unknown") : kind,
    full: [],
  }));
}

/** The same, undone: what is shown is judged by what will do it. Says which half-hours of a full day are full. */
export async function tryDays(
  writes: Writes,
  visit: Omit<SubmitVisit, "database">,
  form: Parameters<typeof sendDays>[2],
): Promise<readonly JudgedDay[] | null> {
  await writes.run("try_contract", "savepoint contract_tried");
  const judged = await sendDays(writes, visit, form);
  await writes.run("undo_contract", "rollback to savepoint contract_tried");
  if (judged === null) return null;
  const dates = judged.filter(({ outcome }) => outcome === "full").map(({ date }) => date);
  const full = await fullHours(writes, form.place, dates);
  return judged.map((day) => ({ ...day, full: full.get(day.date.toString()) ?? [] }));
}

/** A short text that is the same as long as every day comes to the same: what the agent has seen. */
export function seenText(days: readonly JudgedDay[]): string {
  const hash = createHash("sha256");
  for (const { date, hours, outcome } of days) {
    hash.update(`${date.toString()} ${hours?.from ?? ""}-${hours?.to ?? ""} ${outcome};`);
  }
  return hash.digest("hex").slice(0, 16);
}
