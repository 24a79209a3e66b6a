import { fieldsOf, type Condition, type FormField, type FormStep, type RequestForm } from "./form.ts";

/** What an agent changes of a question; its type, its name and its condition stay. */
export interface FieldWords {
  readonly label: string;
  readonly hint: string;
  readonly optional: boolean;
  /** The answers of a choice, in order; those that keep their words, or their place, keep what they are stored as. */
  readonly options: readonly string[];
  /** The kind of document that is asked for. */
  readonly kindId: string;
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
  | { readonly act: "when"; readonly step: string; readonly when: Condition | undefined }
  | { readonly act: "add-step"; readonly title: string }
  | { readonly act: "add-document"; readonly title: string; readonly kindId: string };

/** What an agent may ask more on a page; a document is asked on a page of its own. */
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
  if (edit.act === "add-document") {
    const name = freeName(form, edit.title);
    const field = { name, label: edit.title, type: "document", kindId: edit.kindId } as const;
    return { steps: [...form.steps, { name, title: edit.title, fields: [field] }] };
  }
  const at = form.steps.findIndex(({ name }) => name === edit.step);
  const step = form.steps[at];
  if (step === undefined) return form;
  const replaced = (next: FormStep | undefined): RequestForm => ({
    steps: form.steps.toSpliced(at, 1, ...(next === undefined ? [] : [next])),
  });
  switch (edit.act) {
    case "words":
      return replaced(withWords(step, edit.words));
    case "when": {
      const { when: _when, ...always } = step;
      return replaced(edit.when === undefined ? always : { ...always, when: edit.when });
    }
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
  { label, hint, optional, options, kindId }: FieldWords,
): FormField {
  const said = { label, ...(hint === "" ? {} : { hint }), ...(optional ? { optional } : {}) };
  if (field.type === "document") return { ...field, ...said, ...(kindId === "" ? {} : { kindId }) };
  if (field.type !== "choice" || options.length < 2) return { ...field, ...said };
  return { ...field, ...said, options: optionsAfter(field.options, options) };
}

/**
 * An answer that keeps its words keeps what it is stored as, wherever it stands; one that is written in the place of one
 * that is gone has been said otherwise; any other is new. What the conditions and the effect read never slides from one
 * answer to the next.
 */
function optionsAfter(
  known: readonly { value: string; label: string }[],
  lines: readonly string[],
): readonly { value: string; label: string }[] {
  const values = new Set(known.map(({ value }) => value));
  return lines.map((label, index) => {
    const there = known[index];
    const renamed = there === undefined || lines.includes(there.label) ? undefined : there;
    const value = (known.find((one) => one.label === label) ?? renamed)?.value ?? freeAmong(values, label);
    values.add(value);
    return { value, label };
  });
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
