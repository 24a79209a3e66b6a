import type { SignedInVisit } from "#identity";
import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import { writeJournal, type Reads, type Writes } from "#platform";

import { effectiveFrom, type Effect } from "../rules/qf/effective-from.ts";
import { lastDayOf } from "../rules/qf/expiry.ts";
import type { ToldIncome } from "../rules/qf/income.ts";
import type { QfSetting } from "../rules/qf/qf-setting.ts";
import { qfSettingOn } from "./qf-setting.ts";
import { quotientsOn } from "./quotient-queries.ts";
import type { QuotientSource } from "./quotient-source.ts";

/** Who records, and when. */
export type QuotientVisit = Pick<SignedInVisit, "actor" | "now" | "address">;

/** The days that an agent chose instead of the setting's. */
export interface ChosenDays {
  readonly firstDay: Temporal.PlainDate | null;
  readonly lastDay: Temporal.PlainDate | null;
  readonly reason: string;
}

/** Why nothing was written. */
export type QuotientRefusal =
  | { code: "nothing-told" }
  /** It would count from a day that has passed, and nobody said why. */
  | { code: "no-reason"; firstDay: Temporal.PlainDate }
  | { code: "backwards"; firstDay: Temporal.PlainDate };

/** What was recorded: from when it counts, why from then, until when, whether an agent must accept it. */
export interface Recorded extends Effect {
  readonly lastDay: Temporal.PlainDate | null;
  readonly toCheck: boolean;
}

/** What is recorded of a household. */
export interface WantedEntry {
  readonly key: Id<"qf-entry">;
  readonly householdId: Id<"household">;
  readonly source: QuotientSource;
  readonly chosen?: ChosenDays;
  /** When it came; today unless it says otherwise: what was missing of it costs the family nothing. */
  readonly receivedOn?: Temporal.PlainDate;
  readonly proofId?: Id<"document-version"> | null;
}

/**
 * Adds what a source tells to a household's history, with its line in the journal, which says no amount. Who may was
 * decided before. The same key is written once. Days that have passed change only by the setting's choice, or by an
 * agent who says why.
 */
export async function recordQuotient(
  writes: Writes,
  { actor, now, address }: QuotientVisit,
  wanted: WantedEntry,
): Promise<Result<Recorded, QuotientRefusal>> {
  const { key, householdId, source, chosen, proofId = null } = wanted;
  const told = await source.tell(householdId);
  if (told === null) return refuse({ code: "nothing-told" });
  const today = parisDate(now);
  const receivedOn = wanted.receivedOn ?? today;
  const setting = await qfSettingOn(writes, receivedOn);
  const effect = effectiveFrom(setting, {
    receivedOn,
    situationOn: told.situationOn,
    hasOne: await hasOne(writes, householdId, told, receivedOn),
  });
  const days = daysOf(setting, told, effect, chosen);
  if (days.lastDay !== null && isBefore(days.lastDay, days.firstDay))
    return refuse({ code: "backwards", firstDay: days.firstDay });
  const reason = chosen?.reason ?? "";
  const because: NewEntry["because"] =
    chosen === undefined || chosen.firstDay === null ? effect.because : "chosen";
  if (chosen !== undefined && chosen.firstDay !== null && isBefore(chosen.firstDay, today) && reason === "")
    return refuse({ code: "no-reason", firstDay: chosen.firstDay });
  const toCheck = source.kind === "family" && setting.verify;
  const entry = {
    key,
    householdId,
    source: source.kind,
    told,
    days,
    because,
    reason,
    toCheck,
    receivedOn,
    proofId,
  };
  if (await insertEntry(writes, entry, { by: actor.name, now })) {
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: source.kind === "family" ? "pricing.quotient-declared" : "pricing.quotient-entered",
      objectKind: "qf-entry",
      objectId: key,
      householdId,
      ...(reason !== "" && { reason }),
      address,
    });
  }
  return ok({ ...effect, ...days, toCheck });
}

/** Whether one of the same kind holds on the day this one comes: then it waits for its turn. */
async function hasOne(
  reads: Reads,
  householdId: Id<"household">,
  { valueHundredths }: ToldIncome,
  day: Temporal.PlainDate,
): Promise<boolean> {
  const [known] = await quotientsOn(reads, [{ householdId, day }]);
  if (known === undefined) return false;
  const [first, last] =
    valueHundredths === null
      ? [known.resourcesFirstDay, known.resourcesLastDay]
      : [known.valueFirstDay, known.valueLastDay];
  return first !== null && (last === null || !isBefore(last, day));
}

function daysOf(
  setting: QfSetting,
  { situationOn }: ToldIncome,
  effect: Effect,
  chosen: ChosenDays | undefined,
): { firstDay: Temporal.PlainDate; lastDay: Temporal.PlainDate | null } {
  const firstDay = chosen?.firstDay ?? effect.firstDay;
  return { firstDay, lastDay: chosen?.lastDay ?? lastDayOf(setting, { situationOn, firstDay }) };
}

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) < 0;

interface NewEntry {
  key: Id<"qf-entry">;
  householdId: Id<"household">;
  source: QuotientSource["kind"];
  told: ToldIncome;
  days: { firstDay: Temporal.PlainDate; lastDay: Temporal.PlainDate | null };
  because: Effect["because"] | "chosen";
  reason: string;
  toCheck: boolean;
  receivedOn: Temporal.PlainDate;
  proofId: Id<"document-version"> | null;
}

async function insertEntry(
  writes: Writes,
  { key, householdId, source, told, days, because, reason, toCheck, receivedOn, proofId }: NewEntry,
  { by, now }: { by: string; now: Temporal.Instant },
): Promise<boolean> {
  const written = await writes.run(
    "record_qf_entry",
    `insert into qf_entry (id, household_id, value_hundredths, resources_cents, resources_case, dependent_children,
                           aeeh_children, scheme, source, situation_on, received_on, first_day, last_day, because,
                           to_check, reason, by_label, at, proof_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
     on conflict (id) do nothing`,
    [
      key,
      householdId,
      told.valueHundredths,
      told.resourcesCents,
      told.resourcesCase,
      told.dependentChildren,
      told.aeehChildren,
      told.scheme,
      source,
      told.situationOn.toString(),
      receivedOn.toString(),
      days.firstDay.toString(),
      days.lastDay?.toString() ?? null,
      because,
      toCheck,
      reason,
      by,
      now.toString(),
      proofId,
    ],
  );
  return written === 1;
}
