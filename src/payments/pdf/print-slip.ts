import type { Authority } from "#identity";
import { formatCents, formatDayAndYear, formatShortDate, parisInstant } from "#kernel";
import { printPdf, type Answer } from "#platform";

import type { Deposit } from "../desk/journal.ts";
import type { KeptRegie } from "../desk/regie.ts";
import type { SlipItem } from "../desk/slip.ts";
import { words as shared } from "../desk/words.fr.ts";
import { differenceOf } from "../pages/agent/desk/deposit-page.tsx";
import { countedRows } from "../pages/agent/desk/slip-page.tsx";
import { texts } from "../pages/agent/desk/texts.fr.ts";

const words = texts.deposits;

/** The slip of a deposit as a file to print and to sign: « bordereau-2026-000003.pdf ». */
export async function slipFile(of: {
  authority: Pick<Authority, "name" | "brand">;
  regie: KeptRegie;
  deposit: Deposit;
  items: readonly SlipItem[];
}): Promise<Answer> {
  const { authority, regie, deposit, items } = of;
  const number = shared.number(deposit);
  const difference = differenceOf(deposit);
  return {
    kind: "file",
    name: words.slip.file(number),
    type: "application/pdf",
    body: await printPdf({
      template: "src/payments/pdf/slip.typ",
      data: {
        title: words.slip.title(number),
        authority: { name: authority.name, lines: [regie.name] },
        lead: [
          `${words.columns.day} : ${formatDayAndYear(deposit.day)}.`,
          `${words.columns.means} : ${shared.means[deposit.means]}.`,
          `${words.columns.by} : ${deposit.by}.`,
          ...(difference === 0
            ? []
            : [`${words.slip.difference(difference)}, ${texts.journal.because(deposit.explanation ?? "")}.`]),
        ],
        ...tableOf(deposit, items),
        total: `${texts.journal.total} : ${formatCents(deposit.cents)}`,
        signatures: [words.slip.signature, words.slip.received],
      },
      at: parisInstant(deposit.day, new Temporal.PlainTime()),
    }),
  };
}

function tableOf({ counted }: Deposit, items: readonly SlipItem[]) {
  if (counted !== null) {
    const { what, count, amount } = words.slip.counted;
    return {
      columns: [what, count, amount],
      rows: countedRows(counted).map((row) => [
        words.note(row.value),
        String(row.count),
        formatCents(row.cents),
      ]),
    };
  }
  const { number, day, drawer, bank, reference, amount } = words.item;
  return {
    columns: [number, day, drawer, bank, reference, amount],
    rows: items.map((one) => [
      shared.number(one),
      formatShortDate(one.day),
      one.drawer ?? one.payer,
      one.bank ?? "",
      one.reference ?? "",
      formatCents(one.cents),
    ]),
  };
}
