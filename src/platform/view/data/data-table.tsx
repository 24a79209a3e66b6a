import type { ComponentChildren } from "preact";

export type Column<Row> = {
  header: string;
  cell: (row: Row) => ComponentChildren;
  /** Figures: aligned on the right, all digits of one width. */
  numeric?: boolean | undefined;
  /** The cell that names its row. */
  rowHeader?: boolean | undefined;
  /** Shown under the column, in the last row. */
  total?: ComponentChildren;
};

export type DataTableProps<Row> = {
  caption: ComponentChildren;
  /** The heading above says the same: the caption is then for those who do not see the page. */
  captionHidden?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
};

/**
 * A dense table with a heading that stays in sight. On a telephone each row becomes a card
 * whose lines name their column; roles are explicit because CSS display would drop them.
 */
export function DataTable<Row>({ caption, captionHidden, columns, rows }: DataTableProps<Row>) {
  return (
    <table class="table table-cards" role="table">
      <caption class={captionHidden ? "vh" : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th role="columnheader" scope="col" class={numberClass(column)}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row">
            {columns.map((column) => (
              <Cell column={column} content={column.cell(row)} />
            ))}
          </tr>
        ))}
      </tbody>
      {columns.some((column) => column.total !== undefined) && (
        <tfoot role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <Cell column={column} content={column.total} />
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

type CellProps<Row> = { column: Column<Row>; content: ComponentChildren };

function Cell<Row>({ column, content }: CellProps<Row>) {
  const shared = { class: numberClass(column), "data-label": column.header };
  // One block beside the column's name on a telephone: a link, a hint and a text are not three columns there.
  const block = typeof content === "object" && content !== null ? <div>{content}</div> : content;
  return column.rowHeader ? (
    <th role="rowheader" scope="row" {...shared}>
      {block}
    </th>
  ) : (
    <td role="cell" {...shared}>
      {block}
    </td>
  );
}

function numberClass(column: { numeric?: boolean | undefined }): string | undefined {
  return column.numeric ? "num" : undefined;
}
