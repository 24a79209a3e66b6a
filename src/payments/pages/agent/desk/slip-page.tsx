import { cents, formatCents, formatDayAndYear, formatShortDate } from "#kernel";
import { BackLink, DataTable, Notice, SummaryList, type Page } from "#platform";

import type { Deposit } from "../../../desk/journal.ts";
import type { KeptRegie } from "../../../desk/regie.ts";
import { DENOMINATIONS } from "../../../desk/rules/cash-count.ts";
import type { SlipItem } from "../../../desk/slip.ts";
import { words as shared } from "../../../desk/words.fr.ts";
import { differenceOf } from "./deposit-page.tsx";
import { texts } from "./texts.fr.ts";

const words = texts.deposits;

interface SlipView {
  readonly regie: KeptRegie;
  readonly deposit: Deposit;
  readonly items: readonly SlipItem[];
  readonly made: boolean;
}

/** A slip: what left, and the cheques or the notes and coins that it lists. */
export function slipPage(view: SlipView): Page {
  const { regie, deposit, items, made } = view;
  const base = `/agent/regie/${regie.id}`;
  const difference = differenceOf(deposit);
  const title = words.slip.title(shared.number(deposit));
  return {
    title,
    section: "regie",
    dense: true,
    before: <BackLink href={`${base}/versements`} label={words.title} />,
    ...(made
      ? {
          flash: (
            <Notice tone="success" announce>
              <p>{words.slip.made}</p>
            </Notice>
          ),
        }
      : {}),
    main: (
      <>
        <h1>{title}</h1>
        <SummaryList
          facts={[
            { term: words.slip.regie, value: regie.name },
            { term: words.columns.day, value: formatDayAndYear(deposit.day) },
            { term: words.columns.means, value: shared.means[deposit.means] },
            { term: words.columns.amount, value: <strong>{formatCents(deposit.cents)}</strong> },
            { term: words.columns.by, value: deposit.by },
          ]}
        />
        {difference !== 0 && (
          <Notice tone="warning" title={words.slip.difference(difference)}>
            <p>{texts.journal.because(deposit.explanation ?? "")}</p>
          </Notice>
        )}
        {items.length > 0 && <Items items={items} base={base} />}
        {deposit.counted !== null && <Counted counted={deposit.counted} />}
        <p>
          <a href={`${base}/bordereaux/${deposit.id}/bordereau.pdf`} download>
            {words.slip.print}
          </a>
        </p>
      </>
    ),
  };
}

function Items({ items, base }: Pick<SlipView, "items"> & { base: string }) {
  const { item } = words;
  return (
    <DataTable
      caption={words.choose}
      captionHidden
      columns={[
        {
          header: item.number,
          rowHeader: true,
          cell: (one) => <a href={`${base}/quittances/${one.payment}`}>{shared.number(one)}</a>,
        },
        { header: item.day, cell: ({ day }) => formatShortDate(day) },
        { header: item.drawer, cell: ({ drawer, payer }) => drawer ?? payer },
        { header: item.bank, cell: ({ bank }) => bank ?? "" },
        { header: item.reference, cell: ({ reference }) => reference ?? "" },
        { header: item.amount, numeric: true, cell: (one) => formatCents(one.cents) },
      ]}
      rows={items}
    />
  );
}

/** The notes and coins of a slip that were counted, the largest first. */
export function countedRows(counted: NonNullable<Deposit["counted"]>) {
  return DENOMINATIONS.flatMap((value) => {
    const count = counted[String(value)] ?? 0;
    return count === 0 ? [] : [{ value, count, cents: cents(value * count) }];
  });
}

function Counted({ counted }: { counted: NonNullable<Deposit["counted"]> }) {
  const told = words.slip.counted;
  return (
    <DataTable
      caption={told.what}
      captionHidden
      columns={[
        { header: told.what, rowHeader: true, cell: ({ value }) => words.note(value) },
        { header: told.count, numeric: true, cell: ({ count }) => String(count) },
        { header: told.amount, numeric: true, cell: (one) => formatCents(one.cents) },
      ]}
      rows={countedRows(counted)}
    />
  );
}
