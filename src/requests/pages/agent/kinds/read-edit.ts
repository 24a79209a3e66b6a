import type { DocumentKind } from "#documents";
import { firstValue, formReader, type Correction, type Values } from "#platform";

import { NEW_TYPES, type FieldWords, type FormEdit } from "../../../rules/edit-form.ts";
import { answersOf, type FormField, type RequestForm } from "../../../rules/form.ts";
import { editorTexts as texts } from "./editor-texts.fr.ts";

const LONGEST_LABEL = 200;
const LONGEST_HELP = 2000;
const LONGEST_OPTIONS = 6000;

/** Reads what is done to a form; undefined, with what to write instead, where it cannot be told. */
export function readEdit(
  values: Values,
  form: RequestForm,
  documentKinds: readonly Pick<DocumentKind, "kindId">[],
): { edit: FormEdit | undefined; corrections: readonly Correction[] } {
  const read = formReader(values);
  const [act = "", field = ""] = firstValue(values, "acte").split(" ");
  const step = firstValue(values, "page");
  const kindOf = (name: string) =>
    read.choice(
      name,
      documentKinds.map(({ kindId }) => kindId),
    );
  const named = (name: string) => read.named(name, LONGEST_LABEL, texts.missing);
  const edit = ((): FormEdit | undefined => {
    switch (act) {
      case "up":
      case "down":
      case "remove":
        return { act, step };
      case "remove-field":
        return { act, step, field };
      case "when": {
        const chosen = earlierChoices(form, step).flatMap((one) => {
          const offered = answersOf(one).map(({ value }) => value);
          const is = read.ticked(`si-${one.name}`, offered);
          return is.length === 0 ? [] : [{ field: one.name, is }];
        });
        if (chosen.length > 1) read.correct("", texts.oneQuestion);
        return { act, step, when: chosen[0] };
      }
      case "add-document": {
        const title = named("nouveau-document");
        const kindId = kindOf("piece");
        return kindId === undefined ? undefined : { act, title, kindId };
      }
      case "add-step":
        return { act, title: named("nouvelle-page") };
      case "add-field": {
        const type = read.choice("type", NEW_TYPES);
        const label = named("nouvelle-question");
        return type === undefined ? undefined : { act, step, type, label };
      }
      case "words": {
        const shown = form.steps.find(({ name }) => name === step);
        if (shown === undefined) return undefined;
        const fields = shown.fields.map(({ name, type }): readonly [string, FieldWords] => [
          name,
          {
            label: named(`question-${name}`),
            hint: read.text(`aide-${name}`, LONGEST_LABEL),
            optional: firstValue(values, `facultatif-${name}`) === "oui",
            kindId: type === "document" ? (kindOf(`piece-${name}`) ?? "") : "",
            options: linesOf(read.text(`reponses-${name}`, LONGEST_OPTIONS)),
          },
        ]);
        const words = { title: named("titre"), help: read.text("aide", LONGEST_HELP) };
        return { act, step, words: { ...words, fields: Object.fromEntries(fields) } };
      }
      default:
        return undefined;
    }
  })();
  if (edit === undefined && read.corrections.length === 0) read.correct("", texts.unknown);
  return { edit: read.corrections.length > 0 ? undefined : edit, corrections: read.corrections };
}

/** The questions of the pages before this one whose answers a page may wait for. */
export function earlierChoices({ steps }: RequestForm, name: string): readonly FormField[] {
  const at = steps.findIndex((one) => one.name === name);
  return steps
    .slice(0, Math.max(0, at))
    .flatMap(({ fields }) => fields.filter((one) => answersOf(one).length > 0));
}

const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
