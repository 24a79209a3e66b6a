import { formatDayAndYear } from "#kernel";
import {
  BackLink,
  Button,
  ErrorSummary,
  FormToken,
  Notice,
  Radios,
  SummaryList,
  TextArea,
  type Correction,
  type Page,
} from "#platform";

import { mayRecord, type ReportDifference } from "../../anomalies/report-differences.ts";
import { amount } from "./differences-table.tsx";
import { texts as reports } from "./report-texts.fr.ts";
import { texts } from "./texts.fr.ts";

const words = reports.difference;

interface DifferenceView {
  readonly difference: ReportDifference;
  readonly corrections: readonly Correction[];
  readonly typed: { readonly decision: string; readonly motif: string };
}

/** One difference with a report: what is here, what is there, what to do, and the form that settles it. */
export function differencePage(view: DifferenceView): Page {
  const { difference, corrections } = view;
  const { outcome, settledBy, why } = difference;
  return {
    title: words.title,
    section: "payments",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href={`/agent/paiements/releves/${difference.reportId}`} label={words.back} />,
    flash: <ErrorSummary items={corrections} />,
    main: (
      <>
        <h1>{words.title}</h1>
        <Notice title={reports.what(difference)}>
          <p>{reports.todo[difference.kind]}</p>
          {difference.paid && (difference.kind === "contradicted" || difference.kind === "not_opened") && (
            <p>{words.already}</p>
          )}
        </Notice>
        <SummaryList facts={factsOf(difference)} />
        {outcome === null ? (
          <Settle {...view} />
        ) : (
          <Notice tone="success" title={texts.anomaly.saved}>
            <p>{words.settled[outcome](settledBy ?? "", why ?? "")}</p>
          </Notice>
        )}
      </>
    ),
  };
}

function factsOf(difference: ReportDifference) {
  const { refdet, day, here, there, reportId, line, householdId, attemptId, paid } = difference;
  const report = line === null ? reports.report.title(difference.fileName) : reports.report.line(line);
  return [
    ...(refdet === null ? [] : [{ term: words.refdet, value: refdet }]),
    ...(day === null ? [] : [{ term: words.day, value: formatDayAndYear(day) }]),
    { term: words.there, value: amount(there) },
    { term: words.here, value: amount(here) },
    { term: words.report, value: <a href={`/agent/paiements/releves/${reportId}`}>{report}</a> },
    ...(householdId === null
      ? []
      : [{ term: words.family, value: <a href={`/agent/familles/${householdId}`}>{words.seeFamily}</a> }]),
    ...(paid && attemptId !== null
      ? [{ term: words.payment, value: <a href={`/agent/paiements/${attemptId}`}>{words.seePayment}</a> }]
      : []),
  ];
}

function Settle({ difference, corrections, typed }: DifferenceView) {
  const correction = (field: string) => corrections.find((one) => one.field === field)?.message;
  const { there } = difference;
  return (
    <form method="post" action={`/agent/paiements/releves/ecarts/${difference.id}`}>
      <FormToken />
      <Radios
        name="decision"
        legend={texts.anomaly.outcome}
        value={typed.decision}
        options={[
          ...(mayRecord(difference) && there !== null
            ? [{ value: "recorded", label: words.outcomes.recorded(there) }]
            : []),
          { value: "set_aside", label: words.outcomes.set_aside },
        ]}
        correction={correction("decision")}
      />
      <TextArea
        name="motif"
        label={texts.anomaly.why}
        hint={words.whyHint}
        value={typed.motif}
        maxLength={500}
        correction={correction("motif")}
      />
      <Button>{texts.anomaly.submit}</Button>
    </form>
  );
}
