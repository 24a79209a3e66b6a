import { formatCents } from "#kernel";
import { DataTable } from "#platform";

import type { DocumentCount } from "../../../run/review.ts";
import { texts } from "./texts.fr.ts";

/** What a run issues, or issued: how many documents of each kind, and what waits. */
export function DocumentsTable({
  documents,
  issued,
}: {
  documents: readonly DocumentCount[];
  issued: boolean;
}) {
  if (documents.length === 0) return null;
  return (
    <DataTable
      caption={issued ? texts.due.issuedTitle : texts.due.title}
      columns={[
        {
          header: texts.due.kind,
          rowHeader: true,
          cell: ({ kind, count }) => (kind === null ? texts.due.waiting : texts.due.documents(kind, count)),
        },
        { header: texts.due.count, numeric: true, cell: ({ count }) => count.toLocaleString("fr-FR") },
        { header: texts.due.total, numeric: true, cell: (one) => formatCents(one.cents) },
      ]}
      rows={documents}
    />
  );
}
