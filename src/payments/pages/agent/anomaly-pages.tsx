import { cents, formatCents } from "#kernel";
import {
  BackLink,
  Button,
  Card,
  DataTable,
  EmptyState,
  ErrorSummary,
  FormToken,
  Notice,
  Radios,
  SummaryList,
  TextArea,
  TextField,
  type Correction,
  type Page,
} from "#platform";

import type { Anomaly, SilentAttempt } from "../../anomalies/anomalies.ts";
import type { ReportDifference } from "../../anomalies/report-differences.ts";
import type { LatePlace } from "../../basket/attempt-places.ts";
import { LatePlaces } from "./late-places.tsx";
import { DifferencesTable } from "./differences-table.tsx";
import { texts as paid } from "./paid-texts.fr.ts";
import { texts as refunds } from "./refund-requests/texts.fr.ts";
import { texts } from "./texts.fr.ts";

const words = texts.list;

interface ListView {
  readonly anomalies: readonly Anomaly[];
  readonly differences: readonly ReportDifference[];
  readonly silent: readonly SilentAttempt[];
  readonly late: readonly LatePlace[];
  readonly maySet: boolean;
  /** How many families ask for their money back. */
  readonly requests: number;
  /** The reference that was looked for and not found; empty where none was. */
  readonly reference: string;
}

/** What does not match, and what has no answer. */
export function paymentsPage(view: ListView): Page {
  const { anomalies, differences, silent, late, maySet, requests, reference } = view;
  return {
    title: words.title,
    section: "payments",
    dense: true,
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <p class="row">
          <a href="/agent/paiements/releves">{words.reports}</a>
          <a href="/agent/paiements/remboursements">{refunds.link(requests)}</a>
          {maySet && <a href="/agent/paiements/reglages">{words.settings}</a>}
        </p>
        <h2>{words.anomalies}</h2>
        {anomalies.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneMore}</p>
          </EmptyState>
        ) : (
          <DataTable
            caption={words.anomalies}
            captionHidden
            columns={[
              {
                header: words.columns.refdet,
                rowHeader: true,
                cell: ({ id, refdet }) => <a href={`/agent/paiements/ecarts/${id}`}>{refdet}</a>,
              },
              { header: words.columns.at, cell: ({ at }) => texts.moment(at) },
              { header: words.columns.amount, numeric: true, cell: ({ amount }) => formatCents(amount) },
              {
                header: words.columns.what,
                cell: ({ differences }) => differences.map(texts.difference).join(" ; "),
              },
            ]}
            rows={anomalies}
          />
        )}
        {differences.length > 0 && (
          <>
            <h2>{words.differences}</h2>
            <DifferencesTable caption={words.differences} differences={differences} />
          </>
        )}
        <LatePlaces places={late} />
        {silent.length > 0 && <Silent silent={silent} />}
        <FindPayment reference={reference} />
      </>
    ),
  };
}

function FindPayment({ reference }: Pick<ListView, "reference">) {
  return (
    <Card title={paid.searchTitle}>
      {reference !== "" && (
        <Notice tone="warning" announce>
          <p>{paid.searchNone(reference)}</p>
        </Notice>
      )}
      <form method="get" action="/agent/paiements">
        <TextField
          name="reference"
          label={paid.search}
          hint={paid.searchHint}
          value={reference}
          maxLength={30}
        />
        <Button variant="secondary">{paid.searchSubmit}</Button>
      </form>
    </Card>
  );
}

function Silent({ silent }: Pick<ListView, "silent">) {
  return (
    <>
      <h2>{words.silent}</h2>
      <p>{words.silentMore}</p>
      <DataTable
        caption={words.silent}
        captionHidden
        columns={[
          { header: words.columns.refdet, rowHeader: true, cell: ({ refdet }) => refdet },
          { header: words.columns.at, cell: ({ at }) => texts.moment(at) },
          { header: words.columns.amount, numeric: true, cell: ({ amount }) => formatCents(amount) },
          {
            header: words.columns.family,
            cell: ({ id, householdId }) => (
              <>
                <a href={`/agent/familles/${householdId}`}>{words.see}</a>
                <form method="post" action={`/agent/paiements/${id}/interroger`}>
                  <FormToken />
                  <Button variant="secondary">{words.ask}</Button>
                </form>
              </>
            ),
          },
        ]}
        rows={silent}
      />
    </>
  );
}

interface AnomalyView {
  readonly anomaly: Anomaly;
  readonly corrections: readonly Correction[];
  readonly typed: { readonly decision: string; readonly motif: string };
}

/** One difference, what was asked and what came, and the form that settles it. */
export function anomalyPage({ anomaly, corrections, typed }: AnomalyView): Page {
  const told = texts.anomaly;
  return {
    title: told.title,
    section: "payments",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href="/agent/paiements" label={told.back} />,
    flash: <ErrorSummary items={corrections} />,
    main: (
      <>
        <h1>{told.title}</h1>
        <SummaryList
          facts={[
            { term: words.columns.refdet, value: anomaly.refdet },
            { term: words.columns.at, value: texts.moment(anomaly.at) },
            { term: words.columns.amount, value: formatCents(anomaly.amount) },
            {
              term: words.columns.what,
              value: anomaly.differences.map((one) => <div>{texts.difference(one)}</div>),
            },
            {
              term: words.columns.family,
              value: <a href={`/agent/familles/${anomaly.householdId}`}>{words.see}</a>,
            },
          ]}
        />
        {anomaly.outcome === null ? (
          <Settle {...{ anomaly, corrections, typed }} />
        ) : (
          <Notice tone="success" title={told.saved}>
            <p>{told.settled(anomaly.settledBy ?? "", anomaly.why ?? "")}</p>
          </Notice>
        )}
      </>
    ),
  };
}

function Settle({ anomaly, corrections, typed }: AnomalyView) {
  const told = texts.anomaly;
  const correction = (field: string) => corrections.find((one) => one.field === field)?.message;
  const saysPaid = anomaly.answer.outcome === "paid";
  return (
    <form method="post" action={`/agent/paiements/ecarts/${anomaly.id}`}>
      <FormToken />
      <Radios
        name="decision"
        legend={told.outcome}
        value={typed.decision}
        options={[
          ...(saysPaid
            ? [{ value: "recorded", label: told.outcomes.recorded(cents(anomaly.answer.amount)) }]
            : []),
          { value: "set_aside", label: told.outcomes.set_aside },
        ]}
        correction={correction("decision")}
      />
      <TextArea
        name="motif"
        label={told.why}
        hint={told.whyHint}
        value={typed.motif}
        maxLength={500}
        correction={correction("motif")}
      />
      <Button>{told.submit}</Button>
    </form>
  );
}
