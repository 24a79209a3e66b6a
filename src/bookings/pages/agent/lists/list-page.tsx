import { DataTable, EmptyState, ErrorSummary, Notice, Select, type Page } from "#platform";

import type { ScopedUnit } from "../../../occupancy/units-in-scope.ts";
import { addressOf, type Chosen, type DaysToCorrect } from "../filters/chosen.ts";
import { FilterForm } from "../filters/filter-form.tsx";
import { cellOnPage, type ListTable } from "./list-table.ts";
import { texts } from "./texts.fr.ts";

/** Which list. */
export type ListKind = keyof typeof texts.kinds;

/** What the page is drawn from. */
export interface ListView {
  kind: ListKind;
  all: readonly ScopedUnit[];
  chosen: Chosen;
  table: ListTable;
}

/** The lists' address. */
export const PATH = "/agent/listes";
/** A page that a browser of a small computer draws at once; the file has every line. */
const SHOWN = 500;

/** A list of people: how many first, then who. */
export function listPage({ kind, all, chosen, table }: ListView): Page {
  const shown = table.lines.slice(0, SHOWN);
  return {
    title: `${texts.title} : ${texts.kinds[kind]}`,
    section: "lists",
    dense: true,
    main: (
      <>
        <h1>{texts.title}</h1>
        <Filter kind={kind} all={all} chosen={chosen} />
        {table.lines.length === 0 ? (
          <EmptyState title={texts.nobody}>
            <p>{texts.nobodyMore}</p>
          </EmptyState>
        ) : (
          <>
            <p class="lead">{table.count}</p>
            {shown.length < table.lines.length && (
              <Notice>{texts.cut(shown.length, table.lines.length)}</Notice>
            )}
            <p class="row no-print">
              <a href={addressOf(`${PATH}/export.csv`, chosen, { quoi: kind })} download>
                {texts.csv}
              </a>
              <span class="hint">{texts.print}</span>
            </p>
            <DataTable
              caption={texts.kinds[kind]}
              rows={shown}
              columns={table.columns.flatMap((header, index) =>
                table.fileOnly.has(header)
                  ? []
                  : {
                      header,
                      rowHeader: index === 0,
                      numeric: typeof shown[0]?.[index] === "number",
                      cell: (line: ListTable["lines"][number]) => cellOnPage(line[index] ?? ""),
                    },
              )}
            />
          </>
        )}
      </>
    ),
  };
}

/** Days that cannot be listed: the form as it was typed, with what to write instead. */
export function daysAgainPage(asked: Pick<ListView, "kind" | "all"> & { days: DaysToCorrect }): Page {
  const { kind, all, days } = asked;
  return {
    title: `${texts.title} : ${texts.kinds[kind]}`,
    section: "lists",
    dense: true,
    toCorrect: true,
    flash: <ErrorSummary items={days.corrections} />,
    main: (
      <>
        <h1>{texts.title}</h1>
        <Filter kind={kind} all={all} chosen={days} />
      </>
    ),
  };
}

function Filter({ kind, all, chosen }: Pick<ListView, "kind" | "all"> & { chosen: Chosen | DaysToCorrect }) {
  return (
    <FilterForm path={PATH} all={all} chosen={chosen} kept={{ quoi: kind }}>
      <Select
        name="quoi"
        label={texts.which}
        value={kind}
        options={Object.entries(texts.kinds).map(([value, label]) => ({ value, label }))}
      />
    </FilterForm>
  );
}
