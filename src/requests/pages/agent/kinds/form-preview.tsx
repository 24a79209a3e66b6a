import { Details } from "#platform";

import {
  answersOf,
  fieldsOf,
  type Condition,
  type FormField,
  type RequestForm,
} from "../../../rules/form.ts";
import { Question } from "../../shared/question.tsx";
import { previewTexts as texts } from "./preview-texts.fr.ts";

/** A form as families will see it, page after page; what is typed there goes nowhere. */
export function FormPreview({ form }: { form: RequestForm }) {
  const labels = new Map(fieldsOf(form).map(({ name, label }) => [name, label]));
  const asked = (when: Condition | undefined) =>
    when === undefined ? null : (
      <p class="soft small">{texts.when(labels.get(when.field) ?? when.field, wordsOf(form, when))}</p>
    );
  return (
    <>
      {form.steps.map((step, index) => (
        <Details summary={texts.page(index + 1, step.title)}>
          {asked(step.when)}
          {step.help !== undefined && <p>{step.help}</p>}
          {step.fields.map((field) => (
            <>
              {asked(field.when)}
              {field.type === "document" ? (
                <p>{texts.document(field.label)}</p>
              ) : (
                <Question
                  field={{ ...field, name: `apercu-${field.name}` }}
                  value=""
                  choices={[{ id: "choix", name: field.type === "child" ? texts.child : texts.offered }]}
                />
              )}
            </>
          ))}
        </Details>
      ))}
    </>
  );
}

/** The answers on which a question depends, in the words of their question. */
function wordsOf(form: RequestForm, when: Condition): readonly string[] {
  const field = fieldsOf(form).find(({ name }) => name === when.field);
  return when.is.map((answer) => answerLabel(field, answer));
}

function answerLabel(field: FormField | undefined, answer: string): string {
  const offered = field === undefined ? [] : answersOf(field);
  return offered.find(({ value }) => value === answer)?.label ?? answer;
}
