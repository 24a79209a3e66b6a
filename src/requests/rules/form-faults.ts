import { answersOf, fieldsOf, type Condition, type FormField, type RequestForm } from "./form.ts";

/** Why a form cannot be filled in. */
export type FormFault =
  | { readonly code: "no-step" }
  | { readonly code: "empty-step"; readonly step: string }
  | { readonly code: "same-name"; readonly name: string }
  /** A condition reads a question that comes later, on the same page, or nowhere. */
  | { readonly code: "asks-too-early"; readonly name: string; readonly field: string }
  /** A condition waits for an answer that its question does not offer. */
  | { readonly code: "no-such-answer"; readonly name: string; readonly field: string }
  /** A document is sent with its page: nothing else is on it. */
  | { readonly code: "document-not-alone"; readonly step: string }
  /** What is asked is one adult's alone, and a document would be read by the whole household. */
  | { readonly code: "asks-document"; readonly step: string }
  /** What accepting does needs this question. */
  | { readonly code: "lacks"; readonly name: string };

/**
 * What is wrong with a form, whoever wrote it; nothing where families can fill it in and accepting can do its work.
 * @param needs the questions that the kind's effect reads
 * @param confidential whether what is asked is one adult's alone
 */
export function formFaults(
  form: RequestForm,
  { needs, confidential = false }: { readonly needs: readonly string[]; readonly confidential?: boolean },
): readonly FormFault[] {
  const faults: FormFault[] = [];
  const before = new Map<string, FormField>();
  const names = new Set<string>();
  const judge = (name: string, when: Condition | undefined) => {
    if (when === undefined) return;
    const field = before.get(when.field);
    if (field === undefined) faults.push({ code: "asks-too-early", name, field: when.field });
    else if (!offers(field, when.is)) faults.push({ code: "no-such-answer", name, field: when.field });
  };
  if (form.steps.length === 0) faults.push({ code: "no-step" });
  for (const { name, when, fields } of form.steps) {
    if (names.has(name)) faults.push({ code: "same-name", name });
    names.add(name);
    judge(name, when);
    if (fields.length === 0) faults.push({ code: "empty-step", step: name });
    if (fields.length > 1 && fields.some(({ type }) => type === "document"))
      faults.push({ code: "document-not-alone", step: name });
    if (confidential && fields.some(({ type }) => type === "document"))
      faults.push({ code: "asks-document", step: name });
    for (const field of fields) judge(field.name, field.when);
    for (const field of fields) {
      if (before.has(field.name)) faults.push({ code: "same-name", name: field.name });
      before.set(field.name, field);
    }
  }
  const known = new Set(fieldsOf(form).map(({ name }) => name));
  for (const name of needs) if (!known.has(name)) faults.push({ code: "lacks", name });
  return faults;
}

/** Whether a question may be answered so; where anything may be written, it may. */
function offers(field: FormField, answers: readonly string[]): boolean {
  const offered = answersOf(field).map(({ value }) => value);
  return offered.length === 0 || answers.every((answer) => offered.includes(answer));
}
