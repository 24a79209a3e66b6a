import { Button, Card, FormToken } from "#platform";

import { AT_ONCE } from "../../../paper/paper-invoices.ts";
import type { RunView } from "./run-view.ts";
import { texts } from "./texts.fr.ts";

/** How many documents go by post; once they are issued, the one file that prints them all. */
export function PaperSection({ view: { run, onPaper, print, canWrite } }: { view: RunView }) {
  if (onPaper === 0) return <p>{texts.paper.none}</p>;
  if (run.state !== "issued") return <p>{texts.paper.due(onPaper)}</p>;
  const base = `/agent/facturation/${run.id}`;
  const ready = onPaper <= AT_ONCE || (print !== undefined && print.endedAt !== null);
  return (
    <Card title={texts.paper.title}>
      <p>{texts.paper.issued(onPaper)}</p>
      {ready ? (
        <p>
          <a href={`${base}/papier.pdf`} download>
            {texts.paper.download}
          </a>
        </p>
      ) : print === undefined ? (
        canWrite && (
          <form method="post" action={`${base}/papier`}>
            <FormToken />
            <Button variant="secondary">{texts.paper.ask}</Button>
          </form>
        )
      ) : (
        <p>
          {texts.paper.progress(print.done, print.total)} <a href={base}>{texts.refresh}</a>
        </p>
      )}
    </Card>
  );
}
