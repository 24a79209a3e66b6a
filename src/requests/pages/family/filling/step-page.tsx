import type { DocumentVersion } from "#documents";
import { parisDate } from "#kernel";
import {
  BackLink,
  Button,
  ErrorSummary,
  FileField,
  FormToken,
  Radios,
  type Correction,
  type Page,
} from "#platform";
import { documentWords } from "#families";

import type { DocumentField } from "../../../filling/attach-document.ts";
import type { FilledRequest } from "../../../filling/filled-request.ts";
import { effectOf } from "../../../effects/effects.ts";
import { askedSteps } from "../../../rules/form-walk.ts";
import type { Answers, FormStep } from "../../../rules/form.ts";
import { Question } from "../../shared/question.tsx";
import { texts } from "../texts.fr.ts";

/** The word that stands for a file that comes with the form, and for none. */
export const FRESH = "nouveau";
export const NONE = "aucun";

/** What the address says where the form is left for later. */
export const LATER = "plus-tard";

interface StepView {
  readonly filled: FilledRequest;
  readonly step: FormStep;
  /** As it was typed, or as it is kept. */
  readonly typed: Answers;
  readonly corrections: readonly Correction[];
  /** Where the step asks for a document. */
  readonly document: {
    readonly field: DocumentField;
    readonly kept: readonly DocumentVersion[];
    readonly mostBytes: number;
    readonly formKey: string;
  } | null;
}

/** One page of a form. */
export function stepPage(view: StepView): Page {
  const { filled, step, corrections, document } = view;
  const { requestId, kindLabel, answers, state } = filled.request;
  const steps = askedSteps(filled.form, answers);
  const position = steps.findIndex(({ name }) => name === step.name);
  const previous = steps[position - 1];
  const base = `/demarches/${requestId}`;
  return {
    title: step.title,
    section: "requests",
    toCorrect: corrections.length > 0,
    ...(document === null ? {} : { islands: ["upload.js"] }),
    before: (
      <BackLink
        href={previous === undefined ? base : `${base}/etapes/${previous.name}`}
        label={previous === undefined ? kindLabel : texts.step.previous}
      />
    ),
    flash: <ErrorSummary items={corrections} />,
    main: (
      <>
        <p class="soft">
          {kindLabel}. {texts.step.progress(position + 1)}
        </p>
        <h1>{step.title}</h1>
        {step.help !== undefined && step.help.split("\n").map((line) => <p>{line}</p>)}
        {document === null ? (
          <QuestionsForm {...view} />
        ) : (
          <DocumentForm {...view} document={document} action={`${base}/etapes/${step.name}`} />
        )}
        {state === "draft" && (
          <p>
            <a href={`${base}/retirer`}>{texts.step.abandon}</a>
          </p>
        )}
      </>
    ),
  };
}

function QuestionsForm({ filled, step, typed, corrections }: StepView) {
  return (
    <form method="post" action={`/demarches/${filled.request.requestId}/etapes/${step.name}`}>
      <FormToken />
      {step.fields.map(
        (field) =>
          field.type !== "document" && (
            <Question
              field={field}
              asTitle={field.label === step.title}
              value={typed[field.name] ?? ""}
              correction={corrections.find((one) => one.field === field.name)?.message}
              choices={field.type === "child" ? filled.children : (filled.offers[field.name] ?? [])}
            />
          ),
      )}
      <Buttons action={`/demarches/${filled.request.requestId}/etapes/${step.name}`} />
    </form>
  );
}

function DocumentForm({
  filled,
  typed,
  corrections,
  document: { field, kept, mostBytes, formKey },
  action,
}: StepView & { document: NonNullable<StepView["document"]>; action: string }) {
  const megabytes = Math.floor(mostBytes / 1_000_000);
  const { send } = documentWords;
  const correction = (name: string) => corrections.find((one) => one.field === name)?.message;
  const beforehand = effectOf(filled.request.effect).aboutDays === true ? "" : (kept[0]?.versionId ?? FRESH);
  const options = [
    ...kept.map(({ versionId, name, sentAt }) => ({
      value: versionId,
      label: texts.document.keptOption(name, parisDate(sentAt)),
    })),
    { value: FRESH, label: texts.document.fresh },
    ...(field.optional === true ? [{ value: NONE, label: texts.document.none }] : []),
  ];
  return (
    <form
      method="post"
      action={action}
      enctype="multipart/form-data"
      data-upload={send.progress}
      data-cut={send.cut}
      data-fresh={FRESH}
    >
      <FormToken />
      <input type="hidden" name="cle" value={formKey} />
      {options.length === 1 ? (
        <input type="hidden" name="document" value={FRESH} />
      ) : (
        <Radios
          name="document"
          legend={field.label}
          hint={kept.length === 0 ? undefined : texts.document.kept}
          value={typed[field.name] || beforehand}
          options={options}
          correction={correction("document")}
        />
      )}
      <FileField
        name="fichier"
        label={options.length === 1 ? field.label : texts.document.file}
        hint={
          options.length === 1
            ? send.fileHint(megabytes)
            : `${send.fileHint(megabytes)} ${texts.document.fileWins}`
        }
        accept="image/jpeg,image/png,application/pdf"
        most={{ bytes: mostBytes, tooHeavy: send.tooHeavy(megabytes) }}
        optional={options.length > 1}
        correction={correction("fichier")}
      />
      <p class="soft small">{send.readBy}</p>
      <Buttons action={action} />
    </form>
  );
}

/** « Continuer » comes first: it is what the Enter key presses. */
function Buttons({ action }: { action: string }) {
  return (
    <p class="row">
      <Button>{texts.step.next}</Button>
      <button class="button button-secondary" formaction={`${action}?${LATER}=1`} formnovalidate>
        {texts.step.later}
      </button>
    </p>
  );
}
