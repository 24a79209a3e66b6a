import { cents, type Cents, type Id } from "#kernel";
import type { Reads } from "#platform";

import type { AccountReach } from "../account/reach.ts";
import { allocate } from "../rules/allocation.ts";
import { carePaid, type CareLine, type CarePaid } from "../rules/care-paid.ts";
import type { Payer } from "../rules/owed.ts";
import { payerKey } from "../rules/payers-in-order.ts";
import { certify, type CertifiedCare } from "../rules/tax-certificate.ts";
import { readCareParts, type Care } from "./care-parts.ts";

/** What one payer paid for care in a calendar year. */
export interface TaxCertificate {
  readonly guardianId: Id<"guardian">;
  readonly payer: string;
  readonly year: number;
  readonly children: readonly TaxChild[];
  /** What can be declared, of all children. */
  readonly cents: Cents;
  readonly cesu: Cents;
  /** Payments of the year that no invoice has used yet. */
  readonly waiting: Cents;
}

/** The care of one child, certified or not. */
export interface TaxChild extends CertifiedCare, Pick<Care, "participantId" | "name" | "birthDate"> {
  readonly services: readonly TaxService[];
}

/** What was paid for one service. */
export interface TaxService extends Pick<Care, "activity" | "site"> {
  readonly cents: Cents;
  readonly cesu: Cents;
}

type Line = CareLine & Payer & { readonly payer: string };
type Paid = CarePaid & { readonly care: Care };

/** What each payer within reach paid for care in a year, by child; who paid nothing for care in it has none. */
export async function readTaxCertificates(
  reads: Reads,
  reach: AccountReach,
  year: number,
): Promise<readonly TaxCertificate[]> {
  const lines = await careLines(reads, reach);
  const invoices = lines.flatMap(({ invoiceId }) => invoiceId ?? []);
  const { parts, cares } = await readCareParts(reads, invoices, reach.withheldIds);
  // An adult who pays in two households has two accounts, and declares both.
  return [...Map.groupBy(lines, ({ guardianId }) => guardianId)].flatMap(([guardianId, own]) => {
    const accounts = [...Map.groupBy(own, (line) => payerKey(line)).values()];
    const paid = accounts
      .flatMap((account) => carePaid(account, parts))
      .flatMap((one): Paid | [] => {
        const care = cares.get(one.key);
        return one.year === year && care !== undefined ? { ...one, care } : [];
      });
    const children = childrenOf(paid, year);
    if (children.length === 0) return [];
    return {
      guardianId,
      payer: own[0]?.payer ?? "",
      year,
      children,
      cents: total(children.map((child) => child.cents)),
      cesu: total(children.map((child) => child.cesu)),
      waiting: total(accounts.map((account) => unused(account, year))),
    };
  });
}

function childrenOf(paid: readonly Paid[], year: number): readonly TaxChild[] {
  return [...Map.groupBy(paid, ({ care }) => care.participantId).values()].flatMap((own): TaxChild | [] => {
    const [first] = own;
    if (first === undefined) return [];
    const { participantId, name, birthDate } = first.care;
    const services = [...Map.groupBy(own, ({ key }) => key).values()].flatMap((some): TaxService | [] => {
      const [one] = some;
      if (one === undefined) return [];
      const { activity, site } = one.care;
      const amounts = {
        cents: total(some.map((paidFor) => paidFor.cents)),
        cesu: total(some.map(({ cesu }) => cesu)),
      };
      return { activity, site, ...amounts };
    });
    return { participantId, name, birthDate, ...certify(own, birthDate, year), services };
  });
}

/** What of the payments of a year has settled nothing yet. */
function unused(account: readonly Line[], year: number): Cents {
  const { credit } = allocate(account);
  const paid = account.filter(({ kind, day }) => kind === "payment" && day.year === year);
  return total(paid.map(({ id }) => credit.get(id) ?? cents(0)));
}

function total(amounts: readonly number[]): Cents {
  return cents(amounts.reduce((sum, one) => sum + one, 0));
}

function careLines(reads: Reads, { householdIds, onlyGuardian, ownGuardian }: AccountReach): Promise<Line[]> {
  return reads.rows<Line>(
    "billing_care_lines",
    `select e.id, e.household_id as "householdId", e.guardian_id as "guardianId", e.kind, e.amount_cents as cents,
            e.day, e.invoice_id as "invoiceId", i.due_on as "dueOn", e.toward,
            e.toward_cents as shares, e.reverses,
            coalesce(e.means = 'cesu', false) as cesu, e.admits, coalesce(g.name, '') as payer
     from ledger_entry e
     left join invoice i on i.id = e.invoice_id
     left join (select guardian_id, first_name || ' ' || last_name as name from families_guardian_name) g
       on g.guardian_id = e.guardian_id
     where (e.household_id = any ($1::uuid[]) or e.guardian_id = $3) and ($2::uuid is null or e.guardian_id = $2)
     order by g.name, e.guardian_id, e.id`,
    [householdIds, onlyGuardian, ownGuardian],
  );
}
