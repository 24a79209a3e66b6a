import { BackLink, DataTable, Notice, type Page } from "#platform";

import type { Batch, BatchLine } from "../../../batches/batch.ts";
import { numberWords } from "../../../words.fr.ts";
import { texts } from "./texts.fr.ts";

const { report: words } = texts;
const REFRESH_SECONDS = 2;

/** How far requests that are decided together have come, then what became of each. */
export function reportPage({ batch, lines }: { batch: Batch; lines: readonly BatchLine[] }): Page {
  const { columns } = texts;
  const over = batch.doneAt !== null;
  const answered = lines.filter(({ outcome }) => outcome !== null).length;
  const done = lines.filter(({ outcome }) => outcome === "done").length;
  return {
    title: words.title,
    section: "requests-desk",
    dense: true,
    ...(!over && { refreshSeconds: REFRESH_SECONDS }),
    before: <BackLink href="/agent/demarches" label={texts.back} />,
    main: (
      <>
        <h1>{words.title}</h1>
        {over ? (
          <Notice
            tone={done === lines.length ? "success" : "warning"}
            title={words.done(done, lines.length)}
          />
        ) : (
          <>
            <p class="lead">{words.under(answered, lines.length)}</p>
            <p>{words.underMore}</p>
          </>
        )}
        <DataTable
          caption={words.title}
          captionHidden
          rows={lines}
          columns={[
            {
              header: columns.request,
              rowHeader: true,
              cell: ({ requestId, kindLabel, number }) => (
                <a href={`/agent/demarches/${requestId}`}>{`${kindLabel}, ${numberWords(number)}`}</a>
              ),
            },
            { header: columns.by, cell: ({ by }) => by },
            { header: columns.outcome, cell: outcomeWords },
          ]}
        />
      </>
    ),
  };
}

function outcomeWords({ outcome, sentence }: BatchLine): string {
  if (outcome === null) return words.waiting;
  return sentence === "" ? words.outcomes[outcome] : `${words.outcomes[outcome]} ${sentence}`;
}
