import { formatMonth } from "#kernel";
import {
  Button,
  Card,
  DataTable,
  EmptyState,
  ErrorSummary,
  FormToken,
  Select,
  type Correction,
  type Page,
} from "#platform";

import type { Run } from "../../../run/run.ts";
import { texts } from "./texts.fr.ts";

/** What the form that prepares a month needs. */
interface StartFields {
  readonly formKey: string;
  readonly months: readonly Temporal.PlainYearMonth[];
}

/** What the page shows. */
interface ListView {
  readonly runs: readonly Run[];
  /** Null for who may only read. */
  readonly form: StartFields | null;
  readonly disputes: number;
  readonly corrections: readonly Correction[];
}

/** The months that were billed, and the form that prepares another. */
export function listPage({ runs, form, disputes, corrections }: ListView): Page {
  return {
    title: texts.title,
    section: "billing",
    dense: true,
    toCorrect: corrections.length > 0,
    flash: <ErrorSummary items={corrections} />,
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <p>
          <a href="/agent/facturation/contestations">{texts.disputes(disputes)}</a>
        </p>
        {runs.length === 0 ? (
          <EmptyState title={texts.runs.none}>{form !== null && <p>{texts.runs.noneMore}</p>}</EmptyState>
        ) : (
          <Runs runs={runs} />
        )}
        {form !== null && <StartForm {...form} corrections={corrections} />}
      </>
    ),
  };
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return (
    <DataTable
      caption={texts.runs.title}
      columns={[
        {
          header: texts.runs.month,
          rowHeader: true,
          cell: ({ id, month }) => <a href={`/agent/facturation/${id}`}>{formatMonth(month)}</a>,
        },
        { header: texts.runs.state, cell: ({ state }) => texts.states[state] },
        { header: texts.runs.by, cell: ({ byLabel }) => byLabel },
        { header: texts.runs.ended, cell: ({ endedBy }) => endedBy ?? "–" },
      ]}
      rows={runs}
    />
  );
}

function StartForm({ formKey, months, corrections }: StartFields & { corrections: readonly Correction[] }) {
  return (
    <Card title={texts.start.title}>
      <form method="post" action="/agent/facturation">
        <FormToken />
        <input type="hidden" name="cle" value={formKey} />
        <Select
          name="mois"
          label={texts.start.month}
          hint={texts.start.hint}
          options={months.map((month) => ({ value: month.toString(), label: formatMonth(month) }))}
          correction={corrections.find(({ field }) => field === "mois")?.message}
        />
        <Button>{texts.start.submit}</Button>
      </form>
    </Card>
  );
}
