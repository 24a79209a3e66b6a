import { createHash } from "node:crypto";

import { ok, refuse, type Result } from "#kernel";
import type { Reads, Writes } from "#platform";

import { countsOf, throttleLimits, waitTable, type ThrottleKind } from "../rules/throttle.ts";

/** An attempt to sign in that was let through and stands as failed until it is settled. */
export interface Attempt {
  /** The rows that count it, as PostgreSQL writes bytes. */
  counts: readonly { kind: ThrottleKind; key: string }[];
  at: Temporal.Instant;
}

/** The attempt must wait until this instant. */
export interface MustWait {
  code: "wait";
  until: Temporal.Instant;
}

/**
 * Counts an attempt as failed before its password is looked at, so that a thousand sent at once are no more
 * than what is tolerated. One statement: an attempt that must wait is refused with the instant from which it
 * need not, and is not counted.
 */
export async function beginAttempt(
  writes: Writes,
  who: { email: string; address: string; knownDevice: string | null },
  now: Temporal.Instant,
): Promise<Result<Attempt, MustWait>> {
  const counts = countsOf(who).map(({ kind, of }) => ({ kind, key: keyOf(kind, of) }));
  const asked = counts.map(({ kind, key }) => {
    const limit = throttleLimits[kind];
    return { key, waits: waitTable(limit), span: limit.windowMinutes };
  });
  const row = await writes.row<{ counted: number; until: Temporal.Instant | null }>(
    "count_sign_in_attempt",
    COUNT_ATTEMPT,
    [JSON.stringify(asked), now.toString()],
  );
  if (row?.counted === counts.length) return ok({ counts, at: now });
  const until = row?.until ?? (await blockedUntil(writes, counts, now)) ?? now;
  return refuse({ code: "wait", until });
}

/** $1: the counts asked for, each with its table of waits in minutes (see rules/throttle.ts). $2: now. */
const COUNT_ATTEMPT = `
  with asked as (
    select key, waits, make_interval(mins => span) as span
    from jsonb_to_recordset($1::jsonb) as t (key bytea, waits int[], span int)
  ), blocked as (
    select max(blocked_until) as until
    from sign_in_failure join asked on key_hash = key
    where blocked_until > $2::timestamptz
  ), counted as (
    insert into sign_in_failure as known (key_hash, failures, counted_since, last_failed_at)
    select key, 1, $2::timestamptz, $2::timestamptz from asked
    where (select until from blocked) is null
    order by key
    on conflict (key_hash) do update set
      (failures, counted_since, last_failed_at, blocked_until) = (
        select failures, case when failures = 1 then $2::timestamptz else known.counted_since end, $2::timestamptz,
               case when waits[least(failures, cardinality(waits))] > 0
                    then $2::timestamptz + make_interval(mins => waits[least(failures, cardinality(waits))]) end
        from asked
        cross join lateral (
          select case when known.counted_since + span > $2::timestamptz then known.failures + 1 else 1 end
        ) as count (failures)
        where key = known.key_hash)
      where known.blocked_until is null or known.blocked_until <= $2::timestamptz
    returning key_hash
  )
  select (select count(*) from counted) as counted, (select until from blocked) as until`;

/** For the attempt that lost a race: another one of the same moment began the wait. */
async function blockedUntil(
  reads: Reads,
  counts: Attempt["counts"],
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  const row = await reads.row<{ until: Temporal.Instant | null }>(
    "sign_in_blocked_until",
    `select max(blocked_until) as until from sign_in_failure
     where key_hash = any ($1::bytea[]) and blocked_until > $2`,
    [counts.map(({ key }) => key), now.toString()],
  );
  return row?.until ?? undefined;
}

function keyOf(kind: ThrottleKind, of: string): string {
  return `\\x${createHash("sha256").update(`${kind}\n${of}`).digest("hex")}`;
}
