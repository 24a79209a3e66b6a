import { schoolPeriodName } from "#kernel";

import type { Closes, Deadline } from "./deadline/closing.ts";
import { skippedPhrases } from "./skipped-days-sentence.ts";

/**
 * Why the deadlines of a slot are what they are, as kept beside them: for each act one phrase a reason
 * (« mercredi 11 novembre est férié (Armistice 1918) »). Changing hours is told where it differs from cancelling.
 */
export interface DeadlineFacts {
  readonly book: readonly string[];
  readonly cancel: readonly string[];
  readonly change?: readonly string[];
}

/** A deadline that can be told. */
export type Known = Exclude<Deadline, { kind: "unknown" }>;

/**
 * Why a deadline is what it is, one phrase a reason, each fit to follow « parce que »: the agent who moved it, the
 * return from holidays, the days that do not count.
 */
export function deadlineReasons(deadline: Known): readonly string[] {
  if (deadline.kind === "never") return [];
  return [...movedPhrase(deadline), ...returnPhrase(deadline), ...skippedPhrases(deadline.skipped)];
}

const MOVED = "ce délai a été déplacé";

function movedPhrase({ moved }: Closes): readonly string[] {
  return moved === null ? [] : [`${MOVED} (${moved})`];
}

/** The reason with which an agent moved a deadline of the slot, among those kept beside it; null where none did. */
export function movedReason({ book = [], cancel = [], change = [] }: Partial<DeadlineFacts>): string | null {
  return [...book, ...cancel, ...change].find((reason) => reason.startsWith(MOVED)) ?? null;
}

function returnPhrase({ afterHolidays }: Closes): readonly string[] {
  if (afterHolidays === null) return [];
  const when = afterHolidays.slots === "firstDay" ? "le jour" : "la semaine";
  return [`c’est ${when} du retour des ${schoolPeriodName(afterHolidays.holidays)}`];
}
