import { BackLink, Button, ErrorSummary, FormToken, SummaryList, type Page } from "#platform";

import type { FilledRequest } from "../../../filling/filled-request.ts";
import { askedSteps } from "../../../rules/form-walk.ts";
import { answerWords, type AnswerNames } from "../../shared/answer-words.ts";
import { texts } from "../texts.fr.ts";

/** Everything that was answered, each answer leading to its page, and the button that sends it. */
export function checkPage(filled: FilledRequest, correction: string | undefined): Page {
  const { request, form } = filled;
  const base = `/demarches/${request.requestId}`;
  const again = request.state === "more_needed";
  return {
    title: texts.check.title,
    section: "requests",
    toCorrect: correction !== undefined,
    before: <BackLink href={base} label={request.kindLabel} />,
    flash: <ErrorSummary items={correction === undefined ? [] : [{ message: correction }]} />,
    main: (
      <>
        <p class="soft">{request.kindLabel}</p>
        <h1>{texts.check.title}</h1>
        <p class="lead">{again ? texts.check.leadAgain : texts.check.lead}</p>
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
