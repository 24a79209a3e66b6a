import type { Authority } from "#identity";
import { cents, formatCents, formatShortDate, joinList, type Cents } from "#kernel";
import { qrCode } from "#platform";

import type { OwedAtIssue } from "../account/owed-at-issue.ts";
import type { Invoice, InvoiceLine } from "../account/read-invoice.ts";
import type { PayWays } from "../account/settling.ts";
import type { KeptFacts } from "../owed/owed-charges.ts";
import { payTexts } from "../pages/shared/pay-texts.fr.ts";
import { deskWords } from "../pages/shared/pay-words.ts";
import {
  announcedWords,
  attendedWords,
  isUnbooked,
  carriedWords,
  whatWords,
  whyWords,
} from "../pages/shared/line-words.ts";
import { texts as words } from "../pages/shared/texts.fr.ts";
import { invoiceNumber } from "../rules/invoice-number.ts";
import { texts } from "./texts.fr.ts";

/** What `invoice.typ` prints: words and amounts, nothing left to decide. */
export interface InvoiceSheet {
  readonly title: string;
  readonly subtitle: string;
  readonly authority: { readonly name: string; readonly lines: readonly string[] };
  /** The address that a window envelope shows. */
  readonly payer: readonly string[];
  readonly summary: readonly { readonly label: string; readonly amount: string; readonly strong: boolean }[];
  /** What earlier documents ask, each with its own date: never under the date of this one. */
  readonly earlier: {
    readonly heading: string;
    readonly debts: readonly string[];
    readonly apart: string;
  } | null;
  readonly parts: readonly InvoicePart[];
  readonly pay: {
    readonly heading: string;
    readonly lines: readonly string[];
    /** The address alone: long, and cut anywhere. */
    readonly address: string;
    readonly qr: string;
    readonly qrLabel: string;
  };
  readonly notes: readonly string[];
}

interface InvoicePart {
  readonly heading: string;
  readonly lines: readonly {
    readonly day: string;
    readonly label: string;
    readonly why: string;
    readonly amount: string;
  }[];
  readonly totalLabel: string;
  readonly total: string;
}

/** What a sheet is made from. */
export interface SheetOf {
  readonly invoice: Invoice;
  /** What it asked when it was issued, and what was asked before it. */
  readonly owed: OwedAtIssue;
  readonly authority: Pick<Authority, "name" | "brand">;
  /** Where and by what means it is paid today. */
  readonly ways: PayWays;
  /** Where the family reads the document. */
  readonly address: string;
}

/** A document of any kind as it is printed. The same document gives the same sheet, whenever it is asked for. */
export function invoiceSheet({ invoice, owed, authority, ways, address }: SheetOf): InvoiceSheet {
  const { kind, lines, payerName, addressLine, postcode, commune } = invoice;
  const { phone, email, hours } = authority.brand.contact;
  const parts = Map.groupBy(lines, ({ participant, activity }) => `${participant}\n${activity}`);
  return {
    title: words.title(kind, invoice),
    subtitle: subtitleOf(invoice),
    authority: {
      name: authority.name,
      lines: filled([phone === "" ? "" : texts.phone(phone), email, hours]),
    },
    payer: filled([payerName, addressLine, `${postcode} ${commune}`.trim()]),
    summary: summaryOf(invoice, owed),
    earlier: earlierOf(invoice, owed),
    parts: [...parts.values()].map((own) => partOf(own, invoice.issuedOn)),
    pay: {
      ...payWords({ invoice, owed, authority, ways }),
      address,
      qr: qrCode(address),
      qrLabel: texts.pay.qrLabel(address),
    },
    notes: [texts.notes.dispute(kind, phone), texts.notes.correction, texts.notes.appeal(authority.name)],
  };
}

/** « Services de novembre 2026, émis le … . Corrige la facture F-2026-000012. » */
function subtitleOf({ kind, month, issuedOn, lines }: Invoice): string {
  const first = texts.subtitle(kind, month, issuedOn);
  const numbers = new Set(
    lines.flatMap(({ corrects }) => (corrects === null ? [] : invoiceNumber(corrects))),
  );
  if (numbers.size === 0) return first;
  return `${first} ${texts.corrects(joinList([...numbers].toSorted().map(texts.ofInvoice)))}`;
}

/** What this document asks, by its own date; what is in the payer's favour settles it first. */
function summaryOf({ kind, total, dueOn }: Invoice, { own, credit }: OwedAtIssue): InvoiceSheet["summary"] {
  const row = (label: string, amount: Cents, strong = false) => ({
    label,
    amount: formatCents(amount),
    strong,
  });
  const { summary } = texts;
  const rows = [row(summary.total(kind), total)];
  if (total > own) rows.push(row(summary.credited, cents(total - own)));
  if (total > 0 && own > 0) rows.push(row(summary.due(dueOn), own, true));
  else if (total >= 0) rows.push(row(summary.even, cents(0), true));
  else if (total + credit < 0) rows.push(row(summary.deducted, cents(0 - total - credit)));
  if (credit > 0) rows.push(row(summary.credit, credit, total < 0));
  return rows;
}

function earlierOf({ kind, issuedOn }: Invoice, { earlier }: OwedAtIssue): InvoiceSheet["earlier"] {
  if (earlier.length === 0) return null;
  return {
    heading: texts.earlier.heading(issuedOn),
    debts: earlier.map(({ document, open, until }) =>
      texts.earlier.debt(document === null ? null : words.title(document.kind, document), open, until),
    ),
    apart: texts.earlier.apart(kind),
  };
}

function partOf(lines: readonly InvoiceLine[], issuedOn: Temporal.PlainDate): InvoicePart {
  const [first] = lines;
  const child = words.lines(first?.participant ?? "");
  const said = new Map<string, string>();
  return {
    heading: texts.part(child, first?.activity ?? ""),
    lines: lines.map((line) => ({
      day: formatShortDate(line.day),
      label: labelOf(line),
      why: [...carriedWords(line), newReasons(line, said), ...ofItsDay(line, issuedOn)]
        .filter((text) => text !== "")
        .join(" "),
      amount: formatCents(line.cents),
    })),
    totalLabel: texts.partTotal,
    total: formatCents(cents(lines.reduce((sum, line) => sum + line.cents, 0))),
  };
}

/** The activity is the part's heading: a line says the unit, or what else it is. */
function labelOf(line: InvoiceLine): string {
  const short = whatWords({ ...line, activity: "" });
  return short === "" ? line.activity : short;
}

/** Why a line costs what it costs; twenty meals of one price say it once, under the first. */
function newReasons(line: InvoiceLine, said: Map<string, string>): string {
  const like = `${line.kind} ${line.unit} ${line.cents}`;
  const own = reasons(line);
  if (said.get(like) === own) return "";
  said.set(like, own);
  return own;
}

function reasons(line: InvoiceLine): string {
  const { facts, corrects } = line;
  return [
    ...(corrects === null ? [] : [`${words.corrects(invoiceNumber(corrects))}.`]),
    ...whyWords({ ...line, facts: facts === null || "gone" in facts ? facts : withoutDay(facts) }),
  ].join(" ");
}

/** What was said and noted of the day is of this line only. */
function withoutDay({ why, priced }: KeptFacts): KeptFacts {
  return { why, priced, attended: null };
}

/** An announced absence, or that nobody had noted the day, is told on each line: it is of that day, and may be disputed. */
function ofItsDay(line: InvoiceLine, issuedOn: Temporal.PlainDate): readonly string[] {
  const { facts } = line;
  if (facts === null || "gone" in facts) return [];
  return [
    ...announcedWords(facts, line.owed),
    ...(facts.attended === null || isUnbooked(line) ? attendedWords(line, facts, issuedOn) : []),
  ];
}

function payWords(of: Omit<SheetOf, "address">): { heading: string; lines: string[] } {
  const { invoice, owed } = of;
  const { pay } = texts;
  const asks = owed.own > 0 || owed.earlier.length > 0;
  const reference = pay.reference(invoiceNumber(invoice));
  const first = owed.own > 0 ? reference : owed.credit > 0 ? pay.credit(owed.credit) : pay.nothing;
  return {
    heading: asks ? payTexts.title : pay.readHeading,
    lines: [...(asks ? waysWords(of) : []), first, pay.read],
  };
}

/** On line, at each desk; where there is neither, whom to ask. */
function waysWords({ ways, authority }: Pick<SheetOf, "ways" | "authority">): readonly string[] {
  const told = [...(ways.online ? [payTexts.online] : []), ...ways.desks.map(deskWords)];
  return told.length > 0 ? told : [payTexts.ask(authority.name, authority.brand.contact.phone)];
}

const filled = (lines: readonly string[]) => lines.filter((line) => line !== "");
