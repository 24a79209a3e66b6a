import type { ComponentChildren } from "preact";

import { cents, formatCents, formatDay, formatDayAndYear, signedCents } from "#kernel";
import { DataTable, Details, SummaryList } from "#platform";

import type { Corrections, LineCorrection } from "../../account/corrections.ts";
import type { Invoice, InvoiceLine } from "../../account/read-invoice.ts";
import type { InvoiceStanding } from "../../account/invoice-standing.ts";
import { invoiceNumber } from "../../rules/invoice-number.ts";
import { EntryName } from "./entry-name.tsx";
import { carriedWords, whatWords, whyWords } from "./line-words.ts";
import { texts } from "./texts.fr.ts";

interface InvoiceViewProps {
  readonly invoice: Invoice;
  /** Where another document is read. */
  readonly hrefOf: (id: Invoice["id"]) => string;
  /** Where a payment is told; null where it is not. */
  readonly paymentHref: (id: string) => string | null;
  /** What settled it since, or what it settled. */
  readonly standing: InvoiceStanding;
  /** What later documents correct of its lines. */
  readonly corrections: Corrections;
  /** What stands under a line: its dispute. */
  readonly under: (line: InvoiceLine) => ComponentChildren;
}

/** « Facture F-2026-000077 », its number never cut at the end of a line: it is read out on the telephone. */
export function InvoiceTitle({ invoice }: Pick<InvoiceViewProps, "invoice">) {
  return (
    <h1>
      {texts.kinds[invoice.kind]} <span class="whole">{invoiceNumber(invoice)}</span>
    </h1>
  );
}

/** A document as it was issued: whose, of how much, until when, then its lines, child by child. */
export function InvoiceView(props: InvoiceViewProps) {
  const { invoice, hrefOf, under, corrections } = props;
  const { kind, month, issuedOn, dueOn, total, payerName, addressLine, postcode, commune, lines } = invoice;
  const address = [addressLine, `${postcode} ${commune}`.trim()].filter((text) => text !== "").join(", ");
  const byChild = Map.groupBy(lines, ({ participant }) => participant);
  const years = new Set(lines.map(({ day }) => day.year));
  return (
    <>
      <SummaryList
        facts={[
          { term: texts.month, value: texts.monthOf(month) },
          { term: texts.payer, value: [payerName, address].filter((text) => text !== "").join(", ") },
          { term: texts.issued[kind], value: texts.day(issuedOn) },
          ...(total > 0 ? [{ term: texts.due, value: texts.day(dueOn) }] : []),
          { term: texts.total, value: <strong>{formatCents(total)}</strong> },
          ...settledFacts(props),
        ]}
      />
      {[...byChild].map(([child, own]) => (
        <section>
          <h2>{texts.lines(child)}</h2>
          <LinesTable
            caption={`${texts.kinds[kind]}, ${texts.lines(child)}`}
            lines={own}
            dayWords={years.size > 1 ? formatDayAndYear : formatDay}
            {...{ hrefOf, under, corrections, issuedOn }}
          />
        </section>
      ))}
    </>
  );
}

/** What settled an invoice and what is left of it; what a credit note settled. Nothing where nothing did. */
function settledFacts({ invoice, standing: { open, parts }, hrefOf, paymentHref }: InvoiceViewProps) {
  if (parts.length === 0) return [];
  const list = (
    <ul>
      {parts.map(({ entry, day, cents: amount }) => (
        <li>
          <EntryName entry={entry} invoiceHref={hrefOf} paymentHref={paymentHref} />
          {texts.part(day, amount)}
        </li>
      ))}
    </ul>
  );
  if (invoice.total < 0) return [{ term: texts.settles, value: list }];
  return [
    { term: texts.settledBy, value: list },
    { term: texts.open, value: <strong>{formatCents(open)}</strong> },
  ];
}

type LinesProps = Pick<InvoiceViewProps, "hrefOf" | "under" | "corrections"> & {
  caption: string;
  lines: readonly InvoiceLine[];
  issuedOn: Temporal.PlainDate;
  /** A day, with its year where the document has days of several. */
  dayWords: (day: Temporal.PlainDate) => string;
};

function LinesTable({ caption, lines, issuedOn, dayWords, hrefOf, under, corrections }: LinesProps) {
  const several = lines.length > 1;
  const sum = lines.reduce((total, line) => total + line.cents, 0);
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        {
          header: texts.columns.day,
          rowHeader: true,
          cell: ({ day }) => dayWords(day),
          total: several ? texts.total : undefined,
        },
        {
          header: texts.columns.what,
          cell: (line) => (
            <>
              {whatWords(line)}
              {carriedWords(line).map((sentence) => (
                <p class="hint">{sentence}</p>
              ))}
            </>
          ),
        },
        {
          header: texts.columns.why,
          cell: (line) => (
            <>
              <Why line={line} issuedOn={issuedOn} hrefOf={hrefOf} />
              <Corrected by={corrections.get(line.sourceKey) ?? []} hrefOf={hrefOf} />
              {under(line)}
            </>
          ),
        },
        {
          header: texts.columns.amount,
          numeric: true,
          cell: (line) => formatCents(line.cents),
          total: several ? formatCents(cents(sum)) : undefined,
        },
      ]}
      rows={lines}
    />
  );
}

/** What later documents changed of a line, each with the way to it. */
function Corrected({ by, hrefOf }: { by: readonly LineCorrection[] } & Pick<InvoiceViewProps, "hrefOf">) {
  return (
    <>
      {by.map((one) => (
        <p>
          <a href={hrefOf(one.id)}>{texts.corrected(one.kind, invoiceNumber(one))}</a>{" "}
          {signedCents(one.cents)}
        </p>
      ))}
    </>
  );
}

function Why({
  line,
  issuedOn,
  hrefOf,
}: { line: InvoiceLine; issuedOn: Temporal.PlainDate } & Pick<InvoiceViewProps, "hrefOf">) {
  return (
    <Details summary={texts.why}>
      {line.corrects !== null && (
        <p>
          <a href={hrefOf(line.corrects.id)}>{texts.corrects(invoiceNumber(line.corrects))}</a>
        </p>
      )}
      <ul>
        {whyWords(line, issuedOn).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </Details>
  );
}
