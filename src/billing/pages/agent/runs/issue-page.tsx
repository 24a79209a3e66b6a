import { formatCents } from "#kernel";
import { BackLink, Button, FormToken, Notice, type Page } from "#platform";

import type { DocumentCount } from "../../../run/review.ts";
import type { Run } from "../../../run/run.ts";
import type { WaitedBefore } from "../../../run/waited-before.ts";
import { frame } from "./run-page.tsx";
import { texts } from "./texts.fr.ts";
import { waitedWords } from "./waited-words.ts";

/** What becomes final: the last look before the month is issued. */
export function issuePage(
  run: Run,
  documents: readonly DocumentCount[],
  { waited, dueOn, today }: { waited: WaitedBefore; dueOn: Temporal.PlainDate; today: Temporal.PlainDate },
): Page {
  const lastDay = run.month.toPlainDate({ day: run.month.daysInMonth });
  const counts = documents.flatMap(({ kind, count }) => (kind === null ? [] : { kind, count }));
  const title = texts.issue.title(run.month);
  return {
    ...frame(run, []),
    title,
    before: <BackLink href={`/agent/facturation/${run.id}`} label={texts.issue.back} />,
    main: (
      <>
        <h1>{title}</h1>
        {counts.length === 0 ? (
          <p>{documents.length > 0 ? texts.onlyWaiting : texts.nothingDue}</p>
        ) : (
          <Notice tone="warning" title={texts.issue.lead}>
            <ul>
              {documents.map(({ kind, count, cents }) => (
                <li>
                  {kind === null
                    ? `${texts.due.waiting} : ${formatCents(cents)}`
                    : texts.issue.line(count, texts.due.documents(kind, count), cents)}
                </li>
              ))}
            </ul>
            {counts.some(({ kind }) => kind !== "credit_note") && <p>{texts.issue.dueOn(dueOn)}</p>}
          </Notice>
        )}
        {waitedWords(waited, false).map((sentence) => (
          <p>{sentence}</p>
        ))}
        {Temporal.PlainDate.compare(today, lastDay) < 0 && (
          <Notice tone="warning" title={texts.issue.early.title}>
            <p>{texts.issue.early.sentence(lastDay)}</p>
          </Notice>
        )}
        <ul>
          {texts.issue.final.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
        <form method="post" action={`/agent/facturation/${run.id}/emettre`}>
          <FormToken />
          <Button>{counts.length === 0 ? texts.issue.nothing : texts.issue.button(counts)}</Button>
        </form>
      </>
    ),
  };
}
