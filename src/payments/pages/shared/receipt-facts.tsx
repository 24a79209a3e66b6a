import { invoiceNumber } from "#billing";
import { cents, formatCents, type Id } from "#kernel";
import { Notice, SummaryList, type Fact } from "#platform";

import type { DeskReceipt } from "../../desk/desk-receipt.ts";
import { priceWords } from "../../basket/words.fr.ts";
import { words as shared } from "../../desk/words.fr.ts";
import { texts } from "../agent/desk/take-texts.fr.ts";

const words = texts.receipt;

/** What a receipt says, line by line: for its page, its print and its mail. */
export function receiptLines(receipt: DeskReceipt): readonly (readonly [term: string, value: string])[] {
  const { facts } = words;
  const { means, handed, drawer, bank, reference, depositYear, depositNumber } = receipt;
  const line = (term: string, value: string | null): readonly (readonly [string, string])[] =>
    value === null ? [] : [[term, value]];
  return [
    [facts.day, shared.moment(receipt.at)],
    [facts.payer, receipt.payer],
    [facts.means, shared.means[means]],
    ...line(facts.handed, handed === null ? null : formatCents(handed)),
    ...line(facts.change, handed === null ? null : formatCents(cents(handed - receipt.cents))),
    ...(means === "cheque"
      ? line(facts.cheque, words.cheque(drawer ?? "", bank ?? "", reference ?? ""))
      : line(facts.reference, reference)),
    [facts.by, receipt.by],
    ...(depositYear === null || depositNumber === null
      ? []
      : line(facts.deposit, words.deposit(shared.number({ year: depositYear, number: depositNumber })))),
  ];
}

/** « Lina, journée du mercredi 2 décembre : 12,40 € » */
export const deskPlaceWords = ({ label, cents: price }: DeskReceipt["places"][number]): string =>
  `${label} : ${priceWords(price)}`;

/** What is left of a payment in the payer's favour, as its receipt was printed. */
export const creditOf = ({ cents: amount, settles }: DeskReceipt) =>
  cents(amount - settles.reduce((sum, one) => sum + one.cents, 0));

interface FactsProps {
  readonly receipt: DeskReceipt;
  /** Where a document is read. */
  readonly invoiceHref: (id: Id<"invoice">) => string | null;
}

/** The facts of a receipt, what it settled, and what became of it. */
export function ReceiptFacts({ receipt, invoiceHref }: FactsProps) {
  const credit = creditOf(receipt);
  const facts: readonly Fact[] = [
    { term: words.facts.amount, value: <strong>{formatCents(receipt.cents)}</strong> },
    ...receiptLines(receipt).map(([term, value]) => ({ term, value })),
    ...(receipt.settles.length === 0
      ? []
      : [
          {
            term: words.facts.pays,
            value: receipt.settles.map((one) => (
              <div>
                <Named href={invoiceHref(one.invoice)}>{invoiceNumber(one)}</Named> : {formatCents(one.cents)}
              </div>
            )),
          },
        ]),
    ...(receipt.places.length === 0
      ? []
      : [
          {
            term: words.facts.places,
            value: receipt.places.map((place) => <div>{deskPlaceWords(place)}</div>),
          },
        ]),
    ...(credit > 0 ? [{ term: words.facts.credit, value: formatCents(credit) }] : []),
  ];
  return (
    <>
      {receipt.refunds.map((refund) => (
        <Notice>
          <p>{refundSentence(refund)}</p>
        </Notice>
      ))}
      <SummaryList facts={facts} />
    </>
  );
}

function Named({ href, children }: { href: string | null; children: string }) {
  return href === null ? <>{children}</> : <a href={href}>{children}</a>;
}

/** « 10,00 € rendus le jeudi 3 décembre : espèces, de la caisse. » */
export const refundSentence = ({ day, cents: amount, means }: DeskReceipt["refunds"][number]): string =>
  words.refunded(amount, Temporal.PlainDate.from(day), words.refundMeans[means]);
