import { fieldsOf, type FormField, type FormStep, type RequestForm } from "./form.ts";

/** What an agent changes of a question; its type, its name and its condition stay. */
export interface FieldWords {
  readonly label: string;
  readonly hint: string;
  readonly optional: boolean;
  /** The answers of a choice, in order; the first ones keep what they were stored as. */
  readonly options: readonly string[];
}

/** What an agent changes of a page. */
export interface StepWords {
  readonly title: string;
  readonly help: string;
  readonly fields: Readonly<Record<string, FieldWords>>;
}

/** What is done to a form: a step at a time, so that each can be seen in the preview. */
export type FormEdit =
  | { readonly act: "words"; readonly step: string; readonly words: StepWords }
  | { readonly act: "up" | "down" | "remove"; readonly step: string }
  | { readonly act: "remove-field"; readonly step: string; readonly field: string }
  | { readonly act: "add-field"; readonly step: string; readonly type: NewType; readonly label: string }
  | { readonly act: "add-step"; readonly title: string };

/** What an agent may ask more: a document is asked on a page of its own, which the models bring. */
export const NEW_TYPES = [
  "text",
  "long-text",
  "date",
  "amount",
  "count",
  "yes-no",
  "child",
  "email",
  "phone",
] as const;
/** The type of a new question. */
export type NewType = (typeof NEW_TYPES)[number];

/** The form after an edit; as it was where the edit names what is not there. */
export function editForm(form: RequestForm, edit: FormEdit): RequestForm {
  if (edit.act === "add-step")
    return { steps: [...form.steps, { name: freeName(form, edit.title), title: edit.title, fields: [] }] };
  const at = form.steps.findIndex(({ name }) => name === edit.step);
  const step = form.steps[at];
  if (step === undefined) return form;
  const replaced = (next: FormStep | undefined): RequestForm => ({
    steps: form.steps.toSpliced(at, 1, ...(next === undefined ? [] : [next])),
  });
  switch (edit.act) {
    case "words":
      return replaced(withWords(step, edit.words));
    case "remove":
      return replaced(undefined);
    case "remove-field":
      return replaced({ ...step, fields: step.fields.filter(({ name }) => name !== edit.field) });
    case "add-field": {
      const { type, label } = edit;
      return replaced({ ...step, fields: [...step.fields, { name: freeName(form, label), label, type }] });
    }
    case "up":
    case "down": {
      const to = edit.act === "up" ? at - 1 : at + 1;
      if (to < 0 || to >= form.steps.length) return form;
      return { steps: form.steps.toSpliced(at, 1).toSpliced(to, 0, step) };
    }
  }
}

function withWords({ help: _help, ...step }: FormStep, words: StepWords): FormStep {
  return {
    ...step,
    title: words.title,
    ...(words.help === "" ? {} : { help: words.help }),
    fields: step.fields.map((field) => {
      const said = words.fields[field.name];
      return said === undefined ? field : fieldWithWords(field, said);
    }),
  };
}

function fieldWithWords(
  { hint: _hint, optional: _optional, ...field }: FormField,
  { label, hint, optional, options }: FieldWords,
): FormField {
  const said = { label, ...(hint === "" ? {} : { hint }), ...(optional ? { optional } : {}) };
  if (field.type !== "choice" || options.length < 2) return { ...field, ...said };
  const known = field.options;
  const values = new Set(known.map(({ value }) => value));
  return {
    ...field,
    ...said,
    options: options.map((words, index) => {
      const value = known[index]?.value ?? freeAmong(values, words);
      values.add(value);
      return { value, label: words };
    }),
  };
}

/** A name that no page and no question has: « depuis-quand » for « Depuis quand ? ». */
function freeName(form: RequestForm, words: string): string {
  const taken = [...form.steps, ...fieldsOf(form)].map(({ name }) => name);
  return freeAmong(new Set(taken), words);
}

function freeAmong(taken: ReadonlySet<string>, words: string): string {
  const plain = words.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const base = plain.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^[^a-z]+|-+$/g, "");
  const short = base.slice(0, 30).replace(/-+$/, "") || "question";
  let name = short;
  for (let count = 2; taken.has(name); count++) name = `${short}-${count}`;
  return name;
}
