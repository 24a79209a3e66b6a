import { cents } from "#kernel";

import type { OwedAtIssue } from "../../src/billing/account/owed-at-issue.ts";
import type { Invoice, InvoiceLine } from "../../src/billing/account/read-invoice.ts";
import type { SheetOf } from "../../src/billing/pdf/invoice-sheet.ts";
import { newId } from "../builders/canteen.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

/** The line of a meal, on the day of its position. */
export function line(position: number, changes: Partial<InvoiceLine> = {}): InvoiceLine {
  return {
    position,
    chargeId: newId<"charge">(),
    participant: "Lina",
    activity: "Restauration scolaire – Rue",
    unit: "Repas",
    day: day("2026-11-01").add({ days: position }),
    kind: "unit",
    cents: cents(320),
    owed: cents(320),
    sourceKey: `booking:${position}`,
    facts: { why: [{ fact: "amount", euros: "3.20" }], priced: {}, attended: true },
    carriedFrom: null,
    corrects: null,
    dispute: null,
    ...changes,
  };
}

const DESK = {
  name: "Régie Enfance",
  place: "3 rue de l’Église, 80120 Rue",
  hours: "lundi de 9 h à 12 h",
  means: ["espèces", "chèque"],
  chequeOrder: "Régie Enfance",
};

/** An invoice of two meals, except for what is changed. */
export function sheetOf(changes: Partial<Invoice> = {}, known: Partial<OwedAtIssue> = {}): SheetOf {
  const lines = changes.lines ?? [line(1), line(2)];
  const invoice: Invoice = {
    id: newId<"invoice">(),
    series: "F",
    year: 2026,
    number: 12,
    kind: "invoice",
    householdId: newId<"household">(),
    guardianId: newId<"guardian">(),
    month: Temporal.PlainYearMonth.from("2026-11"),
    issuedOn: day("2026-12-05"),
    dueOn: day("2027-01-04"),
    total: cents(lines.reduce((sum, one) => sum + one.cents, 0)),
    payerName: "Mme Claire Lefebvre",
    addressLine: "12 rue du Moulin",
    postcode: "80120",
    commune: "Rue",
    ...changes,
    lines,
  };
  const contact = { phone: "03 22 27 00 00", email: "enfance@exemple.fr", hours: "" };
  const brand = { stylesheet: "", logo: null, contact };
  const address = `https://espace.exemple.fr/factures/${invoice.id}`;
  const owed = { own: cents(Math.max(0, invoice.total)), earlier: [], credit: cents(0), ...known };
  const ways = { online: true, desks: [DESK] };
  return { invoice, owed, ways, authority: { name: "CC Exemple", brand }, address };
}
