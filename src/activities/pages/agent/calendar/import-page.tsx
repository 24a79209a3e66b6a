import { BackLink, Button, Card, ChangeList, DataTable, FormToken, type Page } from "#platform";

import type { CalendarImportReport } from "../../../calendar/import-school-calendar.ts";
import type { OpeningChange } from "../../../calendar/opening-change.ts";
import { ImportForm } from "./forms.tsx";
import { OpeningList } from "./opening-list.tsx";
import { texts } from "./texts.fr.ts";

/** What a file would change, the lines that are not taken, and the text again to correct it. */
export function importPage(text: string, report: CalendarImportReport, change: OpeningChange): Page {
  const changes = report.added.length + report.changed.length > 0;
  return {
    title: texts.import.check,
    section: "calendar",
    dense: true,
    before: <BackLink href="/agent/calendrier" label={texts.back} />,
    main: (
      <>
        <h1>{texts.import.check}</h1>
        <p class="lead">{changes ? texts.nothingDone : texts.import.nothing}</p>
        {report.refusals.length > 0 && (
          <DataTable
            caption={texts.import.refusals(report.refusals.length)}
            rows={report.refusals}
            columns={[
              {
                header: texts.import.line,
                rowHeader: true,
                cell: ({ line }) => texts.import.lineNumber(line),
              },
              { header: texts.import.why, cell: ({ message }) => message },
            ]}
          />
        )}
        {changes && (
          <>
            <Periods report={report} />
            <OpeningList change={change} />
            <form method="post" action="/agent/calendrier/import/enregistrer">
              <FormToken />
              <input type="hidden" name="texte" value={text} />
              <Button variant={change.closed.length > 0 ? "warning" : "primary"}>{texts.import.save}</Button>
            </form>
          </>
        )}
        <ImportForm title={texts.import.again} text={text} corrections={[]} />
      </>
    ),
  };
}

function Periods({ report }: { report: CalendarImportReport }) {
  const { added, changed, unchanged, kept } = report;
  return (
    <Card title={texts.import.changes}>
      <ChangeList
        changes={[
          ...added.map((period) => ({
            tone: "added" as const,
            word: texts.import.added,
            what: texts.import.period(period),
          })),
          ...changed.map(({ before, after }) => ({
            tone: "on" as const,
            word: texts.import.changed,
            what: texts.import.period(after),
            detail: texts.import.was(before),
          })),
        ]}
      />
      {unchanged.length > 0 && <p>{texts.import.unchanged(unchanged.length)}</p>}
      {kept.length > 0 && <p>{texts.import.kept(kept.length)}</p>}
    </Card>
  );
}
