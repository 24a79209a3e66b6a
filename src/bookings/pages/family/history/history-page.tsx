import { capitalise, formatDayAndYear, formatTime, parisDateTime } from "#kernel";
import { Card, ChangeList, Details, EmptyState, type Change, type Page } from "#platform";

import type { HistoryEntry, HistoryPage } from "../../../receipts/household-history.ts";
import { historyActWords } from "../../../rules/history-act.ts";
import { historyFacts, historyFactWords } from "../../../rules/history-facts.ts";
import { lineWords } from "../../../rules/line-words.ts";
import { notedWord } from "../../../rules/noted-word.ts";
import { whoDidIt } from "../../../rules/who-did-it.ts";
import { texts } from "./texts.fr.ts";

/** Beyond this many lines of one act, they are folded under their count. */
const SHOWN_AT_ONCE = 6;

/** What happened to the family's bookings, act by act, newest first. */
export function historyPage({ entries, before }: HistoryPage, first: boolean): Page {
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
        {entries.length === 0 && (
          <EmptyState title={texts.empty.title}>
            <p>{texts.empty.sentence}</p>
          </EmptyState>
        )}
        {historyFacts(entries).map((fact) => (
          <Fact entries={fact} />
        ))}
        <p class="row">
          {before !== null && <a href={`/historique?avant=${before}`}>{texts.older}</a>}
          {!first && <a href="/historique">{texts.newest}</a>}
        </p>
      </>
    ),
  };
}

function Fact({ entries }: { entries: readonly [HistoryEntry, ...HistoryEntry[]] }) {
  const [first] = entries;
  const local = parisDateTime(first.at);
  const when = `${formatDayAndYear(local.toPlainDate())} à ${formatTime(local.toPlainTime())}`;
  const lines = <ChangeList changes={entries.toReversed().map(changeOf)} />;
  return (
    <Card title={capitalise(when)}>
      <p>{whoDidIt(first)}</p>
      {entries.length > SHOWN_AT_ONCE ? (
        <Details summary={historyFactWords(entries)}>{lines}</Details>
      ) : (
        lines
      )}
      {first.submissionKey !== null && (
        <p>
          <a href={`/recus/${first.submissionKey}`}>
            {texts.receipt}
            <span class="vh"> : {when}</span>
          </a>
        </p>
      )}
    </Card>
  );
}

function changeOf(entry: HistoryEntry): Change {
  const what = lineWords(entry);
  return {
    ...historyActWords(entry.act),
    what: entry.noted === null ? what : `${what} – ${notedWord(entry.noted)}`,
  };
}
