import type { DocumentKind } from "#documents";
import {
  BackLink,
  Button,
  Card,
  Checkbox,
  Details,
  ErrorSummary,
  Fieldset,
  FormToken,
  Notice,
  Select,
  TextArea,
  TextField,
  type Correction,
  type Page,
} from "#platform";
import type { ComponentChildren } from "preact";

import { effectOf } from "../../../effects/effects.ts";
import { seenForm } from "../../../kinds/change-form.ts";
import type { RequestKind } from "../../../kinds/kind-queries.ts";
import { NEW_TYPES } from "../../../rules/edit-form.ts";
import { answersOf, type FormField, type FormStep, type RequestForm } from "../../../rules/form.ts";
import { editorTexts as texts } from "./editor-texts.fr.ts";
import { earlierChoices } from "./read-edit.ts";
import { FormPreview } from "./form-preview.tsx";

interface EditorView {
  readonly kind: RequestKind;
  readonly documentKinds: readonly DocumentKind[];
  readonly corrections: readonly Correction[];
  readonly saved: boolean;
}

/** A form as agents change it, page by page, with its preview as it is after the last change. */
export function editorPage({ kind, documentKinds, corrections, saved }: EditorView): Page {
  const title = texts.title(kind.label);
  const form = kind.editedForm;
  const send = {
    action: `/agent/demarches/types/${kind.kindId}/formulaire`,
    seen: seenForm(form),
    needs: effectOf(kind.effect).needs,
    documentKinds: documentKinds.map(({ kindId, label }) => ({ value: kindId, label })),
  };
  return {
    title,
    section: "requests-desk",
    dense: true,
    toCorrect: corrections.length > 0,
    before: <BackLink href={`/agent/demarches/types/${kind.kindId}`} label={kind.label} />,
    flash: saved ? (
      <Notice tone="success" title={texts.saved} announce />
    ) : (
      <ErrorSummary items={corrections.map(({ message }) => ({ message }))} />
    ),
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{texts.lead}</p>
        {form.steps.map((step, index) => (
          <Details summary={texts.page(index + 1, step.title)}>
            <StepEditor step={step} {...send} />
            <WhenEditor form={form} step={step} {...send} />
          </Details>
        ))}
        <Card title={texts.addStep}>
          <Edit {...send}>
            <TextField name="nouvelle-page" label={texts.pageTitle} maxLength={200} />
            <Button variant="secondary" name="acte" value="add-step">
              {texts.add}
            </Button>
          </Edit>
        </Card>
        <Card title={texts.addDocument}>
          <Edit {...send}>
            <TextField name="nouveau-document" label={texts.documentTitle} maxLength={200} />
            <Select name="piece" label={texts.documentKind} options={send.documentKinds} />
            <Button variant="secondary" name="acte" value="add-document">
              {texts.add}
            </Button>
          </Edit>
        </Card>
        <h2>{texts.preview}</h2>
        <FormPreview form={form} />
      </>
    ),
  };
}

interface Sending {
  readonly action: string;
  readonly seen: string;
  readonly needs: readonly string[];
  readonly documentKinds: readonly { value: string; label: string }[];
}

function StepEditor({ step, ...send }: Sending & { step: FormStep }) {
  const id = (name: string) => `${step.name}-${name}`;
  return (
    <>
      <Edit {...send} step={step.name}>
        <TextField name="titre" id={id("titre")} label={texts.pageTitle} value={step.title} maxLength={200} />
        <TextArea name="aide" id={id("aide")} label={texts.help} value={step.help ?? ""} optional rows={2} />
        {step.fields.map((field) => (
          <FieldEditor
            field={field}
            needed={send.needs.includes(field.name)}
            documentKinds={send.documentKinds}
          />
        ))}
        <p class="row">
          <Button name="acte" value="words">
            {texts.save}
          </Button>
          {(["up", "down", "remove"] as const).map((act) => (
            <button class="button button-secondary" name="acte" value={act} formnovalidate>
              {texts[act]}
              <span class="vh"> {step.title}</span>
            </button>
          ))}
          {step.fields
            .filter(({ name }) => !send.needs.includes(name))
            .map(({ name, label }) => (
              <button
                class="button button-secondary"
                name="acte"
                value={`remove-field ${name}`}
                formnovalidate
              >
                {texts.removeField(label)}
              </button>
            ))}
        </p>
      </Edit>
      {step.fields.every(({ type }) => type !== "document") && (
        <Edit {...send} step={step.name}>
          <TextField
            name="nouvelle-question"
            id={id("nouvelle-question")}
            label={texts.addField}
            maxLength={200}
          />
          <Select
            name="type"
            id={id("type")}
            label={texts.type}
            options={NEW_TYPES.map((value) => ({ value, label: texts.types[value] }))}
          />
          <Button variant="secondary" name="acte" value="add-field">
            {texts.add}
          </Button>
        </Edit>
      )}
    </>
  );
}

function FieldEditor(props: { field: FormField; needed: boolean; documentKinds: Sending["documentKinds"] }) {
  const { field, needed, documentKinds } = props;
  const { name, label, hint = "", optional = false } = field;
  return (
    <>
      <TextField
        name={`question-${name}`}
        label={texts.label}
        hint={needed ? texts.needed : undefined}
        value={label}
        maxLength={200}
      />
      <TextField name={`aide-${name}`} label={texts.hint} value={hint} optional maxLength={200} />
      {field.type === "choice" && (
        <TextArea
          name={`reponses-${name}`}
          label={texts.options}
          value={field.options.map((option) => option.label).join("\n")}
          rows={field.options.length + 1}
        />
      )}
      {field.type === "document" && (
        <Select
          name={`piece-${name}`}
          label={texts.documentKind}
          value={field.kindId}
          options={documentKinds}
        />
      )}
      <Checkbox name={`facultatif-${name}`} value="oui" checked={optional} label={texts.optional} />
    </>
  );
}

/** The answers after which a page is asked. */
function WhenEditor({ form, step, ...send }: Sending & { form: RequestForm; step: FormStep }) {
  const questions = earlierChoices(form, step.name);
  if (questions.length === 0) return null;
  return (
    <Edit {...send} step={step.name}>
      <Fieldset id={`${step.name}-quand`} legend={texts.when} hint={texts.whenHint}>
        {questions.map((question) => (
          <>
            <p>{question.label}</p>
            {answersOf(question).map(({ value, label }, index) => (
              <Checkbox
                name={`si-${question.name}`}
                id={`${step.name}-si-${question.name}-${index}`}
                value={value}
                checked={step.when?.field === question.name && step.when.is.includes(value)}
                label={label}
              />
            ))}
          </>
        ))}
      </Fieldset>
      <Button variant="secondary" name="acte" value="when">
        {texts.whenSave}
      </Button>
    </Edit>
  );
}

/** A form that does one thing to the form: which page it is about, and what the page showed. */
function Edit(props: Sending & { step?: string; children: ComponentChildren }) {
  const { action, seen, step = "", children } = props;
  return (
    <form method="post" action={action}>
      <FormToken />
      <input type="hidden" name="vu" value={seen} />
      <input type="hidden" name="page" value={step} />
      {children}
    </form>
  );
}
