import { Button, Details, FormToken, Notice } from "#platform";
import { holeSentence } from "#pricing";

import { AgainForm } from "./again-form.tsx";
import { MovedList } from "./moved-list.tsx";
import type { RunView } from "./run-view.ts";
import { texts } from "./texts.fr.ts";

/** What an agent must know before reading the figures of a run: they are out of date, given up, or were set aside. */
export function RunNotices({ view }: { view: RunView }) {
  return (
    <>
      <StaleNotice view={view} />
      <AbandonedNotice view={view} />
      <NotKeptNotice view={view} />
    </>
  );
}

function StaleNotice({ view: { run, moved, formKey, canWrite } }: { view: RunView }) {
  if (moved === null) return null;
  if (moved === "unknown")
    return (
      <Notice title={texts.moved.maybeTitle}>
        <p>{texts.moved.maybe}</p>
        {canWrite && (
          <p>
            <a href={`/agent/facturation/${run.id}/emettre`}>{texts.moved.compare}</a>
          </p>
        )}
      </Notice>
    );
  return (
    <Notice tone="warning" title={texts.refused.staleTitle}>
      <p>{texts.refused.stale(moved.payers)}</p>
      <MovedList moved={moved} />
      {canWrite && <AgainForm run={run.id} formKey={formKey} />}
    </Notice>
  );
}

/** A draft that was given up leads to the one that replaces it, or begins the month again in one click. */
function AbandonedNotice({ view: { run, open, formKey, canWrite } }: { view: RunView }) {
  if (run.state !== "abandoned") return null;
  return (
    <Notice title={texts.states.abandoned}>
      {open === undefined ? (
        <>
          <p>{texts.abandoned.nothingOpen(run.month)}</p>
          {canWrite && (
            <form method="post" action={`/agent/facturation/${run.id}/recalculer`}>
              <FormToken />
              <input type="hidden" name="cle" value={formKey} />
              <Button>{texts.abandoned.again(run.month)}</Button>
            </form>
          )}
        </>
      ) : (
        <p>
          <a href={`/agent/facturation/${open}`}>{texts.abandoned.other(run.month)}</a>
        </p>
      )}
    </Notice>
  );
}

function NotKeptNotice({ view: { notKept } }: { view: RunView }) {
  if (notKept.length === 0) return null;
  return (
    <Details summary={texts.notKept.title(notKept.length)} open>
      <p>{texts.notKept.lead}</p>
      <ul>
        {notKept.map(({ household, facts, why, now }) => (
          <li>
            {texts.notKept.line(
              household,
              facts.kind === "unpriced"
                ? texts.odd.unpriced(
                    facts.what,
                    [Temporal.PlainDate.from(facts.day)],
                    holeSentence(facts.hole),
                  )
                : "",
              why,
              now,
            )}
          </li>
        ))}
      </ul>
    </Details>
  );
}
