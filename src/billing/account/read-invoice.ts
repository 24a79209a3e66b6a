import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

import type { DisputeState } from "../disputes/dispute.ts";
import type { KeptFacts } from "../owed/owed-charges.ts";
import type { GoneFacts } from "../rules/difference.ts";
import type { InvoiceNumber } from "../rules/invoice-number.ts";
import type { ChargeKind, Payer } from "../rules/owed.ts";
import type { DocumentKind } from "../run/review.ts";
import type { AccountReach } from "./reach.ts";

/** A document, as it was issued. */
export interface Invoice extends InvoiceNumber, Payer {
  readonly id: Id<"invoice">;
  readonly kind: DocumentKind;
  readonly month: Temporal.PlainYearMonth;
  readonly issuedOn: Temporal.PlainDate;
  readonly dueOn: Temporal.PlainDate;
  readonly total: Cents;
  readonly payerName: string;
  readonly addressLine: string;
  readonly postcode: string;
  readonly commune: string;
  readonly lines: readonly InvoiceLine[];
}

/** One line of a document. */
export interface InvoiceLine {
  readonly position: number;
  readonly chargeId: Id<"charge">;
  /** Empty where the line is the household's, or where the reader may not be told of the child. */
  readonly participant: string;
  readonly activity: string;
  readonly unit: string;
  readonly day: Temporal.PlainDate;
  readonly kind: ChargeKind;
  readonly cents: Cents;
  /** What the source costs once this line is counted. */
  readonly owed: Cents;
  readonly sourceKey: string;
  /** Null where the reader may not be told. */
  readonly facts: KeptFacts | GoneFacts | null;
  /** The month with which it was issued, where it waited since an earlier run: too little for a claim. */
  readonly carriedFrom: Temporal.PlainYearMonth | null;
  readonly corrects: (InvoiceNumber & { readonly id: Id<"invoice"> }) | null;
  /** The last time somebody disputed the line. */
  readonly dispute: DisputeState | null;
}

interface HeadRow extends Omit<Invoice, "month" | "lines"> {
  month: Temporal.PlainDate;
}

interface LineRow extends Omit<InvoiceLine, "corrects" | "dispute" | "carriedFrom"> {
  carriedFrom: Temporal.PlainDate | null;
  participantId: Id<"participant"> | null;
  correctsId: Id<"invoice"> | null;
  correctsSeries: string | null;
  correctsYear: number | null;
  correctsNumber: number | null;
  disputeId: Id<"dispute"> | null;
  disputeAcknowledged: boolean | null;
  disputeReason: string | null;
  disputeOutcome: DisputeState["outcome"];
  disputeAnswer: string | null;
}

/** A document with its lines; undefined where there is none within reach. Null: an agent, who reads them all. */
export async function readInvoice(
  reads: Reads,
  reach: AccountReach | null,
  id: Id<"invoice">,
): Promise<Invoice | undefined> {
  const head = await reads.row<HeadRow>(
    "billing_invoice_head",
    `select id, series, year, number, kind, household_id as "householdId", guardian_id as "guardianId", month,
            issued_on as "issuedOn", due_on as "dueOn", total_cents as total, payer_name as "payerName",
            address_line as "addressLine", postcode, commune
     from invoice
     where id = $1 and ($2::uuid[] is null or household_id = any ($2) or guardian_id = $4)
       and ($3::uuid is null or guardian_id = $3)`,
    [id, reach?.householdIds ?? null, reach?.onlyGuardian ?? null, reach?.ownGuardian ?? null],
  );
  if (head === undefined) return undefined;
  const rows = await reads.rows<LineRow>(
    "billing_invoice_lines",
    `select l.position, l.charge_id as "chargeId", c.participant_id as "participantId",
            c.participant_name as participant, c.activity_name as activity, c.unit_name as unit, c.day, c.kind,
            c.amount_cents as cents, c.owed_cents as owed, c.source_key as "sourceKey", c.facts,
            r.month as "carriedFrom",
            o.id as "correctsId", o.series as "correctsSeries", o.year as "correctsYear",
            o.number as "correctsNumber", d.id as "disputeId",
            exists (select from dispute_acknowledgement a where a.dispute_id = d.id) as "disputeAcknowledged",
            d.reason as "disputeReason", d.outcome as "disputeOutcome",
            d.answer as "disputeAnswer"
     from invoice_line l
     join charge c on c.id = l.charge_id
     left join carried_charge w on w.charge_id = c.id
     left join billing_run r on r.id = w.run_id
     left join invoice o on o.id = c.corrects
     left join lateral (select id, reason, outcome, answer from line_dispute
                        where charge_id = c.id order by at desc limit 1) d on true
     where l.invoice_id = $1
     order by l.position`,
    [id],
  );
  const withheld = new Set(reach?.withheldIds ?? []);
  return {
    ...head,
    month: head.month.toPlainYearMonth(),
    lines: rows.map((row) => lineOf(row, row.participantId !== null && withheld.has(row.participantId))),
  };
}

function lineOf(row: LineRow, hidden: boolean): InvoiceLine {
  const { position, chargeId, activity, unit, day, kind, cents, owed, sourceKey } = row;
  return {
    ...{ position, chargeId, activity, unit, day, kind, cents, owed, sourceKey },
    participant: hidden ? "" : row.participant,
    facts: hidden ? null : row.facts,
    carriedFrom: row.carriedFrom?.toPlainYearMonth() ?? null,
    corrects: correctedBy(row),
    dispute:
      row.disputeId === null || row.disputeReason === null || hidden
        ? null
        : {
            id: row.disputeId,
            acknowledged: row.disputeAcknowledged === true,
            reason: row.disputeReason,
            outcome: row.disputeOutcome,
            answer: row.disputeAnswer,
          },
  };
}

function correctedBy(row: LineRow): InvoiceLine["corrects"] {
  const { correctsId: id, correctsSeries: series, correctsYear: year, correctsNumber: number } = row;
  return id === null || series === null || year === null || number === null
    ? null
    : { id, series, year, number };
}
