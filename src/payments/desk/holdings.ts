import { cents, type Cents, type Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import { HELD_MEANS, isHeld, type DeskMeans, type HeldMeans } from "./regie.ts";

/** What moves in a régie. */
export type DeskEntryKind = "receipt" | "correction" | "refund" | "deposit" | "difference";

/** What a régie holds, by means. */
export type Holdings = Readonly<Record<HeldMeans, Cents>>;

/** Holds a régie until the transaction ends: numbers, holdings and closings are decided one after the other. */
export async function lockRegie(writes: Writes, id: Id<"regie">): Promise<boolean> {
  const row = await writes.row("payments_regie_lock", "select id from regie where id = $1 for update", [id]);
  return row !== undefined;
}

/** Holds every régie, where the account decides which of them are concerned: régies are held before accounts. */
export async function lockRegies(writes: Writes): Promise<void> {
  await writes.rows("payments_regies_lock", "select id from regie order by id for update");
}

/** What a régie holds at the end of a day: the sum of its journal until then. */
export async function holdingsOn(
  reads: Reads,
  regie: Id<"regie">,
  day: Temporal.PlainDate,
): Promise<Holdings> {
  const rows = await reads.rows<{ means: DeskMeans; held: Cents }>(
    "payments_desk_holdings",
    `select means, sum(held_cents) as held
     from desk_entry where regie_id = $1 and day <= $2
     group by means`,
    [regie, day.toString()],
  );
  const of = (means: HeldMeans) => rows.find((row) => row.means === means)?.held ?? cents(0);
  const [cash, cheque, cesu, ancv] = HELD_MEANS;
  return { [cash]: of(cash), [cheque]: of(cheque), [cesu]: of(cesu), [ancv]: of(ancv) };
}

/** What a régie holds of everything that was written, whatever its day. */
export const holdingsNow = (reads: Reads, regie: Id<"regie">): Promise<Holdings> =>
  holdingsOn(reads, regie, Temporal.PlainDate.from("9000-12-31"));

/** The last day that is closed, and all before it; null where none is. */
export async function closedUntil(reads: Reads, regie: Id<"regie">): Promise<Temporal.PlainDate | null> {
  const row = await reads.row<{ day: Temporal.PlainDate | null }>(
    "payments_desk_closed_until",
    "select max(day) as day from desk_closing where regie_id = $1",
    [regie],
  );
  return row?.day ?? null;
}

/** Whether nothing of this day may change any more. */
export const isClosed = (day: Temporal.PlainDate, until: Temporal.PlainDate | null): boolean =>
  until !== null && Temporal.PlainDate.compare(day, until) <= 0;

/** Something to write into the journal of a régie. */
export interface NewDeskEntry {
  readonly regie: Id<"regie">;
  readonly day: Temporal.PlainDate;
  readonly means: DeskMeans;
  readonly kind: DeskEntryKind;
  /** More than 0 for what comes in. */
  readonly cents: Cents;
  /** Whether it comes from, or goes to, what the régie holds. */
  readonly held: boolean;
  readonly sourceId: string;
  readonly payment: Id<"payment"> | null;
  readonly by: { readonly accountId: Id<"account">; readonly name: string };
  readonly at: Temporal.Instant;
}

/** Writes it, in the caller's transaction, which holds the régie. */
export async function postDeskEntry(writes: Writes, entry: NewDeskEntry): Promise<void> {
  const { regie, day, means, kind, cents: amount, held, sourceId, payment, by, at } = entry;
  await writes.run(
    "payments_desk_entry_post",
    `insert into desk_entry (regie_id, day, means, kind, amount_cents, held_cents, source_id, payment_id, account_id,
                             by_label, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      regie,
      day.toString(),
      means,
      kind,
      amount,
      held && isHeld(means) ? amount : 0,
      sourceId,
      payment,
      by.accountId,
      by.name,
      at.toString(),
    ],
  );
}

/** The next number of receipts or slips of a régie in a year, under the lock of its row. */
export async function nextNumber(
  writes: Writes,
  of: { regie: Id<"regie">; kind: "receipt" | "deposit"; year: number },
): Promise<number> {
  const row = await writes.row<{ number: number }>(
    "payments_regie_number",
    `insert into regie_counter as c (regie_id, kind, year, last_number) values ($1, $2, $3, 1)
     on conflict (regie_id, kind, year) do update set last_number = c.last_number + 1
     returning last_number as number`,
    [of.regie, of.kind, of.year],
  );
  if (row === undefined) throw new Error(`Régie ${of.regie} gave no number`);
  return row.number;
}
