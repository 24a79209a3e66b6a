import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

/** A closure as an agent's list shows it. */
export interface ClosureCard {
  closureId: Id<"closure">;
  /** Null: every site. */
  siteId: Id<"site"> | null;
  siteName: string | null;
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
  message: string;
  /** Who closed, « Paul Martin », and when: what the closing did is found again by this instant. */
  byLabel: string;
  createdAt: Temporal.Instant;
  liftedAt: Temporal.Instant | null;
}

/** Days that an agent closes; both included. */
export interface NewClosure {
  siteId: Id<"site"> | null;
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
  message: string;
}

/**
 * Writes a closure. Only the fact: whoever has slots aligns them in the same transaction (see
 * `bookings/closing/close-days.ts`, the use case that agents reach).
 */
export async function recordClosure(
  writes: Writes,
  closure: NewClosure & { by: { accountId: Id<"account">; name: string }; now: Temporal.Instant },
): Promise<Id<"closure">> {
  const row = await writes.row<{ id: Id<"closure"> }>(
    "record_closure",
    `insert into closure (site_id, first_day, last_day, message, created_by, by_label, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [
      closure.siteId,
      closure.firstDay.toString(),
      closure.lastDay.toString(),
      closure.message,
      closure.by.accountId,
      closure.by.name,
      closure.now.toString(),
    ],
  );
  if (row === undefined) throw new Error("A closure was written without an id");
  return row.id;
}

/** Lifts a closure; false when it was lifted already. The days open again where nothing else closes them. */
export async function liftClosure(
  writes: Writes,
  { closureId, now }: { closureId: Id<"closure">; now: Temporal.Instant },
): Promise<boolean> {
  const lifted = await writes.run(
    "lift_closure",
    `update closure set lifted_at = $2 where id = $1 and lifted_at is null`,
    [closureId, now.toString()],
  );
  return lifted > 0;
}

const CARD = `select c.id as "closureId", c.site_id as "siteId", s.name as "siteName", c.first_day as "firstDay",
       c.last_day as "lastDay", c.message, c.by_label as "byLabel", c.created_at as "createdAt", c.lifted_at as "liftedAt"
from closure c left join site s on s.id = c.site_id`;

/** One closure, lifted or not. */
export function findClosure(reads: Reads, closureId: Id<"closure">): Promise<ClosureCard | undefined> {
  return reads.row("closure_by_id", `${CARD} where c.id = $1`, [closureId]);
}

/** The closure in force of exactly these days of this site (null: of every site); undefined when there is none. */
export function sameClosure(
  reads: Reads,
  { siteId, firstDay, lastDay }: Omit<NewClosure, "message">,
): Promise<ClosureCard | undefined> {
  return reads.row(
    "closure_of_same_days",
    `${CARD} where c.lifted_at is null and c.site_id is not distinct from $1::uuid
       and c.first_day = $2 and c.last_day = $3 order by c.created_at limit 1`,
    [siteId, firstDay.toString(), lastDay.toString()],
  );
}

/** The closures in force that last until `from` or later, the nearest first. */
export function closuresFrom(reads: Reads, from: Temporal.PlainDate): Promise<ClosureCard[]> {
  return reads.rows(
    "closures_from",
    `${CARD} where c.lifted_at is null and c.last_day >= $1 order by c.first_day, c.created_at`,
    [from.toString()],
  );
}
