import type { Id } from "#kernel";
import type { Writes } from "#platform";

/** Who pays for places, or books them without payment, as the history of bookings tells it. */
export interface PaidBy {
  readonly at: Temporal.Instant;
  /** Null where the clock or the payment service does it, not somebody who is signed in. */
  readonly accountId: Id<"account"> | null;
  readonly by: string;
  readonly byAgent: boolean;
  /** Why nothing was asked for them; undefined where they were paid, or are free. */
  readonly unpaidBecause?: string;
  /** Those of them that cost nothing: booked, not paid. */
  readonly free?: readonly Id<"booking">[];
}

/**
 * What became of a place that was paid: « already » where another payment had paid it, « cancelled » where somebody had
 * cancelled it, « too_late » where it was free still after its deadline, « barred » where another rule keeps it from
 * being had.
 */
export type PaidOutcome = "booked" | "lost" | "already" | "cancelled" | "closed" | "too_late" | "barred";

/**
 * Keeps held places for a payment that begins, in the caller's transaction: they do not lapse before its answer. Places
 * whose time is over, or that await another payment, are not kept.
 * @returns whether every one of them is kept; if not, none is
 */
export async function keepForPayment(
  writes: Writes,
  { payment, bookings }: { payment: Id<"attempt"> | Id<"payment">; bookings: readonly Id<"booking">[] },
  now: Temporal.Instant,
): Promise<boolean> {
  const kept = await writes.run(
    "basket_keep",
    `with wanted as (
       select id from booking
       where id = any ($2::uuid[]) and state = 'held' and awaits is null and held_until >= $3
       order by id for update
     )
     update booking set awaits = $1
     where id in (select id from wanted) and (select count(*) from wanted) = cardinality($2::uuid[])`,
    [payment, bookings, now.toString()],
  );
  return kept > 0 && kept === bookings.length;
}

/** The payment ended without money: its places are kept no longer than their own time. */
export async function letGo(writes: Writes, attempt: Id<"attempt">): Promise<void> {
  await writes.run(
    "basket_let_go",
    `update booking set awaits = null
     where id in (select id from booking where awaits = $1 order by id for update)`,
    [attempt],
  );
}

/**
 * Books the held places that are paid, in the caller's transaction: decided by the statement that writes, and told by the
 * history. A place that is not held any more is not taken back from whoever has it. Done twice, it is done once.
 * @returns what became of each
 */
export async function bookPaid(
  writes: Writes,
  bookings: readonly Id<"booking">[],
  { at, accountId, by, byAgent, unpaidBecause, free = [] }: PaidBy,
): Promise<ReadonlyMap<Id<"booking">, PaidOutcome>> {
  const rows = await writes.rows<{ id: Id<"booking">; outcome: PaidOutcome }>(
    "basket_book_paid",
    `with wanted as (
       select id, state from booking where id = any ($1::uuid[]) order by id for update
     ), paid as (
       update booking b set state = 'booked', held_until = null, awaits = null
       from wanted where b.id = wanted.id and wanted.state = 'held'
       returning b.*
     ), told as (
       insert into booking_history (at, household_id, participant_id, slot_id, booking_id, act, account_id, by_label,
                                    by_agent, reason, companions)
       select $2, household_id, participant_id, slot_id, id,
              case when $6::text is null and id <> all ($7::uuid[]) then 'paid' else 'booked' end,
              $3, $4, $5, $6, nullif(companions, 0)
       from paid
     )
     select id, case state when 'held' then 'booked' when 'booked' then 'already' else 'lost' end as outcome
     from wanted`,
    [bookings, at.toString(), accountId, by, byAgent, unpaidBecause ?? null, free],
  );
  return new Map(rows.map(({ id, outcome }) => [id, outcome]));
}
