import type { Authority } from "#identity";
import type { Id } from "#kernel";
import { announce, writeJournal, type SchemaDatabase, type Writes } from "#platform";

/** PayFiP's idOp: a UUID, in either case. */
const REFERENCE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Whoever asks again within so many seconds is answered by what was asked just before, or by the next job. */
export const QUIET_SECONDS = 10;
/** Lines that unknown references may write in the journal, by minute: a flood fills no disk. */
const LINES_A_MINUTE = 60;

interface Hint {
  readonly database: SchemaDatabase;
  readonly authority: Authority;
  readonly now: Temporal.Instant;
  readonly address: string;
}

/** The reference of a notification or a return: both spellings, in the address or in the body; null where there is none. */
export function referenceIn(...sources: readonly unknown[]): string | null {
  for (const source of sources) {
    if (typeof source !== "object" || source === null) continue;
    for (const [name, value] of Object.entries(source))
      if (name.toLowerCase() === "idop" && typeof value === "string" && REFERENCE.test(value))
        return value.toLowerCase();
  }
  return null;
}

/**
 * A notification: a hint that something happened, from whoever sends it. It only has the service asked, later; what it
 * says is never believed. An unknown reference leaves a line in the journal.
 */
export async function takeNotification(hint: Hint, reference: string | null): Promise<void> {
  const { database, authority, now } = hint;
  await database.write(async (writes) => {
    const asked = reference === null ? undefined : await ask(writes, reference, now);
    if (asked?.now === true)
      await announce(writes, authority.id, { type: "payments.notified", facts: { attempt: asked.id } });
    if (asked === undefined) await noteUnknown(writes, hint, { act: "notification", reference });
  });
}

/** A reference that nobody was given: forged, or another authority's. One line in the journal, and nothing else. */
export async function noteUnknown(
  writes: Writes,
  { database, now, address }: Pick<Hint, "database" | "now" | "address">,
  { act, reference }: { act: "notification" | "return"; reference: string | null },
): Promise<void> {
  if (!mayWriteLine(database, now)) return;
  await writeJournal(writes, {
    at: now,
    accountId: null,
    byLabel: "PayFiP",
    act: `payments.unknown-${act}`,
    facts: { reference },
    address,
  });
}

/**
 * The attempt of a reference, and whether to ask the service now. Asked a moment ago, it is asked again by the next job:
 * what happened in between is not missed.
 */
export async function ask(
  writes: Writes,
  reference: string,
  now: Temporal.Instant,
): Promise<{ id: Id<"attempt">; now: boolean } | undefined> {
  return writes.row<{ id: Id<"attempt">; now: boolean }>(
    "payments_ask",
    `update payment_attempt a
     set asked_at = case when old.quiet then a.asked_at else $2 end,
         hinted_at = case when old.quiet then $2 else a.hinted_at end,
         next_look_up = case when a.state in ('paid', 'differing') then null
                             else least(a.next_look_up, $2::timestamptz + make_interval(secs => $3)) end
     from (select id, coalesce(asked_at > $2::timestamptz - make_interval(secs => $3), false) as quiet
           from payment_attempt where reference = $1 for update) old
     where a.id = old.id
     returning a.id, not old.quiet and a.state not in ('paid', 'differing') as now`,
    [reference, now.toString(), QUIET_SECONDS],
  );
}

const lines = new WeakMap<SchemaDatabase, { minute: number; count: number }>();

function mayWriteLine(database: SchemaDatabase, now: Temporal.Instant): boolean {
  const minute = Math.floor(now.epochMilliseconds / 60_000);
  const kept = lines.get(database);
  const count = kept?.minute === minute ? kept.count + 1 : 1;
  lines.set(database, { minute, count });
  return count <= LINES_A_MINUTE;
}
