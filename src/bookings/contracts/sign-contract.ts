import { randomUUID } from "node:crypto";

import { everyoneOf } from "#identity";
import { ok, parisDate, parseId, refuse, type Id, type Result } from "#kernel";
import { writeJournal, type Writes } from "#platform";

import { spanWords } from "../rules/contract/contract-words.ts";
import { checkTerms, type TermsRefusal } from "./check-terms.ts";
import {
  contractsOf,
  endRecordedContract,
  recordContract,
  type CareContract,
  type CarePlace,
} from "./contract-queries.ts";
import {
  daysOf,
  seenText,
  sendDays,
  tryDays,
  type ContractChange,
  type JudgedDay,
} from "./judge-contract.ts";
import {
  hasEnded,
  isSigned,
  lockContract,
  placeFor,
  type ContractVisit,
  type WantedContract,
  type WantedEnd,
} from "./wanted-contract.ts";

/** What the agent saw, and what becomes of the days that are full. */
export interface Agreement {
  key: Id<"submission">;
  seen: string;
  full: FullDays | null;
}

/** What becomes of the days that are full: they are left as they are, or a reason takes them over the places. */
export type FullDays = "leave" | { over: string };

/** Why nothing was written. */
export type ContractRefusal =
  | TermsRefusal
  /** No such file, enrolment, unit with chosen hours or contract, or not at a site of the agent. */
  | { code: "unknown" }
  | { code: "after-the-end"; lastDay: Temporal.PlainDate }
  | { code: "key-taken" }
  /** Over the places, without a reason. */
  | { code: "no-reason" }
  /** What would be done is no longer what was seen, or what becomes of full days was not said. */
  | { code: "look-again"; preview: ContractPreview };

/** What a contract, a change or an end would do. */
export interface ContractPreview extends ContractChange {
  days: readonly JudgedDay[];
  seen: string;
}

/** What signing would do, day by day; writes nothing. */
export function previewContract(
  visit: ContractVisit,
  wanted: WantedContract,
): Promise<Result<ContractPreview, ContractRefusal>> {
  return visit.database.write(async (writes) => {
    const change = await changeOf(writes, visit, wanted);
    return change.ok ? previewOf(writes, visit, change.value) : change;
  });
}

/** What ending would do, day by day; writes nothing. */
export function previewEnd(
  visit: ContractVisit,
  wanted: WantedEnd,
): Promise<Result<ContractPreview, ContractRefusal>> {
  return visit.database.write(async (writes) => {
    const change = await endOf(writes, visit, wanted);
    return change.ok ? previewOf(writes, visit, change.value) : change;
  });
}

/**
 * Signs a contract, or changes one from a day on.
 *
 * In: who acts, the contract, and what the agent saw of it. In one transaction: the contract that it changes ends on the
 * eve, the new one is written under the form's key, its days are booked, changed and cancelled by one submission
 * under the same key, and the journal has its line. The same form sent twice is one. Refuses when a day has become
 * something else than what was seen, or when days are full and nothing was said of them.
 */
export function signContract(
  visit: ContractVisit,
  wanted: WantedContract,
  agreement: Agreement,
): Promise<Result<readonly JudgedDay[], ContractRefusal>> {
  return visit.database.write(async (writes) => {
    if ((await placeFor(writes, visit, wanted)) === undefined) return refuse({ code: "unknown" });
    if (await isSigned(writes, wanted, agreement.key)) return ok([]);
    const change = await changeOf(writes, visit, wanted);
    if (!change.ok) return change;
    const done = await act(writes, visit, change.value, agreement);
    if (!done.ok) return done;
    const { place } = change.value;
    const { actor, now } = visit;
    if (wanted.replaces !== null) {
      await endRecordedContract(writes, {
        contractId: wanted.replaces,
        from: wanted.terms.firstDay,
        by: actor.name,
        now,
      });
    }
    const contract = { key: agreement.key, place, terms: wanted.terms, by: actor.name, now };
    if (!(await recordContract(writes, contract))) return refuse({ code: "key-taken" });
    await note(writes, visit, "contracts.sign", place, agreement.key);
    return done;
  });
}

/**
 * Ends a contract from a day on and cancels its days after, in one submission. The same form sent twice is one: a
 * contract that has ended on that very day stays as it is.
 */
export function endContract(
  visit: ContractVisit,
  wanted: WantedEnd,
  agreement: Omit<Agreement, "full">,
): Promise<Result<readonly JudgedDay[], ContractRefusal>> {
  return visit.database.write(async (writes) => {
    const known = await lockContract(writes, visit, wanted);
    if (known !== undefined && hasEnded(known, wanted.from)) return ok([]);
    const change = await endOf(writes, visit, wanted);
    if (!change.ok) return change;
    const done = await act(writes, visit, change.value, { ...agreement, full: "leave" });
    if (!done.ok) return done;
    const { contractId, from } = wanted;
    await endRecordedContract(writes, { contractId, from, by: visit.actor.name, now: visit.now });
    await note(writes, visit, "contracts.end", change.value.place, contractId);
    return done;
  });
}

async function changeOf(
  writes: Writes,
  visit: ContractVisit,
  wanted: WantedContract,
): Promise<Result<ContractChange, ContractRefusal>> {
  const place = await placeFor(writes, visit, wanted);
  if (place === undefined) return refuse({ code: "unknown" });
  const { terms, replaces } = wanted;
  const known = (await contractsOf(writes, everyoneOf([wanted.householdId]))).filter(
    (contract) => contract.place.enrolmentId === place.enrolmentId,
  );
  const before = known.find(({ contractId }) => contractId === replaces);
  if (replaces !== null) {
    if (before === undefined || before.place.unitId !== place.unitId) return refuse({ code: "unknown" });
    const over = isAfter(terms.firstDay, before);
    if (over !== null) return refuse(over);
  }
  const others = known.filter((contract) => contract !== before);
  const checked = checkTerms(terms, place, others, parisDate(visit.now));
  if (!checked.ok) return checked;
  return ok({ place, after: terms, before: before?.terms ?? null, from: terms.firstDay });
}

async function endOf(
  writes: Writes,
  visit: ContractVisit,
  wanted: WantedEnd,
): Promise<Result<ContractChange, ContractRefusal>> {
  const known = await lockContract(writes, visit, wanted);
  if (known === undefined) return refuse({ code: "unknown" });
  const { place } = known;
  const { from } = wanted;
  const today = parisDate(visit.now);
  if (Temporal.PlainDate.compare(from, today) < 0) return refuse({ code: "past", today });
  const over = isAfter(from, known);
  return over === null ? ok({ place, after: null, before: known.terms, from }) : refuse(over);
}

function isAfter(from: Temporal.PlainDate, { terms: { lastDay } }: CareContract) {
  const after = Temporal.PlainDate.compare(from, lastDay) > 0;
  return after ? { code: "after-the-end" as const, lastDay } : null;
}

/** Why each place is taken or given back: kept with it, and shown to the family. */
function reasonOf({ after, before }: ContractChange, full: FullDays | null = null): string {
  if (after !== null) {
    const over = full === null || full === "leave" ? "" : `, au-delà des places : ${full.over.trim()}`;
    return `Contrat d’accueil ${spanWords(after)}${over}`;
  }
  return before === null ? "Contrat d’accueil" : `Fin du contrat d’accueil ${spanWords(before)}`;
}

async function previewOf(
  writes: Writes,
  visit: ContractVisit,
  change: ContractChange,
): Promise<Result<ContractPreview, ContractRefusal>> {
  const key = parseId<"submission">(randomUUID());
  if (key === undefined) throw new Error("A random id is none");
  const form = { key, place: change.place, reason: reasonOf(change), overCapacity: false };
  const days = await tryDays(writes, visit, { ...form, days: await daysOf(writes, change) });
  if (days === null) throw new Error("A new key was taken");
  return ok({ ...change, days, seen: seenText(days) });
}

async function act(
  writes: Writes,
  visit: ContractVisit,
  change: ContractChange,
  { key, seen, full }: Agreement,
): Promise<Result<readonly JudgedDay[], ContractRefusal>> {
  const over = full !== null && full !== "leave";
  if (over && full.over.trim() === "") return refuse({ code: "no-reason" });
  const preview = await previewOf(writes, visit, change);
  if (!preview.ok) return preview;
  const isFull = preview.value.days.some(({ outcome }) => outcome === "full");
  if (preview.value.seen !== seen || (isFull && full === null)) {
    return refuse({ code: "look-again", preview: preview.value });
  }
  const form = { key, place: change.place, reason: reasonOf(change, full), overCapacity: over };
  const days = await sendDays(writes, visit, { ...form, days: await daysOf(writes, change) });
  return days === null ? refuse({ code: "key-taken" }) : ok(days);
}

async function note(
  writes: Writes,
  { actor, now, address }: ContractVisit,
  what: string,
  { householdId }: CarePlace,
  contractId: string,
): Promise<void> {
  await writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act: what,
    objectKind: "contract",
    objectId: contractId,
    householdId,
    address,
  });
}
