import { randomUUID } from "node:crypto";

import { OpenLinks } from "#families";
import { AcknowledgementCard } from "#messaging";
import {
  BackLink,
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  FormToken,
  Notice,
  StateLabel,
  SummaryList,
  TextArea,
  type Correction,
  type Page,
} from "#platform";

import { receivedRequest } from "../../../acknowledged.ts";
import { effectOf } from "../../../effects/effects.ts";
import type { FilledRequest } from "../../../filling/filled-request.ts";
import type { HistoryLine, StoredRequest, Submission } from "../../../request-queries.ts";
import { askedFields } from "../../../rules/form-walk.ts";
import { isFilledIn, isOpen } from "../../../rules/states.ts";
import { numberWords, stateTones, stateWords } from "../../../words.fr.ts";
import { answerWords } from "../../shared/answer-words.ts";
import { texts as shared } from "../../shared/texts.fr.ts";
import { Timeline } from "../../shared/timeline.tsx";
import { texts } from "../texts.fr.ts";
import { namesOf } from "./check-page.tsx";

/** The longest message of a family. */
export const LONGEST_MESSAGE = 2000;

interface FollowView {
  readonly filled: FilledRequest;
  /** Whoever made it acts on it; the other adults of the household read it. */
  readonly own: boolean;
  /** The last one; undefined for a draft. */
  readonly submission: Submission | undefined;
  /** The first one, with which the request was received. */
  readonly first: Submission | undefined;
  readonly history: readonly HistoryLine[];
  /** It gave a certificate, to be kept as a file. */
  readonly certified: boolean;
  readonly done: keyof typeof texts.done | undefined;
  readonly message: { readonly typed: string; readonly corrections: readonly Correction[] };
}

/** A request: how it stands, who deals with it, what comes next, what was said. */
export function followPage(view: FollowView): Page {
  const { filled, own, submission, first, history, certified, done, message } = view;
  const { request } = filled;
  const { requestId, kindLabel, state, number } = request;
  const base = `/demarches/${requestId}`;
  const { corrections } = message;
  return {
    title: kindLabel,
    section: "requests",
    toCorrect: corrections.length > 0,
    before: <BackLink href="/demarches" label={texts.back} />,
    flash:
      done === undefined ? (
        <ErrorSummary items={corrections} />
      ) : (
        <Notice tone="success" title={texts.done[done]} announce />
      ),
    main: (
      <>
        <h1>{kindLabel}</h1>
        <p class="row">
          <StateLabel tone={stateTones[state]} word={stateWords[state]} />
          <span class="soft">{numberWords(number)}</span>
        </p>
        {own ? <p class="lead">{texts.next[state]}</p> : <p class="lead">{texts.one.others(request.by)}</p>}
        <WhatNow request={request} own={own} />
        {own && isFilledIn(state) && (
          <p>
            <ButtonLink href={`${base}/${state === "draft" ? "continuer" : "verifier"}`}>
              {state === "draft" ? texts.one.resume : texts.one.complete}
            </ButtonLink>
          </p>
        )}
        {certified && (
          <Card title={texts.one.certificate}>
            <p>
              <a href={`${base}/attestation.pdf`} download>
                {texts.one.certificateFile}
              </a>
            </p>
          </Card>
        )}
        <Instead request={request} answers={submission?.answers ?? {}} />
        {submission !== undefined && first !== undefined && (
          <AcknowledgementCard
            received={receivedRequest(request, submission, first)}
            delay={!isOpen(state) ? "over" : state === "more_needed" ? "stopped" : "running"}
            files={acknowledgements(base, submission)}
          />
        )}
        {submission !== undefined && <Sent filled={filled} own={own} answers={submission.answers} />}
        {history.length > 0 && (
          <Card title={shared.timeline}>
            <Timeline history={history} />
          </Card>
        )}
        {own && isOpen(state) && <MessageForm base={base} {...message} />}
        {own && (isOpen(state) || state === "draft") && (
          <p>
            <a href={`${base}/retirer`}>{state === "draft" ? texts.step.abandon : texts.one.withdraw}</a>
          </p>
        )}
      </>
    ),
  };
}

/** The acknowledgement of what was sent last, and the first one beside it. */
function acknowledgements(base: string, { number }: Submission) {
  const last = `${base}/accuse.pdf`;
  if (number === 1) return [{ href: last, label: texts.one.download }];
  return [
    { href: last, label: texts.one.downloadLast },
    { href: `${last}?envoi=1`, label: texts.one.downloadFirst },
  ];
}

function WhatNow({ request, own }: { request: StoredRequest; own: boolean }) {
  const { state, takenBy, replyBy } = request;
  if (!isOpen(state)) return null;
  return (
    <>
      {takenBy !== null && <p>{texts.one.agent(takenBy)}</p>}
      {state === "more_needed" && replyBy !== null && (
        <p>{own ? texts.one.replyBy(replyBy) : texts.one.theirReplyBy(replyBy)}</p>
      )}
    </>
  );
}

/** The page that gives at once what was asked. */
function Instead({ request, answers }: { request: StoredRequest; answers: Submission["answers"] }) {
  const page = effectOf(request.effect).instead?.(answers);
  if (page === undefined) return null;
  return (
    <Notice tone="info" title={texts.check.instead}>
      <p>
        <a href={page.href}>{page.label}</a>
      </p>
    </Notice>
  );
}

function Sent(props: { filled: FilledRequest; own: boolean; answers: Submission["answers"] }) {
  const { filled, own, answers } = props;
  const names = namesOf(filled);
  return (
    <Card title={own ? texts.one.answers : texts.one.theirAnswers}>
      <SummaryList
        facts={askedFields(filled.form, answers).map((field) => {
          const version = names.documents.get(answers[field.name] ?? "");
          const said = answerWords(field, answers, names);
          return {
            term: field.label,
            value:
              version === undefined ? (
                said
              ) : (
                <>
                  {said}
                  <br />
                  <OpenLinks version={version} base="/documents" />
                </>
              ),
          };
        })}
      />
    </Card>
  );
}

function MessageForm({
  base,
  typed,
  corrections,
}: { base: string } & Pick<FollowView["message"], "typed" | "corrections">) {
  return (
    <form method="post" action={`${base}/messages`}>
      <FormToken />
      <input type="hidden" name="cle" value={randomUUID()} />
      <TextArea
        name="message"
        label={texts.one.message}
        hint={texts.one.messageHint}
        value={typed}
        maxLength={LONGEST_MESSAGE}
        correction={corrections.find(({ field }) => field === "message")?.message}
      />
      <Button variant="secondary">{texts.one.send}</Button>
    </form>
  );
}
