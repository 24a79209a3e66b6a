import { BackLink, Button, ErrorSummary, FormToken, Notice, SummaryList, type Page } from "#platform";

import type { FilledRequest } from "../../../filling/filled-request.ts";
import { effectOf } from "../../../effects/effects.ts";
import { askedSteps } from "../../../rules/form-walk.ts";
import { answerWords, type AnswerNames } from "../../shared/answer-words.ts";
import { texts } from "../texts.fr.ts";

/** Everything that was answered, each answer leading to its page, and the button that sends it. */
export function checkPage(filled: FilledRequest, corrections: readonly string[]): Page {
  const { request, form } = filled;
  const instead = effectOf(request.effect).instead?.(request.answers);
  const base = `/demarches/${request.requestId}`;
  const again = request.state === "more_needed";
  return {
    title: texts.check.title,
    section: "requests",
    toCorrect: corrections.length > 0,
    before: <BackLink href={base} label={request.kindLabel} />,
    flash: <ErrorSummary items={corrections.map((message) => ({ message }))} />,
    main: (
      <>
        <p class="soft">{request.kindLabel}</p>
        <h1>{texts.check.title}</h1>
        <p class="lead">{again ? texts.check.leadAgain : texts.check.lead}</p>
        {instead !== undefined && (
          <Notice tone="info" title={texts.check.instead}>
            <p>
              <a href={instead.href}>{instead.label}</a>
            </p>
          </Notice>
        )}
        <SummaryList
          facts={askedSteps(form, request.answers).flatMap((step) =>
            step.fields.map((field) => ({
              term: field.label,
              value: answerWords(field, request.answers, namesOf(filled)),
              action: {
                href: `${base}/etapes/${step.name}`,
                label: texts.check.change,
                about: field.label,
              },
            })),
          )}
        />
        <form method="post" action={`${base}/envoyer`}>
          <FormToken />
          <Button>{again ? texts.check.sendAgain : texts.check.send}</Button>
        </form>
      </>
    ),
  };
}

/** The names behind the answers of a request of one's own. */
export const namesOf = ({ children, offers, documents }: FilledRequest): AnswerNames => ({
  childNames: new Map(children.map(({ id, name }) => [id, name])),
  offers,
  documents,
});
