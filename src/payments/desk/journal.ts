import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

import type { DeskEntryKind } from "./holdings.ts";
import type { DeskMeans } from "./regie.ts";

/** One line of the journal of a régie. */
export interface JournalLine {
  readonly day: Temporal.PlainDate;
  readonly at: Temporal.Instant;
  readonly means: DeskMeans;
  readonly kind: DeskEntryKind;
  readonly cents: Cents;
  readonly held: Cents;
  readonly payment: Id<"payment"> | null;
  /** The receipt that it is about, or the slip; null for a difference. */
  readonly receiptYear: number | null;
  readonly receiptNumber: number | null;
  readonly payer: string | null;
  /** Of a receipt that was cancelled, on that day or later. */
  readonly cancelled: boolean;
  readonly depositYear: number | null;
  readonly depositNumber: number | null;
  /** Why it was put right, given back or different. */
  readonly reason: string | null;
  readonly by: string;
}

/** What a day, or several, brought by means. */
export interface MeansTotal {
  readonly means: DeskMeans;
  readonly received: Cents;
  readonly receipts: number;
  /** Corrections and refunds: less than 0. */
  readonly undone: Cents;
  readonly deposited: Cents;
  readonly difference: Cents;
}

/** A period of the journal of a régie; both days are part of it. */
export interface Period {
  readonly regie: Id<"regie">;
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

const parameters = ({ regie, first, last }: Period) => [regie, first.toString(), last.toString()];

/** Lines of a page or a file at most: more than a régie writes in a year. */
const ALL = 100_000;

/** The journal of a period, in the order in which it was written. */
export function journalLines(reads: Reads, period: Period): Promise<JournalLine[]> {
  return reads.rows<JournalLine>(
    "payments_desk_journal",
    `select e.day, e.at, e.means, e.kind, e.amount_cents as cents, e.held_cents as held, e.payment_id as payment,
            r.year as "receiptYear", r.number as "receiptNumber", r.payer_name as payer,
            d.year as "depositYear", d.number as "depositNumber",
            coalesce(b.reason, f.reason, d.explanation, c.explanation) as reason, e.by_label as by,
            e.kind = 'receipt' and exists (select from payment_reversal own where own.payment_id = e.payment_id) as cancelled
     from desk_entry e
     left join desk_receipt r on r.payment_id = e.payment_id
     left join desk_deposit d on e.kind = 'deposit' and d.id = e.source_id
     left join payment_reversal b on e.kind = 'correction' and b.id = e.source_id
     left join refund f on e.kind = 'refund' and f.id = e.source_id
     left join desk_closing c on e.kind = 'difference' and c.id = e.source_id
     where e.regie_id = $1 and e.day between $2 and $3
     order by e.day, e.id
     limit ${ALL}`,
    parameters(period),
  );
}

/** The sums of a period, by means. */
export function meansTotals(reads: Reads, period: Period): Promise<MeansTotal[]> {
  return reads.rows<MeansTotal>(
    "payments_desk_totals",
    `select means,
            coalesce(sum(amount_cents) filter (where kind = 'receipt'), 0) as received,
            count(*) filter (where kind = 'receipt') as receipts,
            coalesce(sum(amount_cents) filter (where kind in ('correction', 'refund')), 0) as undone,
            coalesce(sum(amount_cents) filter (where kind = 'deposit'), 0) as deposited,
            coalesce(sum(amount_cents) filter (where kind = 'difference'), 0) as difference
     from desk_entry
     where regie_id = $1 and day between $2 and $3
     group by means
     order by array_position(array['cash', 'cheque', 'desk_card', 'cesu', 'ancv', 'transfer'], means)`,
    parameters(period),
  );
}

/** A day of the journal: what it brought, and whether it is closed. */
export interface JournalDay {
  readonly day: Temporal.PlainDate;
  readonly receipts: number;
  readonly cents: Cents;
  readonly closedBy: string | null;
  readonly closedAt: Temporal.Instant | null;
  readonly explanation: string | null;
}

/** The days of a period on which something was written or closed, the last one first. */
export function journalDays(reads: Reads, period: Period): Promise<JournalDay[]> {
  return reads.rows<JournalDay>(
    "payments_desk_days",
    `select day, coalesce(moved.receipts, 0) as receipts, coalesce(moved.cents, 0) as cents,
            c.by_label as "closedBy", c.at as "closedAt", c.explanation
     from (select day, count(*) filter (where kind = 'receipt') as receipts,
                  coalesce(sum(amount_cents) filter (where kind in ('receipt', 'correction', 'refund')), 0) as cents
           from desk_entry where regie_id = $1 and day between $2 and $3 group by day) moved
     full join (select * from desk_closing where regie_id = $1 and day between $2 and $3) c using (day)
     order by day desc
     limit 400`,
    parameters(period),
  );
}

/** A slip of a régie. */
export interface Deposit {
  readonly id: Id<"deposit">;
  readonly year: number;
  readonly number: number;
  readonly day: Temporal.PlainDate;
  readonly means: DeskMeans;
  readonly cents: Cents;
  readonly announced: Cents | null;
  readonly counted: Readonly<Record<string, number>> | null;
  readonly explanation: string | null;
  readonly items: number;
  readonly by: string;
}

const DEPOSIT = `select d.id, d.year, d.number, d.day, d.means, d.amount_cents as cents, d.announced_cents as announced,
            d.counted, d.explanation, d.by_label as by,
            (select count(*) from desk_deposit_item where deposit_id = d.id) as items
     from desk_deposit d`;

/** The slips of a period, the last one first. */
export function deposits(reads: Reads, period: Period): Promise<Deposit[]> {
  return reads.rows<Deposit>(
    "payments_deposits",
    `${DEPOSIT} where d.regie_id = $1 and d.day between $2 and $3 order by d.year desc, d.number desc limit ${ALL}`,
    parameters(period),
  );
}

/** One slip of a régie; undefined where there is none. */
export function depositOf(reads: Reads, regie: Id<"regie">, id: Id<"deposit">): Promise<Deposit | undefined> {
  return reads.row<Deposit>("payments_deposit", `${DEPOSIT} where d.id = $2 and d.regie_id = $1`, [
    regie,
    id,
  ]);
}
