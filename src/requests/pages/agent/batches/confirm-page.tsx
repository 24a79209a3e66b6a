import {
  BackLink,
  Button,
  DataTable,
  ErrorSummary,
  FormToken,
  TextArea,
  type Correction,
  type Page,
} from "#platform";

import type { BatchAct } from "../../../batches/batch.ts";
import type { DecidedRequest } from "../../../deciding/decided-request.ts";
import { fieldsOf } from "../../../rules/form.ts";
import { numberWords } from "../../../words.fr.ts";
import { LONGEST_SAID } from "../one/decision-forms.tsx";
import { texts } from "./texts.fr.ts";

interface ConfirmView {
  readonly act: BatchAct;
  readonly requests: readonly DecidedRequest[];
  readonly motif: string;
  readonly corrections: readonly Correction[];
  readonly formKey: string;
}

/** Whether accepting it would write over what somebody changed: that is decided on its own page. */
const isAlone = (act: BatchAct, { changes }: DecidedRequest): boolean =>
  act === "accept" && changes.some(({ conflict }) => conflict);

/** What deciding these requests together does, before it is done: each with what it changes, and one reason for all. */
export function confirmPage({ act, requests, motif, corrections, formKey }: ConfirmView): Page {
  const { columns } = texts;
  const together = requests.filter((one) => !isAlone(act, one));
  return {
    title: texts.title[act],
    section: "requests-desk",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href="/agent/demarches" label={texts.back} />,
    flash: <ErrorSummary items={corrections} />,
    main: (
      <>
        <h1>{texts.title[act]}</h1>
        <p class="lead">{texts.lead[act](together.length)}</p>
        <p>{texts.each}</p>
        <DataTable
          caption={texts.title[act]}
          captionHidden
          rows={requests}
          columns={[
            {
              header: columns.request,
              rowHeader: true,
              cell: ({ request: { requestId, kindLabel, number } }) => (
                <a href={`/agent/demarches/${requestId}`}>{`${kindLabel}, ${numberWords(number)}`}</a>
              ),
            },
            { header: columns.by, cell: ({ request }) => request.by },
            ...(act === "refuse"
              ? []
              : [
                  {
                    header: columns.does,
                    cell: (one: DecidedRequest) =>
                      isAlone(act, one) ? <strong>{texts.alone}</strong> : <Does {...one} />,
                  },
                ]),
          ]}
        />
        {together.length > 0 && (
          <form method="post" action="/agent/demarches/ensemble">
            <FormToken />
            <input type="hidden" name="cle" value={formKey} />
            <input type="hidden" name="acte" value={act} />
            {together.map(({ request, seen }) => (
              <input type="hidden" name="ligne" value={`${request.requestId}:${seen}`} />
            ))}
            <TextArea
              name="motif"
              label={texts.said[act]}
              hint={texts.saidHint}
              value={motif}
              maxLength={LONGEST_SAID}
              correction={corrections.find(({ field }) => field === "motif")?.message}
            />
            {act === "refuse" && <p class="soft">{texts.appeal}</p>}
            <p class="row">
              <Button variant={act === "refuse" ? "warning" : undefined}>{texts.button[act]}</Button>
              <a href="/agent/demarches">{texts.leave}</a>
            </p>
          </form>
        )}
      </>
    ),
  };
}

/** What accepting this one writes, line by line. */
function Does({ form, changes, consequences }: DecidedRequest) {
  const labels = new Map(fieldsOf(form).map(({ name, label }) => [name, label]));
  const lines = [
    ...changes.map(({ field, now, wanted }) =>
      texts.change(labels.get(field) ?? field, now || texts.empty, wanted || texts.empty),
    ),
    ...consequences.map(({ what, now, after }) => texts.change(what, now || texts.empty, after)),
  ];
  if (lines.length === 0) return <>{texts.nothing}</>;
  return (
    <ul>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}
