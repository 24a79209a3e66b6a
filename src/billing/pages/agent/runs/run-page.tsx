import {
  BackLink,
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  FormToken,
  Notice,
  Pagination,
  type Correction,
  type Page,
} from "#platform";

import type { Run } from "../../../run/run.ts";
import { AgainForm } from "./again-form.tsx";
import { ActivitiesSection } from "./activities-section.tsx";
import { CarriedSection } from "./carried-section.tsx";
import { DocumentsTable } from "./documents-table.tsx";
import { LeaveOutForms, OdditiesSection } from "./oddities-section.tsx";
import { PaperSection } from "./paper-section.tsx";
import { PayersTable } from "./payers-table.tsx";
import { RunNotices } from "./run-notices.tsx";
import type { RunView } from "./run-view.ts";
import { texts } from "./texts.fr.ts";
import { UnpointedSection } from "./unpointed-section.tsx";
import { waitedWords } from "./waited-words.ts";

/** A run that is still being drafted: how far it is. The page asks for itself again. */
export function draftingPage(run: Run): Page {
  return {
    ...frame(run, []),
    refreshSeconds: 2,
    main: (
      <>
        <h1>{texts.runTitle(run.month)}</h1>
        <Notice title={texts.states.drafting}>
          <p>{texts.progress(run.payersDone, run.payersExpected)}</p>
          <p>{texts.progressMore}</p>
        </Notice>
        <p>
          <a href={`/agent/facturation/${run.id}`}>{texts.refresh}</a>
        </p>
      </>
    ),
  };
}

/** Why a draft issues nothing: prices that lack, sums that wait, or everything is issued. */
function nothingWords({ documents, oddities }: RunView): string {
  const unpriced = oddities.find(({ kind }) => kind === "unpriced");
  if (unpriced !== undefined)
    return unpriced.leftOut < unpriced.count ? texts.onlyUnpriced : texts.onlyLeftOut;
  return documents.length > 0 ? texts.onlyWaiting : texts.nothingDue;
}

/** The review: what keeps the month from being issued, what is odd, then the figures and the payers. */
export function runPage(view: RunView, corrections: readonly Correction[] = []): Page {
  const { run, documents } = view;
  const open = run.state === "draft";
  const due = documents.filter(({ kind }) => kind !== null);
  const count = due.reduce((sum, one) => sum + one.count, 0);
  return {
    ...frame(run, corrections),
    main: (
      <>
        <h1>{texts.runTitle(run.month)}</h1>
        {run.state === "issued" ? (
          <Notice tone="success" title={texts.states.issued}>
            <p>{texts.issued(count)}</p>
          </Notice>
        ) : (
          <p class="lead">{open && count === 0 ? nothingWords(view) : texts.states[run.state]}</p>
        )}
        {run.unpointed !== null && <p>{texts.unpointed.accepted(run.unpointed.by, run.unpointed.reason)}</p>}
        <RunNotices view={view} />
        {run.state !== "abandoned" && <Figures view={view} corrections={corrections} />}
        {open && view.canWrite && <Acts view={view} />}
      </>
    ),
  };
}

/** What a run holds: what is odd first, then its documents, its services and its payers. One given up holds nothing. */
function Figures({ view, corrections }: { view: RunView; corrections: readonly Correction[] }) {
  const { run, documents, payers, page, pages } = view;
  const open = run.state === "draft";
  return (
    <>
      <OdditiesSection view={view} />
      {open && view.canWrite && <LeaveOutForms view={view} corrections={corrections} />}
      {open && <UnpointedSection view={view} corrections={corrections} />}
      <DocumentsTable documents={documents} issued={!open} />
      {waitedWords(view.waited, !open).map((sentence) => (
        <p>{sentence}</p>
      ))}
      {documents.some(({ kind }) => kind !== null) && <PaperSection view={view} />}
      <CarriedSection view={view} />
      <ActivitiesSection month={run.month} totals={view.activities} />
      <PayersTable run={run} payers={payers} />
      <Pagination page={page} pages={pages} href={(n) => `/agent/facturation/${run.id}?page=${n}`} />
    </>
  );
}

/** What remains to be done with a draft: issue it, make it again, give it up. */
function Acts({ view }: { view: RunView }) {
  const { run, documents, formKey } = view;
  const counts = documents.flatMap(({ kind, count }) => (kind === null ? [] : { kind, count }));
  const obstacles = obstaclesOf(view);
  return (
    <>
      {obstacles.length > 0 ? (
        <Notice title={texts.issue.notYet}>
          <ul>
            {obstacles.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <p class="row">
          <ButtonLink href={`/agent/facturation/${run.id}/emettre`}>
            {counts.length === 0 ? texts.issue.nothing : texts.issue.button(counts)}
          </ButtonLink>
        </p>
      )}
      <Card title={texts.again.title}>
        <p>{texts.again.lead}</p>
        <div class="row">
          <AgainForm run={run.id} formKey={formKey} variant="secondary" />
          <form method="post" action={`/agent/facturation/${run.id}/abandonner`}>
            <FormToken />
            <Button variant="warning">{texts.again.abandon}</Button>
          </form>
        </div>
      </Card>
    </>
  );
}

/** What keeps the draft from being issued, each with what to do about it. */
function obstaclesOf({ run, oddities, unpointed, moved }: RunView): readonly string[] {
  const unpriced = oddities.find(({ kind }) => kind === "unpriced");
  const open = unpriced === undefined ? 0 : unpriced.count - unpriced.leftOut;
  return [
    ...(open > 0 ? [texts.refused.unpriced(open)] : []),
    ...(unpointed.length > 0 && run.unpointed === null ? [texts.refused.unpointed(unpointed.length)] : []),
    ...(moved === null || moved === "unknown" ? [] : [texts.refused.stale(moved.payers)]),
  ];
}

/** What every page of a run has around its matter. */
export function frame(run: Run, corrections: readonly Correction[]): Omit<Page, "main"> {
  return {
    title: texts.runTitle(run.month),
    section: "billing",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href="/agent/facturation" label={texts.back} />,
    flash: <ErrorSummary items={corrections} />,
  };
}
