import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

import type { InvoiceNumber } from "../rules/invoice-number.ts";

/** What a run issued for a payer without a document: too little for a claim. */
export interface CarriedTotal {
  readonly householdId: Id<"household">;
  readonly household: string;
  readonly payer: string;
  readonly lines: number;
  readonly cents: Cents;
  /** The document that asked it since; null while it waits. */
  readonly askedBy: (InvoiceNumber & { readonly id: Id<"invoice"> }) | null;
}

type Row = Omit<CarriedTotal, "askedBy"> & { invoiceId: Id<"invoice"> | null } & {
  [Key in keyof InvoiceNumber]: InvoiceNumber[Key] | null;
};

/** What a run carried over, for whom, and where it was asked since; by family, `count` payers at most. */
export async function carriedBy(
  reads: Reads,
  run: Id<"run">,
  count: number,
): Promise<readonly CarriedTotal[]> {
  const rows = await reads.rows<Row>(
    "billing_carried_by",
    `select t.household_id as "householdId", coalesce(h.label, '') as household,
            coalesce(g.first_name || ' ' || g.last_name, '') as payer, t.lines, t.cents,
            i.id as "invoiceId", i.series, i.year, i.number
     from (select w.household_id, w.guardian_id, w.invoice_id, count(*) as lines, sum(c.amount_cents)::integer as cents
           from carried_charge w join charge c on c.id = w.charge_id
           where w.run_id = $1
           group by w.household_id, w.guardian_id, w.invoice_id) t
     left join invoice i on i.id = t.invoice_id
     left join families_household_card h on h.household_id = t.household_id
     left join lateral (select first_name, last_name from families_guardian_card
                        where guardian_id = t.guardian_id limit 1) g on true
     order by h.label, t.household_id, t.guardian_id, i.series, i.year, i.number
     limit $2`,
    [run, count],
  );
  return rows.map(({ invoiceId: id, series, year, number, ...total }) => ({
    ...total,
    askedBy:
      id === null || series === null || year === null || number === null
        ? null
        : { id, series, year, number },
  }));
}
