import { capitalise, formatDayAndYear, formatTime, parisDateTime } from "#kernel";
import { Card, ChangeList, Details, EmptyState, type Change, type Page } from "#platform";

import type { HistoryEntry, HistoryPage } from "../../../receipts/household-history.ts";
import { changeCount, lineWords } from "../../../rules/line-words.ts";
import { whoDidIt } from "../../../rules/who-did-it.ts";
import { texts } from "./texts.fr.ts";

/** Beyond this many lines of one act, they are folded under their count. */
const SHOWN_AT_ONCE = 6;

/** What happened to the family's bookings, act by act, newest first. */
export function historyPage({ entries, before }: HistoryPage, first: boolean): Page {
  const acts = Map.groupBy(
    entries,
    (entry) => entry.submissionKey ?? `${entry.at.toString()} ${entry.reason ?? ""}`,
  );
  return {
    title: texts.title,
    section: "history",
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        {entries.length === 0 && (
          <EmptyState title={texts.empty.title}>
            <p>{texts.empty.sentence}</p>
          </EmptyState>
        )}
        {[...acts.values()].map((act) => (
          <Act entries={act} />
        ))}
        <p class="row">
          {before !== null && <a href={`/historique?avant=${before}`}>{texts.older}</a>}
          {!first && <a href="/historique">{texts.newest}</a>}
        </p>
      </>
    ),
  };
}

function Act({ entries }: { entries: readonly HistoryEntry[] }) {
  const [first] = entries;
  if (first === undefined) return null;
  const local = parisDateTime(first.at);
  const when = `${formatDayAndYear(local.toPlainDate())} à ${formatTime(local.toPlainTime())}`;
  const count = changeCount(
    entries.map(({ act, unitName }) => ({ act: act === "booked" ? "book" : "cancel", unitName })),
  );
  const lines = <ChangeList changes={entries.toReversed().map(changeOf)} />;
  return (
    <Card title={capitalise(when)}>
      <p>{whoDidIt(first)}</p>
      {entries.length > SHOWN_AT_ONCE ? (
        <Details summary={`${count} – ${texts.seeLines}`}>{lines}</Details>
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
  const booked = entry.act === "booked";
  return {
    tone: booked ? "added" : "removed",
    word: booked ? texts.booked : texts.cancelled,
    what: lineWords(entry),
  };
}
