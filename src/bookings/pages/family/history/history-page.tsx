import { capitalise, formatDayAndYear, formatTime, parisDateTime, type Id } from "#kernel";
import { Card, ChangeList, Details, EmptyState, type Change, type Page } from "#platform";

import type { HistoryEntry, HistoryPage } from "../../../receipts/household-history.ts";
import type { UnchangedForm } from "../../../receipts/unchanged-forms.ts";
import { enrolmentActLine, enrolmentActWords, type EnrolmentAct } from "../../../rules/enrolment-act.ts";
import { historyActWords, movedSite } from "../../../rules/history-act.ts";
import { historyFacts, historyFactWords } from "../../../rules/history-facts.ts";
import { lineWords } from "../../../rules/line-words.ts";
import { notedWord } from "../../../rules/noted-word.ts";
import { outcomeWords } from "../../../rules/outcome-sentence.ts";
import { whoDidIt } from "../../../rules/who-did-it.ts";
import { texts } from "./texts.fr.ts";

/** Beyond this many lines of one act, they are folded under their count. */
const SHOWN_AT_ONCE = 6;

/** What happened to the family's bookings, act by act, newest first. */
export function historyPage(
  { entries, before }: HistoryPage,
  { unchanged, enrolments }: { unchanged: readonly UnchangedForm[]; enrolments: readonly EnrolmentAct[] },
  first: boolean,
): Page {
  const cards = [
    ...historyFacts(entries).map((fact) => ({ at: fact[0].at, card: <Fact entries={fact} /> })),
    ...unchanged.map((form) => ({ at: form.at, card: <Unchanged form={form} /> })),
    ...[
      ...Map.groupBy(enrolments, ({ at, by, reason }) => `${at.toString()} ${by} ${reason ?? ""}`).values(),
    ].flatMap((acts) =>
      acts[0] === undefined
        ? []
        : [{ at: acts[0].at, card: <Enrolled acts={[acts[0], ...acts.slice(1)]} /> }],
    ),
  ].toSorted((a, b) => Temporal.Instant.compare(b.at, a.at));
  return {
    title: texts.title,
    section: "history",
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <p>
          <a href="/presences">{texts.attended}</a>
        </p>
        {cards.length === 0 && (
          <EmptyState title={texts.empty.title}>
            <p>{texts.empty.sentence}</p>
          </EmptyState>
        )}
        {cards.map(({ card }) => card)}
        {(before !== null || !first) && (
          <p class="row">
            {before !== null && <a href={`/historique?avant=${before}`}>{texts.older}</a>}
            {!first && <a href="/historique">{texts.newest}</a>}
          </p>
        )}
      </>
    ),
  };
}

function Fact({ entries }: { entries: readonly [HistoryEntry, ...HistoryEntry[]] }) {
  const [first] = entries;
  const when = momentOf(first.at);
  const lines = <ChangeList changes={entries.toReversed().map(changeOf)} />;
  return (
    <Card title={capitalise(when)}>
      <p>{whoDidIt(first)}</p>
      {entries.length > SHOWN_AT_ONCE ? (
        <Details summary={historyFactWords(entries)}>{lines}</Details>
      ) : (
        lines
      )}
      {first.submissionKey !== null && <ReceiptLink submissionKey={first.submissionKey} when={when} />}
    </Card>
  );
}

/** Enrolments that were made, changed or ended together. */
function Enrolled({ acts }: { acts: readonly [EnrolmentAct, ...EnrolmentAct[]] }) {
  const changes = acts.map((one) => ({ ...enrolmentActWords(one.act), what: enrolmentActLine(one) }));
  return (
    <Card title={capitalise(momentOf(acts[0].at))}>
      <p>{whoDidIt(acts[0])}</p>
      <ChangeList changes={changes} />
      <p>
        <a href="/inscriptions">
          {texts.enrolments}
          <span class="vh"> : {momentOf(acts[0].at)}</span>
        </a>
      </p>
    </Card>
  );
}

/** A form that changed nothing: « Rien n’a changé : 2 demandes refusées », and its receipt. */
function Unchanged({ form }: { form: UnchangedForm }) {
  const when = momentOf(form.at);
  const refused = form.outcomes.filter((outcome) => outcomeWords(outcome, null).kind === "refused").length;
  return (
    <Card title={capitalise(when)}>
      <p>{whoDidIt(form)}</p>
      <p>{texts.unchanged(refused)}</p>
      <ReceiptLink submissionKey={form.key} when={when} />
    </Card>
  );
}

function ReceiptLink({ submissionKey, when }: { submissionKey: Id<"submission">; when: string }) {
  return (
    <p>
      <a href={`/recus/${submissionKey}`}>
        {texts.receipt}
        <span class="vh"> : {when}</span>
      </a>
    </p>
  );
}

function momentOf(at: Temporal.Instant): string {
  const local = parisDateTime(at);
  return `${formatDayAndYear(local.toPlainDate())} à ${formatTime(local.toPlainTime())}`;
}

function changeOf(entry: HistoryEntry): Change {
  const site = movedSite(entry);
  const what = site === null ? lineWords(entry) : `${lineWords(entry)}, ${site}`;
  return {
    ...historyActWords(entry.act),
    what: entry.noted === null ? what : `${what} – ${notedWord(entry.noted)}`,
  };
}
