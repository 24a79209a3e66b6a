import {
  fieldsOf,
  typedName,
  type Answers,
  type Condition,
  type FormField,
  type FormStep,
  type RequestForm,
} from "./form.ts";

/**
 * @rule Les questions d’une démarche
 *
 * Une question, ou une page entière, peut n’être posée qu’après une certaine réponse. Ce qui n’est pas demandé n’est
 * ni exigé, ni envoyé, même si la famille y avait répondu avant de changer d’avis.
 *
 * Exemple : « Qui quitte le foyer ? » n’est posée qu’à qui a répondu « une séparation ». Qui revient répondre « une
 * naissance » n’envoie plus le nom qu’il avait écrit.
 *
 * The pages to fill in with these answers, each with the questions that it then asks.
 */
export function askedSteps(form: RequestForm, answers: Answers): readonly FormStep[] {
  const asked = new Set<string>();
  return form.steps.flatMap((step) => {
    if (!holds(step.when, answers, asked)) return [];
    const fields = step.fields.filter(({ when }) => holds(when, answers, asked));
    for (const { name } of fields) asked.add(name);
    return fields.length === 0 ? [] : [{ ...step, fields }];
  });
}

/** An answer to a question that is no longer asked shows nothing. */
const holds = (when: Condition | undefined, answers: Answers, asked: ReadonlySet<string>): boolean =>
  when === undefined || (asked.has(when.field) && when.is.includes(answers[when.field] ?? ""));

/** The questions that are asked with these answers. */
export const askedFields = (form: RequestForm, answers: Answers): readonly FormField[] =>
  fieldsOf({ steps: askedSteps(form, answers) });

/** The answers to what is asked: what is sent. */
export function askedAnswers(form: RequestForm, answers: Answers): Answers {
  return Object.fromEntries(askedFields(form, answers).map(({ name }) => [name, answers[name] ?? ""]));
}

/** What was typed and cannot be read, by question; empty where every answer is as it should be. */
export function unreadAnswers({ fields }: FormStep, answers: Answers): Answers {
  const typed = fields.map(({ name }) => [name, answers[typedName(name)] ?? ""] as const);
  return Object.fromEntries(typed.filter(([, text]) => text !== ""));
}

/** The first page where an answer is missing, or cannot be read; undefined where everything is answered. */
export function unfinishedStep(form: RequestForm, answers: Answers): FormStep | undefined {
  return askedSteps(form, answers).find(
    (step) =>
      Object.keys(unreadAnswers(step, answers)).length > 0 ||
      step.fields.some(({ name, optional }) => optional !== true && (answers[name] ?? "") === ""),
  );
}

/** The page that follows this one with these answers; undefined after the last. */
export function stepAfter(form: RequestForm, answers: Answers, name: string): FormStep | undefined {
  const steps = askedSteps(form, answers);
  return steps[steps.findIndex((step) => step.name === name) + 1];
}
