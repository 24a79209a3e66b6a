import { formatDay } from "#kernel";
import { Button, Card, DataTable, Details, FormToken, TextField, type Correction } from "#platform";

import { LONGEST_REASON } from "./limits.ts";
import type { RunView } from "./run-view.ts";
import { texts } from "./texts.fr.ts";

/** As many rows are shown at once: more would hide the totals below. */
const FEW = 8;

/** The days that nobody pointed, and the form that bills them all the same. */
export function UnpointedSection(props: { view: RunView; corrections: readonly Correction[] }) {
  const { view, corrections } = props;
  const { run, unpointed, canWrite } = view;
  if (unpointed.length === 0) return null;
  return (
    <Card title={texts.unpointed.title(unpointed.length)}>
      <p>{run.unpointed === null ? texts.unpointed.lead : texts.unpointed.leadAccepted}</p>
      <Details summary={texts.unpointed.which} open={unpointed.length <= FEW}>
        <DataTable
          caption={texts.unpointed.title(unpointed.length)}
          captionHidden
          columns={[
            { header: texts.unpointed.day, rowHeader: true, cell: ({ day }) => formatDay(day) },
            { header: texts.unpointed.activity, cell: ({ activity }) => activity.name },
            { header: texts.unpointed.bookings, numeric: true, cell: ({ bookings }) => bookings },
          ]}
          rows={unpointed}
        />
      </Details>
      {canWrite && run.unpointed === null && (
        <form method="post" action={`/agent/facturation/${run.id}/sans-pointage`}>
          <FormToken />
          <TextField
            name="motif"
            label={texts.unpointed.reason}
            maxLength={LONGEST_REASON}
            correction={corrections.find(({ field }) => field === "motif")?.message}
          />
          <Button variant="secondary">{texts.unpointed.submit}</Button>
        </form>
      )}
    </Card>
  );
}
