import {
  CARE_KINDS,
  careKey,
  wholeBalance,
  openInvoices,
  settledBySource,
  type Admits,
  type OpenInvoice,
  type Settlement,
} from "#billing";
import { cents, type Cents, type Id } from "#kernel";
import type { Reads } from "#platform";

import { liveAttemptsFor, type Attempt } from "../attempts/attempt.ts";
import { basketOf, type Basket } from "../basket/payer-basket.ts";
import type { DeskMeans, KeptRegie } from "./regie.ts";
import { eligibleOpen, mayPay, type DeskLine } from "./rules/eligible.ts";

/** Whose account it is. */
export interface Payer {
  readonly householdId: Id<"household">;
  readonly guardianId: Id<"guardian">;
}

/** A payer at the desk: who, what is owed, and how much of it each means may pay. */
export interface PayerStanding extends Payer {
  readonly payer: string;
  readonly household: string;
  /** Empty where none is known. */
  readonly email: string;
  /** Less than 0 for what is in the payer's favour. */
  readonly balance: Cents;
  readonly open: readonly OpenInvoice[];
  /** By means: how much of each document it may pay in this régie. */
  readonly payable: Readonly<Record<DeskMeans, ReadonlyMap<Id<"invoice">, Cents>>>;
  /** The care of each document that a CESU may pay, as the tax certificate will count it. */
  readonly cesuCare: Admits;
  /** The places that are kept for the payer until they are paid. */
  readonly basket: Basket;
  /** Payments on line of these documents whose answer is not known. */
  readonly underWay: readonly Attempt[];
}

type LineRow = DeskLine & {
  readonly site: Id<"site"> | null;
  readonly participant: Id<"participant"> | null;
};

/** Reads a payer's account as a régie sees it; undefined where there is no such adult in that household. */
export async function payerStanding(
  reads: Reads,
  regie: KeptRegie,
  payer: Payer,
  now: Temporal.Instant,
): Promise<PayerStanding | undefined> {
  const known = await reads.row<{ payer: string; household: string; email: string }>(
    "payments_desk_payer",
    `select n.first_name || ' ' || n.last_name as payer, h.label as household, coalesce(g.email, '') as email
     from families_guardian_name n
     join families_household_card h on h.household_id = $1
     left join families_guardian_card g on g.household_id = $1 and g.guardian_id = $2
     where n.guardian_id = $2
       and (g.guardian_id is not null
            or exists (select from billing_balance_card b where b.household_id = $1 and b.guardian_id = $2))`,
    [payer.householdId, payer.guardianId],
  );
  if (known === undefined) return undefined;
  const open = await openInvoices(reads, payer);
  const ids = open.map(({ id }) => id);
  const lines = await deskLines(reads, ids);
  const settled = await settledBySource(reads, payer);
  const sources = await deskSources(reads, [...settled.keys()]);
  const settledBy = (which: (source: DeskSource) => boolean) =>
    sumByInvoice(sources.filter(which).flatMap(({ id }) => settled.get(id) ?? []));
  const owed = new Map(open.map((invoice) => [invoice.id, invoice.open]));
  const here =
    regie.siteIds.length === 0
      ? owed
      : eligibleOpen(
          lines,
          owed,
          settledBy((source) => source.regie === regie.id),
          ({ site }) => site === null || regie.siteIds.includes(site),
        );
  const title = (means: "cesu" | "ancv") =>
    eligibleOpen(
      lines,
      here,
      settledBy((source) => source.means === means),
      (line) => mayPay(line, scopeOf(regie, means)),
    );
  const payable = {
    cash: here,
    cheque: here,
    desk_card: here,
    transfer: here,
    cesu: title("cesu"),
    ancv: title("ancv"),
  };
  const balance = await wholeBalance(reads, payer);
  const underWay = await liveAttemptsFor(reads, ids);
  const basket = await basketOf(reads, payer, now);
  const cesuCare = careOf(
    ids,
    lines.filter((line) => mayPay(line, scopeOf(regie, "cesu"))),
  );
  return { ...payer, ...known, balance, open, payable, cesuCare, basket, underWay };
}

function careOf(invoiceIds: readonly Id<"invoice">[], admitted: readonly LineRow[]): Admits {
  return Object.fromEntries(
    invoiceIds.map((id) => {
      const own = admitted.flatMap(({ invoice, participant, activity }) =>
        invoice === id && participant !== null && activity !== null ? careKey(participant, activity) : [],
      );
      return [id, [...new Set(own)]];
    }),
  );
}

function scopeOf(regie: KeptRegie, means: "cesu" | "ancv") {
  return means === "cesu"
    ? {
        activities: regie.cesuActivityIds,
        youngActivities: regie.cesuYoungActivityIds,
        youngAge: regie.cesuYoungAge,
        kinds: CARE_KINDS,
      }
    : { activities: regie.ancvActivityIds, youngActivities: [], youngAge: 0, kinds: null };
}

/** The lines of these documents, with those of credit notes that give something back from them. */
function deskLines(reads: Reads, invoiceIds: readonly Id<"invoice">[]): Promise<LineRow[]> {
  return reads.rows<LineRow>(
    "payments_desk_lines",
    `select l.invoice_id as invoice, l.document_kind = 'credit_note' as "creditNote", l.activity_id as activity, l.kind,
            l.amount_cents as cents, l.day, person.birth_date as "bornOn", l.corrects, l.participant_id as participant,
            place.site_id as site
     from (select * from billing_invoice_line_card where invoice_id = any ($1::uuid[])
           union all
           select * from billing_invoice_line_card
           where corrects = any ($1::uuid[]) and document_kind = 'credit_note') l
     left join lateral (select birth_date from families_participant_card
                        where participant_id = l.participant_id limit 1) person on true
     left join lateral (select site_id from activities_unit_card
                        where activity_id = l.activity_id limit 1) place on true`,
    [invoiceIds],
  );
}

interface DeskSource {
  readonly id: string;
  readonly means: string;
  readonly regie: Id<"regie"> | null;
}

function deskSources(reads: Reads, ids: readonly string[]): Promise<DeskSource[]> {
  return reads.rows<DeskSource>(
    "payments_desk_sources",
    `select p.id, p.means, r.regie_id as regie
     from payment p
     left join desk_receipt r on r.payment_id = p.id
     where p.id = any ($1::uuid[])`,
    [ids],
  );
}

function sumByInvoice(settlements: readonly Settlement[]): ReadonlyMap<Id<"invoice">, number> {
  const sums = new Map<Id<"invoice">, number>();
  for (const { invoice, cents: amount } of settlements) sums.set(invoice, (sums.get(invoice) ?? 0) + amount);
  return sums;
}

/** The sum of what a means may pay of these documents. */
export const payableOf = (payable: ReadonlyMap<Id<"invoice">, Cents>, ids: readonly Id<"invoice">[]): Cents =>
  cents(ids.reduce((sum, id) => sum + (payable.get(id) ?? 0), 0));
