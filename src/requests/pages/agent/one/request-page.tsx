import { joinList } from "#kernel";
import { silenceSentence } from "#messaging";
import {
  BackLink,
  Card,
  DataTable,
  ErrorSummary,
  Notice,
  StateLabel,
  SummaryList,
  type Page,
} from "#platform";

import type { DecidedRequest } from "../../../deciding/decided-request.ts";
import { askedFields } from "../../../rules/form-walk.ts";
import { fieldsOf, type Answers } from "../../../rules/form.ts";
import { silenceNearness } from "../../../rules/silence.ts";
import { isOpen } from "../../../rules/states.ts";
import { numberWords, stateTones, stateWords } from "../../../words.fr.ts";
import { answerWords } from "../../shared/answer-words.ts";
import { texts as shared } from "../../shared/texts.fr.ts";
import { Timeline } from "../../shared/timeline.tsx";
import { texts } from "../texts.fr.ts";
import { DecisionForms } from "./decision-forms.tsx";
import type { RequestView } from "./request-view.ts";

/** A request as an agent reads it and decides: what it says beside the file, what happened, what may be done. */
export function requestPage(view: RequestView): Page {
  const { decided, certified, today, done, corrections } = view;
  const { request, history } = decided;
  const title = `${numberWords(request.number)} : ${request.kindLabel}`;
  return {
    title,
    section: "requests-desk",
    dense: true,
    toCorrect: corrections.length > 0,
    islands: ["insert-reply.js"],
    before: <BackLink href="/agent/demarches" label={texts.one.back} />,
    flash:
      done === undefined ? (
        <ErrorSummary items={corrections} />
      ) : (
        <Notice tone="success" title={texts.one.done[done]} announce />
      ),
    main: (
      <>
        <h1>{title}</h1>
        <p class="row">
          <StateLabel tone={stateTones[request.state]} word={stateWords[request.state]} />
          {request.urgent && isOpen(request.state) && <StateLabel tone="late" word={texts.one.urgent} />}
          <span>{texts.one.asks(request.by)}</span>
          {request.takenBy !== null && <span>{texts.one.takeOver(request.takenBy)}</span>}
          <a href={`/agent/familles/${request.householdId}`}>{texts.one.family}</a>
        </p>
        <p class="soft small">{texts.one.logged}</p>
        {isOpen(request.state) && <Delay decided={decided} today={today} />}
        <Said {...view} />
        {isOpen(request.state) && <Changes {...view} />}
        {isOpen(request.state) && <Obstacles {...decided} />}
        {isOpen(request.state) && <Consequences {...decided} />}
        {isOpen(request.state) ? <DecisionForms {...view} /> : <p>{texts.one.decided(request.state)}</p>}
        {certified && (
          <p>
            <a href={`/agent/demarches/${request.requestId}/attestation.pdf`} download>
              {texts.one.certificate}
            </a>
          </p>
        )}
        <Card title={shared.timeline}>
          <Timeline history={history} />
        </Card>
      </>
    ),
  };
}

function Delay({ decided, today }: { decided: DecidedRequest; today: Temporal.PlainDate }) {
  const { request, submission } = decided;
  const { silenceOn, expectedOn, state } = request;
  if (silenceOn === null || expectedOn === null || state === "more_needed") return null;
  const nearness = silenceNearness(silenceOn, today);
  const sentence = silenceSentence(submission.silence, silenceOn);
  return (
    <>
      <p>{texts.expected(expectedOn)}</p>
      {nearness === "far" ? (
        <p class="soft">{sentence}</p>
      ) : (
        <Notice tone="warning" title={nearness === "near" ? texts.one.silenceNear : texts.one.silencePast}>
          <p>{sentence}</p>
        </Notice>
      )}
    </>
  );
}

function Said({ decided, names }: RequestView) {
  const { form, submission, request } = decided;
  const { answers } = submission;
  return (
    <Card title={texts.one.answers}>
      <SummaryList
        facts={askedFields(form, answers).map((field) => {
          const version = names.documents.get(answers[field.name] ?? "");
          const said = answerWords(field, answers, names);
          const href = `/agent/familles/${request.householdId}/documents/fichiers/${version?.versionId}`;
          return {
            term: field.label,
            value:
              version === undefined ? (
                said
              ) : (
                <a href={href} download>
                  {said}
                </a>
              ),
          };
        })}
      />
    </Card>
  );
}

function Changes({ decided, names }: RequestView) {
  const { form, now, changes } = decided;
  if (Object.keys(now).length === 0) return null;
  const labels = new Map(fieldsOf(form).map(({ name, label }) => [name, label]));
  const fields = new Map(fieldsOf(form).map((field) => [field.name, field]));
  const shown = (name: string, text: string) => {
    const field = fields.get(name);
    if (text === "") return texts.one.empty;
    return field === undefined ? text : answerWords(field, { [name]: text }, names);
  };
  const kept = keptByOthers(decided);
  return (
    <Card title={texts.one.changes}>
      {changes.some(({ conflict }) => conflict) && (
        <Notice tone="warning" title={texts.one.conflictTitle}>
          <p>{texts.one.conflictMore}</p>
        </Notice>
      )}
      {changes.length === 0 ? (
        <p>{texts.one.changesNone}</p>
      ) : (
        <DataTable
          caption={texts.one.changes}
          captionHidden
          rows={changes}
          columns={[
            {
              header: texts.one.columns.field,
              rowHeader: true,
              cell: ({ field }) => labels.get(field) ?? field,
            },
            { header: texts.one.columns.before, cell: ({ field, before }) => shown(field, before) },
            {
              header: texts.one.columns.now,
              cell: ({ field, now: today, conflict }) => (
                <>
                  {shown(field, today)}
                  {conflict && <StateLabel tone="late" word={texts.one.conflict} />}
                </>
              ),
            },
            {
              header: texts.one.columns.wanted,
              cell: ({ field, wanted }) => <strong>{shown(field, wanted)}</strong>,
            },
          ]}
        />
      )}
      {kept.length > 0 && (
        <p class="soft">{texts.one.kept(joinList(kept.map((name) => labels.get(name) ?? name)))}</p>
      )}
    </Card>
  );
}

function Obstacles({ obstacles }: DecidedRequest) {
  if (obstacles.length === 0) return null;
  return (
    <Notice tone="warning" title={texts.one.obstacles}>
      {obstacles.map((sentence) => (
        <p>{sentence}</p>
      ))}
    </Notice>
  );
}

function Consequences({ consequences }: DecidedRequest) {
  const { columns, consequences: title } = texts.one;
  if (consequences.length === 0) return null;
  return (
    <Card title={title}>
      <DataTable
        caption={title}
        captionHidden
        rows={consequences}
        columns={[
          { header: columns.field, rowHeader: true, cell: ({ what }) => what },
          { header: columns.now, cell: ({ now }) => now },
          { header: columns.wanted, cell: ({ after }) => <strong>{after}</strong> },
        ]}
      />
    </Card>
  );
}

/** The lines that changed since, and that the family had left as they were. */
function keptByOthers({ now, submission: { known, answers } }: DecidedRequest): readonly string[] {
  const changed = (a: Answers, b: Answers, name: string) => (a[name] ?? "") !== (b[name] ?? "");
  return Object.keys(answers).filter(
    (name) => name in now && changed(now, known, name) && !changed(answers, known, name),
  );
}
