import {
  BackLink,
  Button,
  Card,
  Checkbox,
  Details,
  ErrorSummary,
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
import type { FormField, FormStep } from "../../../rules/form.ts";
import { editorTexts as texts } from "./editor-texts.fr.ts";
import { FormPreview } from "./form-preview.tsx";

interface EditorView {
  readonly kind: RequestKind;
  readonly corrections: readonly Correction[];
  readonly saved: boolean;
}

/** A form as agents change it, page by page, with its preview as it is after the last change. */
export function editorPage({ kind, corrections, saved }: EditorView): Page {
  const title = texts.title(kind.label);
  const form = kind.editedForm;
  const send = {
    action: `/agent/demarches/types/${kind.kindId}/formulaire`,
    seen: seenForm(form),
    needs: effectOf(kind.effect).needs,
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
}

function StepEditor({ step, ...send }: Sending & { step: FormStep }) {
  const id = (name: string) => `${step.name}-${name}`;
  return (
    <>
      <Edit {...send} step={step.name}>
        <TextField name="titre" id={id("titre")} label={texts.pageTitle} value={step.title} maxLength={200} />
        <TextArea name="aide" id={id("aide")} label={texts.help} value={step.help ?? ""} optional rows={2} />
        {step.fields.map((field) => (
          <FieldEditor field={field} needed={send.needs.includes(field.name)} />
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

function FieldEditor({ field, needed }: { field: FormField; needed: boolean }) {
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
      <Checkbox name={`facultatif-${name}`} value="oui" checked={optional} label={texts.optional} />
    </>
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
