import { cents, formatCents, formatDayAndYear } from "#kernel";
import { confirmationPage, DataTable, Notice, type Page } from "#platform";

import type { Count } from "../../../desk/close-day.ts";
import type { KeptRegie } from "../../../desk/regie.ts";
import { words as shared } from "../../../desk/words.fr.ts";
import { texts } from "./texts.fr.ts";

const words = texts.closing;

interface ConfirmClosing {
  readonly regie: KeptRegie;
  readonly day: Temporal.PlainDate;
  readonly counts: readonly Count[];
  readonly explanation: string;
  /** What was typed, sent again as it is. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What closing a day would make final: what was counted against what should be there. */
export function confirmClosingPage({ regie, day, counts, explanation, fields }: ConfirmClosing): Page {
  const action = `/agent/regie/${regie.id}/cloture`;
  const cash = counts.find(({ means }) => means === "cash");
  const difference = cents(cash === undefined ? 0 : cash.counted - cash.expected);
  return confirmationPage({
    title: words.confirm.title(day),
    section: "regie",
    back: { href: `${action}?jour=${day.toString()}`, label: words.confirm.again },
    does: (
      <>
        <Notice tone={difference === 0 ? "info" : "warning"}>
          <p>{words.confirm.final(day)}</p>
          {difference !== 0 && <p>{words.confirm.difference(difference)}</p>}
        </Notice>
        {counts.length === 0 ? (
          <p>{words.confirm.nothing}</p>
        ) : (
          <DataTable
            caption={formatDayAndYear(day)}
            captionHidden
            columns={[
              { header: words.confirm.what, rowHeader: true, cell: ({ means }) => shared.means[means] },
              {
                header: words.confirm.expected,
                numeric: true,
                cell: ({ expected }) => formatCents(expected),
              },
              { header: words.confirm.counted, numeric: true, cell: ({ counted }) => formatCents(counted) },
              {
                header: words.confirm.gap,
                numeric: true,
                cell: ({ expected, counted }) => formatCents(cents(counted - expected)),
              },
            ]}
            rows={counts}
          />
        )}
        {explanation !== "" && (
          <p>
            {words.explanation} : {explanation}
          </p>
        )}
      </>
    ),
    action,
    fields: { ...fields, confirme: "1" },
    button: { label: words.submit, variant: "warning" },
  });
}
