import { parisDate } from "#kernel";
import type { Reads } from "#platform";

import { goesBefore, type Durations } from "../rules/durations.ts";
import { ERASED_KINDS, type ErasedKind } from "./kinds.ts";

/** What would go tonight of a kind. */
export interface ToErase {
  readonly kind: ErasedKind;
  /** What is older than this day; null where no duration is chosen, and nothing goes. */
  readonly before: Temporal.PlainDate | null;
  readonly count: number;
}

/** What each kind would lose with these durations, counted now. */
export async function toErase(reads: Reads, durations: Durations, now: Temporal.Instant): Promise<ToErase[]> {
  const today = parisDate(now);
  const found: ToErase[] = [];
  for (const kind of ERASED_KINDS) {
    const before = goesBefore(kind.duration, durations[kind.duration], today);
    const count = before === null ? 0 : await kind.things({ now }).count(reads, before);
    found.push({ kind, before, count });
  }
  return found;
}

/** What a night did of a kind. */
export interface ErasedLine {
  readonly day: Temporal.PlainDate;
  readonly kind: string;
  readonly before: Temporal.PlainDate;
  readonly erased: number;
  /** It was cut short: the night after went on. */
  readonly unfinished: boolean;
}

/** What the last nights did, the latest first. */
export function lastErased(reads: Reads): Promise<ErasedLine[]> {
  return reads.rows<ErasedLine>(
    "privacy_last_erased",
    `select day, kind, before, erased::int as erased, ended_at is null as unfinished
     from retention_line
     where day in (select day from retention_run order by day desc limit 30) and (erased > 0 or ended_at is null)
     order by day desc, kind`,
  );
}
